import { describe, expect, it } from 'vitest';
import { sampleCampaign, sampleReason } from '../testing/samples.ts';
import { exitOf, isOver } from './watch-campaign.ts';

const pause = (resumesAt: string | null) => ({
  cause: 'funds' as const,
  reason: sampleReason('funds'),
  since: null,
  nextCheckAt: resumesAt,
  resumesAt,
});
const half = { messages: 2, handover: { accepted: 1, ready: 1 }, delivery: { pending: 1 } };
const handed = { messages: 2, handover: { accepted: 2 }, delivery: { pending: 2 } };
const whole = { messages: 2, handover: { accepted: 2 }, delivery: { delivered: 2 } };
const lossy = { messages: 2, handover: { accepted: 2 }, delivery: { delivered: 1, undelivered: 1 } };

describe('a watched campaign', () => {
  it.each([
    ['that is being sent goes on', sampleCampaign({ state: 'sending', sums: half }), false, false],
    ['that waits for reports is handed over', sampleCampaign({ state: 'sending', sums: handed }), false, true],
    ['that is frozen goes on', sampleCampaign({ state: 'frozen', sums: half }), false, false],
    ['paused by a person is over', sampleCampaign({ state: 'paused', pause: pause(null), sums: half }), true, true],
    [
      'paused until the gateway is back goes on',
      sampleCampaign({ state: 'paused', pause: pause('2026-11-22T12:05:00.000Z'), sums: half }),
      false,
      false,
    ],
    ['that is finished is over', sampleCampaign({ state: 'finished', sums: whole }), true, true],
    ['that was cancelled is over', sampleCampaign({ state: 'cancelled', sums: half }), true, true],
    ['that was never sent is over', sampleCampaign({ state: 'draft' }), true, true],
  ])('%s', (_, campaign, atTheEnd, atHandover) => {
    expect([isOver(campaign, 'end'), isOver(campaign, 'handover')]).toEqual([atTheEnd, atHandover]);
  });

  it.each([
    ['finished, all delivered', sampleCampaign({ state: 'finished', sums: whole }), 'end', 0],
    ['finished, one undelivered', sampleCampaign({ state: 'finished', sums: lossy }), 'end', 5],
    ['handed over', sampleCampaign({ state: 'sending', sums: handed }), 'handover', 0],
    ['handed over when its end was awaited', sampleCampaign({ state: 'sending', sums: handed }), 'end', 5],
    ['paused', sampleCampaign({ state: 'paused', pause: pause(null), sums: handed }), 'handover', 5],
    ['cancelled', sampleCampaign({ state: 'cancelled', sums: whole }), 'end', 5],
  ] as const)('%s exits as it should', (_, campaign, until, exit) => {
    expect(exitOf(campaign, until)).toBe(exit);
  });
});
