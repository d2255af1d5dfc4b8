import { ActionIcon, Anchor, Text, Title } from '@mantine/core';
import { IconAntennaBars5, IconAntennaBarsOff, IconArrowLeft, IconPower } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatSince } from '../../../i18n/format-clock.ts';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { formatCount } from '../../../i18n/format.ts';
import { nameOwners } from '../../../ui/name-owners.ts';
import { ErrorPanel, LoadingPanel } from '../../../ui/state-panels.tsx';
import { conversationQuery, type ConversationView } from '../phones-queries.ts';
import type { PhonesSearch } from '../phones-search.ts';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import css from './handset-pane.module.css';
import { StateSwitch } from './state-switch.tsx';
import { useMarkRead } from './use-mark-read.ts';

interface HandsetPaneProps {
  readonly companyId: string;
  readonly phone: string;
  /** The address without the phone: back to the list. */
  readonly list: PhonesSearch;
  readonly focusCall: number;
  readonly onLeave: () => void;
}

const SIGNS = { on: IconAntennaBars5, off: IconPower, out_of_coverage: IconAntennaBarsOff } as const;

/** One phone: whose it is, whether it is on, what is on its screen, and what its owner replies. */
export function HandsetPane({ companyId, phone, list, focusCall, onLeave }: HandsetPaneProps) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery(conversationQuery(companyId, phone));
  const handset = pages.data?.pages[0];
  useMarkRead(companyId, phone, handset?.unread ?? 0);
  return (
    <section className={css['pane']} aria-label={formatPhone(phone)}>
      <header className={css['head']}>
        <ActionIcon
          hiddenFrom="sm"
          aria-label={t('common.back')}
          renderRoot={(props) => (
            <Link {...props} to="/firma/$companyId/telefony" params={{ companyId }} search={list} />
          )}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <div className={css['name']}>
          <Title order={2} fz="md" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatPhone(phone)}
          </Title>
          {handset ? <Owner companyId={companyId} owners={handset.owners} /> : null}
        </div>
        {handset ? <StateSwitch companyId={companyId} phone={phone} state={handset.state} /> : null}
      </header>
      {handset === undefined ? (
        pages.error ? (
          <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <LoadingPanel />
        )
      ) : (
        <div className={css['device']}>
          <Conversation
            companyId={companyId}
            phone={phone}
            entries={pages.data?.pages.flatMap(({ items }) => items) ?? []}
            hasEarlier={pages.hasNextPage}
            loadingEarlier={pages.isFetchingNextPage}
            onEarlier={() => void pages.fetchNextPage()}
          />
          <Away handset={handset} />
          <Composer
            companyId={companyId}
            phone={phone}
            isOn={handset.state === 'on'}
            takesReplies={handset.takesReplies}
            focusCall={focusCall}
            onLeave={onLeave}
          />
        </div>
      )}
    </section>
  );
}

function Owner({ companyId, owners }: { readonly companyId: string; readonly owners: ConversationView['owners'] }) {
  const { t } = useTranslation();
  const name = nameOwners(owners);
  const first = owners.contractors[0];
  if (name === null || first === undefined)
    return (
      <Text size="xs" c="dimmed">
        {t('common.stranger')}
      </Text>
    );
  return (
    <Anchor
      size="xs"
      truncate
      maw="100%"
      title={owners.contractors.map((each) => each.name).join(', ')}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/firma/$companyId/kontrahenci"
          params={{ companyId }}
          search={{ open: first.id, tab: 'wiadomosci' }}
        />
      )}
    >
      {name}
    </Anchor>
  );
}

/** A phone that cannot be reached: since when, and how much waits for it. */
function Away({ handset: { state, stateSince, waiting } }: { readonly handset: ConversationView }) {
  const { t } = useTranslation();
  if (state === 'on') return null;
  const Sign = SIGNS[state];
  return (
    <div className={css['away']} role="status">
      <Sign size={16} aria-hidden />
      <span>
        {stateSince === null ? null : `${t(`phones.away.${state}`, { at: formatSince(stateSince) })} `}
        {waiting === 0
          ? t('phones.nothingWaits')
          : t('phones.waits', { count: waiting, formatted: formatCount(waiting) })}
      </span>
    </div>
  );
}
