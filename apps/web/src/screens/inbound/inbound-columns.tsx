import { Badge } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatBrief } from '../../i18n/format-clock.ts';
import { formatPhone } from '../../i18n/format-phone.ts';
import { formatTime } from '../../i18n/format.ts';
import type { GridColumn } from '../../ui/grid/grid-column.ts';
import { nameOwners } from '../../ui/name-owners.ts';
import type { InboundView } from './inbound-queries.ts';
import { INBOUND_COLOR } from './state-color.ts';

/** Too narrow for a column of contractors: then whoever is known is called by the name. */
const NARROW = '(width < 860px)';

export function useInboundColumns(): readonly GridColumn<InboundView>[] {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const contractor: GridColumn<InboundView> = {
    id: 'contractor',
    header: t('inbound.columns.contractor'),
    width: 190,
    render: ({ owners }) => nameOwners(owners) ?? '—',
  };
  return [
    {
      id: 'sender',
      unbroken: !isNarrow,
      header: t(isNarrow ? 'inbound.columns.contractor' : 'inbound.columns.sender'),
      width: 134,
      render: ({ phone, sender, owners }) => {
        const number = phone === null ? sender : formatPhone(phone);
        return isNarrow ? <span title={number}>{nameOwners(owners) ?? number}</span> : number;
      },
    },
    ...(isNarrow ? [] : [contractor]),
    {
      id: 'text',
      header: t('inbound.columns.text'),
      width: 100,
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
      width: isNarrow ? 66 : 140,
      render: ({ receivedAt }) =>
        isNarrow ? <span title={formatTime(receivedAt)}>{formatBrief(receivedAt)}</span> : formatTime(receivedAt),
    },
  ];
}
