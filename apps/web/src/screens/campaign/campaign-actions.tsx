import { Button, Tooltip } from '@mantine/core';
import { IconCopy, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { say } from '../../ui/describe-error.ts';
import { SendButton } from './send/send-button.tsx';
import { useDuplicate } from './use-duplicate.ts';
import { useCommand } from './use-command.ts';
import type { CampaignView, Draft } from './use-draft.ts';

interface CampaignActionsProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

const COMMANDS = [
  ['check_delivery', IconRefresh],
  ['pause', IconPlayerPause],
  ['resume', IconPlayerPlay],
  ['cancel', IconX],
] as const satisfies readonly (readonly [string, Icon])[];

/** Which commands a state has on the screen at all; those of them that are barred say why. */
const SHOWN: Readonly<Record<CampaignView['state'], readonly string[]>> = {
  draft: [],
  frozen: ['cancel'],
  sending: ['check_delivery', 'pause', 'cancel'],
  paused: ['check_delivery', 'resume', 'cancel'],
  finished: ['check_delivery'],
  cancelled: ['check_delivery'],
};

export function CampaignActions({ companyId, campaign, draft }: CampaignActionsProps) {
  const { t } = useTranslation();
  const command = useCommand(companyId, campaign);
  const duplicate = useDuplicate(companyId, campaign.id);
  const [cancelling, setCancelling] = useState(false);
  const isUnsent = campaign.state === 'draft' || campaign.state === 'frozen';
  return (
    <>
      {COMMANDS.filter(([name]) => SHOWN[campaign.state].includes(name)).map(([name, Sign]) => {
        const barred = campaign.actions.find(({ action }) => action === name)?.reason ?? null;
        return (
          <Tooltip key={name} label={barred ? say(barred.sentence) : ''} disabled={barred === null}>
            <Button
              variant="default"
              leftSection={<Sign size={14} />}
              data-disabled={barred !== null || undefined}
              aria-disabled={barred !== null}
              loading={command.isPending && command.variables === name}
              onClick={() => {
                if (barred !== null) return;
                if (name === 'cancel') setCancelling(true);
                else command.mutate(name);
              }}
            >
              {t(`campaigns.actions.${name}`)}
            </Button>
          </Tooltip>
        );
      })}
      {isUnsent ? null : (
        <Button
          variant="default"
          leftSection={<IconCopy size={14} />}
          loading={duplicate.isPending}
          onClick={() => duplicate.mutate()}
        >
          {t('campaign.duplicate')}
        </Button>
      )}
      {isUnsent ? <SendButton companyId={companyId} campaign={campaign} draft={draft} /> : null}
      <ConfirmDialog
        opened={cancelling}
        title={t('campaigns.cancelTitle')}
        text={t('campaigns.cancelText')}
        confirm={t('campaigns.cancelConfirm')}
        danger
        onClose={() => setCancelling(false)}
        onConfirm={() => {
          setCancelling(false);
          command.mutate('cancel');
        }}
      />
    </>
  );
}
