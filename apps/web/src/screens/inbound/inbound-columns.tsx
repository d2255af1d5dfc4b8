import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../i18n/format-phone.ts';
import { formatTime } from '../../i18n/format.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { nameOwners } from '../../ui/name-owners.ts';
import type { InboundView } from './inbound-queries.ts';
import { INBOUND_COLOR } from './state-color.ts';

export function useInboundColumns(): readonly GridColumn<InboundView>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'sender',
      unbroken: true,
      header: t('inbound.columns.sender'),
      width: 134,
      render: ({ phone, sender }) => (phone === null ? sender : formatPhone(phone)),
    },
    {
      id: 'contractor',
      header: t('inbound.columns.contractor'),
      width: 190,
      hiddenBelow: 640,
      render: ({ owners }) => nameOwners(owners) ?? '—',
    },
    {
      id: 'text',
      header: t('inbound.columns.text'),
      width: 140,
      grows: true,
      render: ({ text }) => <span title={text}>{text}</span>,
    },
    {
      id: 'state',
      header: t('inbound.columns.state'),
      width: 154,
      hiddenBelow: 460,
      render: ({ state }) => <Badge color={INBOUND_COLOR[state]}>{t(`inbound.states.${state}`)}</Badge>,
    },
    {
      id: 'campaign',
      header: t('inbound.columns.campaign'),
      width: 170,
      hiddenBelow: 900,
      render: ({ campaign }) => campaign?.subject ?? '—',
    },
    {
      id: 'at',
      unbroken: true,
      header: t('inbound.columns.at'),
      width: 140,
      hiddenBelow: 760,
      render: ({ receivedAt }) => formatTime(receivedAt),
    },
  ];
}
