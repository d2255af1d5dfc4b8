import type { Contract, Result } from '@goniec/contract';
import { Badge } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { formatTime } from '../../../i18n/format.ts';
import { say } from '../../../ui/describe-error.ts';
import type { GridColumn } from '../../../ui/grid/grid-column.ts';
import { DELIVERY_COLOR, HANDOVER_COLOR } from './stages.ts';

export type MessageView = Result<Contract['listMessages']>['items'][number];

/** Where one column has to tell of both stages: how far the message has come. */
const PHONE = '(width < 560px)';

export function useLogColumns(): readonly GridColumn<MessageView>[] {
  const { t } = useTranslation();
  const onPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  return [
    {
      id: 'contractor',
      header: t('campaigns.columns.contractor'),
      width: 92,
      grows: true,
      render: ({ contractorName }) => <span title={contractorName ?? undefined}>{contractorName ?? '—'}</span>,
    },
    {
      id: 'phone',
      unbroken: true,
      header: t('campaigns.columns.phone'),
      // Only the country of everybody is left out where there is no room for it.
      width: onPhone ? 114 : 138,
      render: ({ phone }) => phone && (onPhone ? formatPhone(phone).replace(/^\+48\s/u, '') : formatPhone(phone)),
    },
    {
      id: 'handover',
      header: t('campaigns.log.handover'),
      width: 122,
      hiddenBelow: 560,
      render: ({ handover }) => <HandoverBadge handover={handover} />,
    },
    {
      id: 'delivery',
      header: t('campaigns.log.delivery'),
      width: onPhone ? 128 : 208,
      render: ({ delivery, handover }) =>
        delivery === 'none' ? (
          onPhone ? (
            <HandoverBadge handover={handover} />
          ) : (
            '–'
          )
        ) : (
          <Badge color={DELIVERY_COLOR[delivery]}>{t(`campaigns.delivery.${delivery}`)}</Badge>
        ),
    },
    {
      id: 'reason',
      header: t('campaigns.log.reason'),
      width: 172,
      hiddenBelow: 800,
      render: ({ handoverReason, deliveryReason }) => {
        const reason = deliveryReason ?? handoverReason;
        return reason ? <span title={say(reason.sentence)}>{say(reason.sentence)}</span> : null;
      },
    },
    {
      id: 'parts',
      header: t('campaigns.log.parts'),
      width: 64,
      align: 'right',
      hiddenBelow: 960,
      render: ({ cost }) =>
        cost && (cost.estimated ? <span title={t('campaigns.log.estimateHint')}>≈ {cost.parts}</span> : cost.parts),
    },
    {
      id: 'at',
      unbroken: true,
      header: t('campaigns.log.at'),
      width: 140,
      hiddenBelow: 1100,
      render: ({ reportedAt, acceptedAt }) => {
        const at = reportedAt ?? acceptedAt;
        return at === null ? null : formatTime(at);
      },
    },
  ];
}

function HandoverBadge({ handover }: Pick<MessageView, 'handover'>) {
  const { t } = useTranslation();
  return <Badge color={HANDOVER_COLOR[handover]}>{t(`campaigns.handover.${handover}`)}</Badge>;
}
