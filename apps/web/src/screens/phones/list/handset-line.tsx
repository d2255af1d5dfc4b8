import { Badge, VisuallyHidden } from '@mantine/core';
import { IconAntennaBarsOff, IconDeviceMobile, IconPower } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FocusEventHandler, KeyboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBrief } from '../../../i18n/format-clock.ts';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { formatCount } from '../../../i18n/format.ts';
import { nameOwners } from '../../../ui/name-owners.ts';
import type { HandsetView } from '../phones-queries.ts';
import { numerOf, type PhonesSearch } from '../phones-search.ts';
import css from './handset-list.module.css';

interface HandsetLineProps {
  readonly companyId: string;
  readonly handset: HandsetView;
  readonly search: PhonesSearch;
  readonly isOpen: boolean;
  /** Reached by Tab; the others by arrows. */
  readonly isStop: boolean;
  readonly onFocus: FocusEventHandler;
  readonly onKeyDown: KeyboardEventHandler;
}

const SIGNS = { on: IconDeviceMobile, off: IconPower, out_of_coverage: IconAntennaBarsOff } as const;

/** One phone of the list: whose it is, what came last, what nobody has read, and whether it can be reached. */
export function HandsetLine(props: HandsetLineProps) {
  const { companyId, handset, search, isOpen, isStop, onFocus, onKeyDown } = props;
  const { t } = useTranslation();
  const { phone, owners, state, last, lastAt, unread } = handset;
  const Sign = SIGNS[state];
  const owner = nameOwners(owners);
  const isUnread = unread > 0 && !isOpen;
  return (
    <Link
      to="/firma/$companyId/telefony"
      params={{ companyId }}
      search={{ ...search, numer: numerOf(phone) }}
      replace={search.numer !== undefined}
      className={css['line']}
      data-open={isOpen || undefined}
      data-state={state}
      data-unread={isUnread || undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <Sign size={18} stroke={1.6} className={css['sign']} aria-hidden />
      <span className={css['number']}>{formatPhone(phone)}</span>
      <time className={css['time']} dateTime={lastAt ?? undefined}>
        {lastAt === null ? '' : formatBrief(lastAt)}
      </time>
      {owner === null ? null : <span className={css['owner']}>{owner}</span>}
      <span className={css['text']} data-wide={!isUnread || undefined}>
        {last === null ? '' : <LastText last={last} />}
      </span>
      {isUnread ? (
        <Badge size="sm" circle={unread < 10} variant="filled" className={css['count']}>
          {formatCount(unread)}
          <VisuallyHidden> {t('phones.unread', { count: unread, formatted: formatCount(unread) })}</VisuallyHidden>
        </Badge>
      ) : null}
      {state === 'on' ? null : <VisuallyHidden>{t(`phones.states.${state}`)}</VisuallyHidden>}
    </Link>
  );
}

function LastText({ last }: { readonly last: NonNullable<HandsetView['last']> }) {
  const { t } = useTranslation();
  return last.by === 'owner' ? t('phones.answered', { text: last.text }) : last.text;
}
