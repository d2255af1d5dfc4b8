import { Alert } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pickedKey, type CampaignKey } from '../../../api/campaign-queries.ts';
import { formatCount } from '../../../i18n/format.ts';
import { LeftOutList, leftOutOf, type Picked } from './left-out-list.tsx';

/** Of contractors marked in the directory: whose contacts did not come along, and why, until one has read it. */
export function PickedNotice({ companyId, campaignId }: CampaignKey) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const queryKey = pickedKey({ companyId, campaignId });
  const { data: picked } = useQuery<Picked | null>({ queryKey, queryFn: skipToken });
  if (!picked || leftOutOf(picked) === 0) return null;
  return (
    <Alert
      role="status"
      color="orange"
      radius={0}
      py={8}
      icon={<IconUserOff size={16} />}
      title={t('campaign.add.leftOutOfMarked', { formatted: formatCount(leftOutOf(picked)) })}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={() => client.setQueryData(queryKey, null)}
    >
      <LeftOutList leftOut={picked.leftOut} />
    </Alert>
  );
}
