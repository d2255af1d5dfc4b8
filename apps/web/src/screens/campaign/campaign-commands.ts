import {
  IconCopy,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconTrash,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sayReason } from '../../ui/say-reason.ts';
import { useCommand } from './use-command.ts';
import { useDuplicate } from './use-duplicate.ts';
import type { CampaignView } from './use-draft.ts';

/** Something one does to a campaign with one press. */
export interface CampaignCommand {
  readonly name: string;
  readonly label: string;
  readonly icon: Icon;
  /** Why it cannot be done now. */
  readonly barred: string | null;
  readonly running: boolean;
  readonly run: () => void;
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

interface Questions {
  readonly cancel: () => void;
  readonly remove: () => void;
}

/** The commands of this campaign in the order of the screen; what cannot be undone is asked about first. */
export function useCampaignCommands(companyId: string, campaign: CampaignView, ask: Questions) {
  const { t } = useTranslation();
  const command = useCommand(companyId, campaign);
  const duplicate = useDuplicate(companyId);
  const own = COMMANDS.filter(([name]) => SHOWN[campaign.state].includes(name)).map(([name, icon]): CampaignCommand => {
    const reason = campaign.actions.find(({ action }) => action === name)?.reason ?? null;
    return {
      name,
      label: t(`campaigns.actions.${name}`),
      icon,
      barred: reason && sayReason(reason),
      running: command.isPending && command.variables === name,
      run: () => (name === 'cancel' ? ask.cancel() : command.mutate(name)),
    };
  });
  const copy: CampaignCommand = {
    name: 'duplicate',
    label: t('campaigns.actions.duplicate'),
    icon: IconCopy,
    barred: null,
    running: duplicate.isPending,
    run: () => duplicate.mutate(campaign.id),
  };
  const remove: CampaignCommand = {
    name: 'remove',
    label: t('campaignList.remove'),
    icon: IconTrash,
    barred: null,
    running: false,
    run: ask.remove,
  };
  const { state } = campaign;
  const commands = state === 'draft' ? [copy, remove] : state === 'frozen' ? own : [...own, copy];
  return { commands, cancel: () => command.mutate('cancel') };
}
