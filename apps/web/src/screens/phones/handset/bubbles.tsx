import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatClock, formatSince } from '../../../i18n/format-clock.ts';
import { formatPrice } from '../../../i18n/format.ts';
import { useCounted } from '../../../i18n/use-counted.ts';
import type { MessageEntryView, ReplyEntryView } from '../phones-queries.ts';
import css from './conversation.module.css';

interface MessageBubbleProps {
  readonly companyId: string;
  readonly entry: MessageEntryView;
  /** Says who writes, and which campaign it is. */
  readonly isHeaded: boolean;
}

/** An SMS on the screen, or on its way there: a thin line shows where one part ends. */
export function MessageBubble({ companyId, entry, isHeaded }: MessageBubbleProps) {
  const { t } = useTranslation();
  const counted = useCounted();
  const { at, sender, segments, encoding, parts, points, campaign, waiting } = entry;
  return (
    <li className={css['message']} data-waiting={waiting || undefined}>
      {isHeaded ? (
        <div className={css['heading']}>
          <b>{sender}</b>
          {campaign === null ? null : (
            <Anchor
              inherit
              truncate
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/firma/$companyId/wysylki/$campaignId"
                  params={{ companyId, campaignId: campaign.id }}
                  search={{ tab: 'log' }}
                />
              )}
            >
              {campaign.subject}
            </Anchor>
          )}
        </div>
      ) : null}
      <div className={css['bubble']}>
        {segments.map((segment, nth) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no other name than their place
          <span key={nth} data-border={nth > 0 || undefined} title={t('campaigns.editor.part', { nth: nth + 1 })}>
            {segment}
          </span>
        ))}
      </div>
      <div className={css['facts']}>
        <Fate entry={entry} />
        {waiting ? null : <span>{formatClock(at)}</span>}
        <span>{counted('parts', parts)}</span>
        <span>{t(`phones.encodings.${encoding}`)}</span>
        <span>{t('shell.balance.points', { formatted: formatPrice(points) })}</span>
      </div>
    </li>
  );
}

/** What became of it; a word in a colour, and a sign for those who do not see colours. */
function Fate({ entry: { waiting, delivery, expiresAt } }: { readonly entry: MessageEntryView }) {
  const { t } = useTranslation();
  if (waiting)
    return (
      <span className={css['fate']}>
        <IconClock size={13} aria-hidden />
        {t('phones.waiting', { at: formatSince(expiresAt) })}
      </span>
    );
  const tone = delivery === 'delivered' ? 'good' : delivery === 'pending' ? undefined : 'bad';
  const Sign = tone === 'good' ? IconCheck : tone === 'bad' ? IconAlertTriangle : IconClock;
  return (
    <span className={css['fate']} data-tone={tone}>
      <Sign size={13} aria-hidden />
      {t(`campaigns.delivery.${delivery === 'none' ? 'pending' : delivery}`)}
    </span>
  );
}

/** What the owner of the phone wrote, and whether Goniec has it. */
export function ReplyBubble({ entry }: { readonly entry: ReplyEntryView }) {
  const { t } = useTranslation();
  const { at, text, state } = entry;
  const isTaken = state === 'taken';
  return (
    <li className={css['reply']}>
      <div className={css['bubble']}>{text}</div>
      <div className={css['facts']}>
        <span>{formatClock(at)}</span>
        <span className={css['fate']} data-tone={isTaken ? 'good' : state === 'waiting' ? undefined : 'bad'}>
          {isTaken ? <IconCheck size={13} aria-hidden /> : <IconClock size={13} aria-hidden />}
          {t(`phones.replies.${state}`)}
        </span>
      </div>
    </li>
  );
}
