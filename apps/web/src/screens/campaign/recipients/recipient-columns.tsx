import type { Contract, Result } from '@goniec/contract';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../i18n/format-phone.ts';
import { say } from '../../../ui/describe-error.ts';
import type { GridColumn } from '../../../ui/grid/grid-column.ts';

export type RecipientView = Result<Contract['listRecipients']>['items'][number];

export function useRecipientColumns(): readonly GridColumn<RecipientView>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'contractor',
      header: t('campaigns.columns.contractor'),
      width: 170,
      grows: true,
      render: ({ contractorName }) => <span title={contractorName}>{contractorName}</span>,
    },
    {
      id: 'contact',
      header: t('campaigns.columns.contact'),
      width: 150,
      hiddenBelow: 700,
      render: ({ contactName }) => contactName,
    },
    {
      id: 'phone',
      header: t('campaigns.columns.phone'),
      width: 138,
      render: ({ phone }) => (phone === null ? null : formatPhone(phone)),
    },
    {
      id: 'obstacle',
      header: t('campaigns.columns.obstacle'),
      width: 230,
      render: ({ obstacle }) =>
        obstacle === null ? (
          <Text span inherit c="var(--goniec-good)">
            {t('campaigns.recipients.gets')}
          </Text>
        ) : (
          <Text span inherit c="var(--goniec-warn)" title={say(obstacle.sentence)}>
            {say(obstacle.sentence)}
          </Text>
        ),
    },
  ];
}
