import type { Contract, Result } from '@goniec/contract';
import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
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
      width: 140,
      grows: true,
      render: ({ contractorName, obstacle }) => (
        <span title={contractorName}>
          {obstacle === null ? null : <LeftOutSign reason={say(obstacle.sentence)} />}
          {contractorName}
        </span>
      ),
    },
    {
      id: 'contact',
      header: t('campaigns.columns.contact'),
      width: 150,
      hiddenBelow: 800,
      render: ({ contactName }) => contactName,
    },
    {
      id: 'phone',
      unbroken: true,
      header: t('campaigns.columns.phone'),
      width: 138,
      render: ({ phone }) => (phone === null ? null : formatPhone(phone)),
    },
    {
      id: 'obstacle',
      header: t('campaigns.columns.obstacle'),
      width: 230,
      hiddenBelow: 560,
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

/** Where a phone has no room for the reason, one sees at least whom to look at; the preview says it in full. */
function LeftOutSign({ reason }: { readonly reason: string }) {
  return (
    <IconAlertTriangle
      role="img"
      aria-label={reason}
      size={14}
      color="var(--goniec-warn)"
      style={{ marginInlineEnd: 6, verticalAlign: -2 }}
    />
  );
}
