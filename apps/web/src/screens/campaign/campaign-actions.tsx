import { ActionIcon, Menu, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarrableButton } from '../../ui/barrable-button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useCampaignCommands, type CampaignCommand } from './campaign-commands.ts';
import { NARROW } from './narrow.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { SendButton } from './send/send-button.tsx';
import type { CampaignView, Draft } from './use-draft.ts';

interface CampaignActionsProps {
  readonly companyId: string;
  readonly campaign: CampaignView;
  readonly draft: Draft;
}

/** *Wstrzymaj* and *Wznów* are one button with two faces: who has pressed the one stands on the other. */
const placeOf = (name: string): string => (name === 'pause' || name === 'resume' ? 'halt' : name);

/** More than so many do not fit the width of a phone: those that can wait are in a menu there. */
const FIT = 2;
const CAN_WAIT: readonly string[] = ['check_delivery', 'duplicate', 'remove'];

export function CampaignActions({ companyId, campaign, draft }: CampaignActionsProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { commands, cancel } = useCampaignCommands(companyId, campaign, {
    cancel: () => setCancelling(true),
    remove: () => setRemoving(true),
  });
  const isUnsent = campaign.state === 'draft' || campaign.state === 'frozen';
  // Of a draft, *Wyślij* is what one came for.
  const manyOf = campaign.state === 'draft' || (narrow && commands.length > FIT);
  const waiting = manyOf ? commands.filter(({ name }) => CAN_WAIT.includes(name)) : [];
  return (
    <>
      {commands
        .filter((command) => !waiting.includes(command))
        .map(({ name, label, icon: Sign, barred, running, run }) => (
          <BarrableButton
            key={placeOf(name)}
            variant="default"
            leftSection={<Sign size={14} />}
            barred={barred}
            loading={running}
            onClick={run}
          >
            {label}
          </BarrableButton>
        ))}
      {waiting.length === 0 ? null : <MoreCommands commands={waiting} />}
      {isUnsent ? <SendButton companyId={companyId} campaign={campaign} draft={draft} /> : null}
      <RemoveDialog
        companyId={companyId}
        draft={removing ? campaign : null}
        onClose={() => setRemoving(false)}
        // What was typed last goes with it.
        leave={() => navigate({ to: '/firma/$companyId/wysylki', params: { companyId }, ignoreBlocker: true })}
      />
      <ConfirmDialog
        opened={cancelling}
        title={t('campaigns.cancelTitle')}
        text={t('campaigns.cancelText')}
        confirm={t('campaigns.cancelConfirm')}
        refuse={t('campaigns.cancelRefuse')}
        danger
        onClose={() => setCancelling(false)}
        onConfirm={() => {
          setCancelling(false);
          cancel();
        }}
      />
    </>
  );
}

function MoreCommands({ commands }: { readonly commands: readonly CampaignCommand[] }) {
  const { t } = useTranslation();
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('campaign.more')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={300}>
        {commands.map(({ name, label, icon: Sign, barred, run }) => (
          <Menu.Item
            key={name}
            leftSection={<Sign size={14} />}
            aria-disabled={barred !== null || undefined}
            closeMenuOnClick={barred === null}
            onClick={barred === null ? run : undefined}
          >
            {label}
            {barred === null ? null : (
              <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
                {barred}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
