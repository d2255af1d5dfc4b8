import { describe, expect, it } from 'vitest';
import {
  actionsOf,
  decide,
  openEnds,
  type CampaignCommand,
  type CampaignFacts,
  type CampaignState,
} from './campaign.ts';

const facts = (state: CampaignState, more: Partial<CampaignFacts> = {}): CampaignFacts => ({
  state,
  recipients: 3,
  hasText: true,
  unsent: 3,
  awaited: 0,
  ...more,
});

/** The whole machine: the state after each command, `-` where it is barred. */
const table: Record<CampaignState, Record<CampaignCommand, CampaignState | '-'>> = {
  draft: {
    edit: 'draft',
    freeze: 'frozen',
    send: 'sending',
    pause: '-',
    resume: '-',
    cancel: 'cancelled',
    check_delivery: '-',
  },
  frozen: {
    edit: '-',
    freeze: '-',
    send: 'sending',
    pause: '-',
    resume: '-',
    cancel: 'cancelled',
    check_delivery: '-',
  },
  sending: {
    edit: '-',
    freeze: '-',
    send: '-',
    pause: 'paused',
    resume: '-',
    cancel: 'cancelled',
    check_delivery: '-',
  },
  paused: {
    edit: '-',
    freeze: '-',
    send: '-',
    pause: '-',
    resume: 'sending',
    cancel: 'cancelled',
    check_delivery: '-',
  },
  finished: { edit: '-', freeze: '-', send: '-', pause: '-', resume: '-', cancel: '-', check_delivery: '-' },
  cancelled: { edit: '-', freeze: '-', send: '-', pause: '-', resume: '-', cancel: '-', check_delivery: '-' },
};
const states = Object.keys(table) as CampaignState[];

describe('a campaign', () => {
  it.each(states)('goes only where the design lets it from %s', (state) => {
    const reached = Object.fromEntries(
      (Object.keys(table[state]) as CampaignCommand[]).map((command) => {
        const decision = decide(facts(state), command);
        return [command, decision.ok ? decision.next : '-'];
      }),
    );
    expect(reached).toEqual(table[state]);
  });

  it.each(['freeze', 'send'] as const)('does not %s without a text or without recipients', (command) => {
    expect(decide(facts('draft', { hasText: false }), command)).toEqual({
      ok: false,
      refusal: 'campaign_without_text',
    });
    expect(decide(facts('draft', { recipients: 0 }), command)).toEqual({
      ok: false,
      refusal: 'campaign_without_recipients',
    });
  });

  it.each(states)('asks for delivery in %s as long as something is awaited', (state) => {
    expect(decide(facts(state, { awaited: 1 }), 'check_delivery')).toEqual({ ok: true, next: state });
  });

  it('is neither paused nor cancelled once the gateway has got everything', () => {
    const sent = facts('sending', { unsent: 0, awaited: 3 });
    for (const command of ['pause', 'cancel'] as const)
      expect(decide(sent, command)).toEqual({ ok: false, refusal: 'nothing_unsent' });
    expect(decide(sent, 'check_delivery')).toEqual({ ok: true, next: 'sending' });
    expect(decide(facts('paused', { unsent: 0 }), 'cancel')).toEqual({ ok: true, next: 'cancelled' });
  });

  it('has open ends: what is not sent, and what nobody has reported on', () => {
    const sums = [
      { handover: 'ready', delivery: 'none', messages: 1 },
      { handover: 'submitting', delivery: 'none', messages: 2 },
      { handover: 'uncertain', delivery: 'none', messages: 4 },
      { handover: 'accepted', delivery: 'none', messages: 8 },
      { handover: 'accepted', delivery: 'pending', messages: 16 },
      { handover: 'accepted', delivery: 'delivered', messages: 32 },
      { handover: 'refused', delivery: 'none', messages: 64 },
      { handover: 'excluded', delivery: 'none', messages: 128 },
      { handover: 'cancelled', delivery: 'none', messages: 256 },
    ];
    expect(openEnds(sums)).toEqual({ unsent: 7, awaited: 24 });
  });

  it('lists every action with the reason when one is barred', () => {
    const barred = Object.fromEntries(
      actionsOf(facts('sending', { awaited: 2 })).map(({ action, refusal }) => [action, refusal]),
    );
    expect(barred).toEqual({
      edit: 'campaign_not_draft',
      freeze: 'campaign_not_draft',
      send: 'campaign_already_sending',
      pause: null,
      resume: 'campaign_not_paused',
      cancel: null,
      check_delivery: null,
    });
  });
});
