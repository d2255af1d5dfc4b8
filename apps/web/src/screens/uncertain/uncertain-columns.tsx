import type { Contract, Result } from '@goniec/contract';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../i18n/format-phone.ts';
import { formatAgo, formatTime } from '../../i18n/format.ts';
import { say } from '../../ui/describe-error.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';

export type UncertainView = Result<Contract['listUncertain']>['items'][number];

export function useUncertainColumns(): readonly GridColumn<UncertainView>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'contractor',
      header: t('campaigns.columns.contractor'),
      width: 150,
      grows: true,
      render: ({ contractorName }) => contractorName ?? '—',
    },
    { id: 'phone', header: t('campaigns.columns.phone'), width: 134, render: ({ phone }) => formatPhone(phone) },
    {
      id: 'campaign',
      header: t('uncertain.campaign'),
      width: 180,
      hiddenBelow: 700,
      render: ({ campaignSubject }) => <span title={campaignSubject}>{campaignSubject}</span>,
    },
    {
      id: 'since',
      header: t('uncertain.since'),
      width: 130,
      render: ({ since }) => <span title={formatTime(since)}>{formatAgo(since)}</span>,
    },
    {
      id: 'attempts',
      header: t('uncertain.attempts'),
      width: 70,
      align: 'right',
      hiddenBelow: 860,
      render: ({ attempts }) => attempts,
    },
    {
      id: 'cause',
      header: t('campaigns.log.reason'),
      width: 240,
      hiddenBelow: 960,
      render: ({ cause }) => (cause ? <span title={say(cause.sentence)}>{say(cause.sentence)}</span> : null),
    },
    {
      id: 'until',
      header: t('uncertain.until'),
      width: 140,
      hiddenBelow: 1100,
      render: ({ settlesUntil }) => (settlesUntil === null ? '—' : formatTime(settlesUntil)),
    },
  ];
}
