import { Badge, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoney, formatPoints, formatTime } from '../../i18n/format.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { shownState, STATE_COLOR } from '../campaign/state-color.ts';
import type { CampaignView } from '../campaign/use-draft.ts';
import { progressOf } from './progress-of.ts';

export function useCampaignColumns(): readonly GridColumn<CampaignView>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'subject',
      header: t('campaigns.subject'),
      width: 120,
      grows: true,
      render: ({ subject }) => <span title={subject}>{subject}</span>,
    },
    {
      id: 'state',
      header: t('campaignList.state'),
      width: 144,
      render: (campaign) => {
        const state = shownState(campaign);
        return <Badge color={STATE_COLOR[state]}>{t(`campaigns.state.${state}`)}</Badge>;
      },
    },
    {
      id: 'progress',
      header: t('campaignList.progress'),
      width: 130,
      hiddenBelow: 780,
      render: (campaign) => {
        const { done, total } = progressOf(campaign);
        if (total === 0) return null;
        return (
          <Progress
            value={(100 * done) / total}
            size={6}
            mt={13}
            aria-label={t('campaignList.progressOf', { done: formatCount(done), total: formatCount(total) })}
          />
        );
      },
    },
    {
      id: 'messages',
      header: t('campaignList.messages'),
      width: 80,
      align: 'right',
      // Those left out are no SMS.
      render: ({ recipients, sums, state }) =>
        formatCount(state === 'draft' ? recipients : sums.messages - sums.handover.excluded),
    },
    {
      id: 'delivered',
      header: t('campaignList.delivered'),
      width: 100,
      align: 'right',
      hiddenBelow: 620,
      render: ({ sums }) => (sums.messages === 0 ? '' : formatCount(sums.delivery.delivered)),
    },
    {
      id: 'failed',
      header: t('campaignList.failed'),
      width: 110,
      align: 'right',
      hiddenBelow: 1100,
      render: ({ sums }) => {
        const { undelivered, expired, failed, rejected } = sums.delivery;
        const bad = undelivered + expired + failed + rejected + sums.handover.refused;
        return bad === 0 ? '' : formatCount(bad);
      },
    },
    {
      id: 'amount',
      header: t('campaignList.amount'),
      width: 100,
      align: 'right',
      hiddenBelow: 520,
      render: (campaign) => {
        const { messages, billedValue, value } = campaign.sums;
        return messages === 0 ? '' : formatMoney(isSettled(campaign) ? billedValue : value);
      },
    },
    {
      id: 'price',
      header: t('campaignList.points'),
      width: 110,
      align: 'right',
      hiddenBelow: 1000,
      render: (campaign) => {
        const { messages, billedPoints, points } = campaign.sums;
        return messages === 0 ? '' : formatPoints(isSettled(campaign) ? billedPoints : points);
      },
    },
    {
      id: 'createdAt',
      unbroken: true,
      header: t('campaignList.createdAt'),
      width: 140,
      hiddenBelow: 900,
      render: ({ startedAt, createdAt }) => formatTime(startedAt ?? createdAt),
    },
  ];
}

/** Nothing more of it will be charged: what it costs is no estimate any more. */
function isSettled(campaign: CampaignView): boolean {
  return ['awaiting', 'finished', 'cancelled'].includes(shownState(campaign));
}
