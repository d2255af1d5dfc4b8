import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatPoints, formatTime } from '../../../i18n/format.ts';
import { nameActor } from '../../../i18n/name-actor.ts';
import { Fact } from '../../../ui/fact.tsx';
import type { CampaignView } from '../use-draft.ts';

/** Who let a campaign go out, when, and what it has cost so far. */
export function SentFacts({ campaign }: { readonly campaign: CampaignView }) {
  const { t } = useTranslation();
  const { sums, createdAt, createdBy, createdByName, startedAt, startedBy, startedByName, finishedAt } = campaign;
  const of = (at: string, by: string) => t('campaign.facts.atBy', { at: formatTime(at), by });
  return (
    <Stack gap="xs">
      {startedAt === null ? null : (
        <Fact label={t('campaign.facts.started')}>
          {startedBy === null ? formatTime(startedAt) : of(startedAt, nameActor(startedBy, startedByName))}
        </Fact>
      )}
      {finishedAt === null ? null : <Fact label={t('campaign.facts.finished')}>{formatTime(finishedAt)}</Fact>}
      <Fact label={t('campaign.facts.cost')}>
        {t('campaign.facts.costs', {
          money: formatMoney(sums.billedValue),
          points: t('shell.balance.points', { formatted: formatPoints(sums.billedPoints) }),
        })}
      </Fact>
      <Fact label={t('campaign.facts.created')}>{of(createdAt, nameActor(createdBy, createdByName))}</Fact>
    </Stack>
  );
}
