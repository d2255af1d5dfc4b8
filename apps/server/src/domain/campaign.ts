import type { RefusalCode } from './refusal.ts';

export type CampaignState = 'draft' | 'frozen' | 'sending' | 'paused' | 'finished' | 'cancelled';
export type PauseCause =
  | 'user'
  | 'funds'
  | 'credentials'
  | 'entitlement'
  | 'gateway_down'
  | 'restore_hold'
  | 'storage'
  | 'clock';
export type CampaignCommand = 'edit' | 'freeze' | 'send' | 'pause' | 'resume' | 'cancel' | 'check_delivery';

/** What the rules look at. */
export interface CampaignFacts {
  readonly state: CampaignState;
  readonly recipients: number;
  readonly hasText: boolean;
  /** Messages that the gateway has not got yet, or nobody knows whether it has. */
  readonly unsent: number;
  /** Messages handed over whose delivery is not final. */
  readonly awaited: number;
}

/** The two facts of a campaign that its sums tell. */
export function openEnds(
  sums: readonly { readonly handover: string; readonly delivery: string; readonly messages: number }[],
): Pick<CampaignFacts, 'unsent' | 'awaited'> {
  const count = (which: (sum: (typeof sums)[number]) => boolean) =>
    sums.filter(which).reduce((total, { messages }) => total + messages, 0);
  return {
    unsent: count(({ handover }) => ['ready', 'submitting', 'uncertain'].includes(handover)),
    awaited: count(
      ({ handover, delivery }) => handover === 'accepted' && (delivery === 'none' || delivery === 'pending'),
    ),
  };
}

export type Decision =
  | { readonly ok: true; readonly next: CampaignState }
  | { readonly ok: false; readonly refusal: RefusalCode };

const to = (next: CampaignState): Decision => ({ ok: true, next });
const no = (refusal: RefusalCode): Decision => ({ ok: false, refusal });

/**
 * `draft → frozen → sending ⇄ paused → finished`, `cancelled` from any state before finished (design section 3).
 * Says what a command leads to, or why it is barred; it does nothing itself.
 */
export function decide(campaign: CampaignFacts, command: CampaignCommand): Decision {
  const { state } = campaign;
  if (state === 'cancelled' && command !== 'check_delivery') return no('campaign_cancelled');
  if (state === 'finished' && command !== 'check_delivery') return no('campaign_finished');
  switch (command) {
    case 'edit':
      return state === 'draft' ? to('draft') : no('campaign_not_draft');
    case 'freeze':
      return state === 'draft' ? complete(campaign, 'frozen') : no('campaign_not_draft');
    case 'send':
      if (state === 'draft') return complete(campaign, 'sending');
      if (state === 'frozen') return to('sending');
      return no(state === 'paused' ? 'campaign_paused' : 'campaign_already_sending');
    case 'pause':
      if (state !== 'sending') return no('campaign_not_sending');
      return campaign.unsent > 0 ? to('paused') : no('nothing_unsent');
    case 'resume':
      return state === 'paused' ? to('sending') : no('campaign_not_paused');
    case 'cancel':
      return state === 'sending' && campaign.unsent === 0 ? no('nothing_unsent') : to('cancelled');
    case 'check_delivery':
      return campaign.awaited > 0 ? to(state) : no('nothing_awaited');
  }
}

function complete(campaign: CampaignFacts, next: CampaignState): Decision {
  if (!campaign.hasText) return no('campaign_without_text');
  if (campaign.recipients === 0) return no('campaign_without_recipients');
  return to(next);
}

const commands: readonly CampaignCommand[] = ['edit', 'freeze', 'send', 'pause', 'resume', 'cancel', 'check_delivery'];

/** Every command with the decision on it, so that a screen can bar what would be refused, with the reason. */
export function actionsOf(
  campaign: CampaignFacts,
): readonly { readonly action: CampaignCommand; readonly refusal: RefusalCode | null }[] {
  return commands.map((action) => {
    const decision = decide(campaign, action);
    return { action, refusal: decision.ok ? null : decision.refusal };
  });
}
