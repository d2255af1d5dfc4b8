import { Group, Text } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BarrableButton } from '../../ui/barrable-button.tsx';
import { sayReason } from '../../ui/say-reason.ts';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { useDuplicate } from '../campaign/use-duplicate.ts';
import type { CampaignView } from '../campaign/use-draft.ts';
import css from './campaigns.module.css';

interface CampaignsFootProps {
  readonly companyId: string;
  /** The campaign under the cursor. */
  readonly campaign: CampaignView | undefined;
  readonly onRemove: () => void;
}

/** What can be done with the campaign under the cursor. A phone has no cursor: there it is done in the campaign's own window. */
export function CampaignsFoot({ companyId, campaign, onRemove }: CampaignsFootProps) {
  const { t } = useTranslation();
  const duplicate = useDuplicate(companyId);
  if (campaign === undefined) return null;
  // A draft is what may still be edited.
  const barred = campaign.actions.find(({ action }) => action === 'edit')?.reason ?? null;
  return (
    <div className={`${css['foot']} no-print`}>
      <Text size="xs" c="dimmed">
        {t('campaignList.openHint')}
      </Text>
      <Group gap="xs" wrap="nowrap" role="group" aria-label={t('campaignList.chosen')} miw={0}>
        <Text size="xs" fw={600} truncate>
          {campaign.subject}
        </Text>
        <SteadyButton
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={12} />}
          loading={duplicate.isPending}
          onClick={() => duplicate.mutate(campaign.id)}
          style={{ flex: 'none' }}
        >
          {t('campaigns.actions.duplicate')}
        </SteadyButton>
        <BarrableButton
          size="compact-xs"
          variant="default"
          leftSection={<IconTrash size={12} />}
          barred={barred && sayReason(barred)}
          onClick={onRemove}
          style={{ flex: 'none' }}
        >
          {t('campaignList.remove')}
        </BarrableButton>
      </Group>
    </div>
  );
}
