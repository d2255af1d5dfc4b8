import { describe, expect, it } from 'vitest';
import { hasFailures, stateOf, tallyOf } from './campaign-tally.ts';
import { sampleCampaign } from './testing/samples.ts';

describe('the tally of a campaign', () => {
  it('puts every message into one group of each stage', () => {
    const tally = tallyOf(
      sampleCampaign({
        sums: {
          messages: 120,
          handover: { ready: 5, submitting: 4, uncertain: 1, accepted: 90, refused: 3, excluded: 15, cancelled: 2 },
          delivery: {
            none: 40,
            pending: 20,
            delivered: 50,
            undelivered: 4,
            expired: 1,
            failed: 1,
            rejected: 1,
            unknown: 2,
            no_report: 1,
          },
        },
      }),
    );
    expect(tally).toEqual({
      sendable: 103,
      left: 10,
      accepted: 90,
      refused: 3,
      uncertain: 1,
      delivered: 50,
      undelivered: 7,
      unclear: 3,
      awaited: 30,
    });
    expect(tally.left + tally.accepted + tally.refused).toBe(tally.sendable);
    expect(tally.delivered + tally.undelivered + tally.unclear + tally.awaited).toBe(tally.accepted);
  });

  it.each([
    [{ handover: { accepted: 2 }, delivery: { delivered: 2 } }, false],
    [{ handover: { accepted: 2 }, delivery: { delivered: 1, pending: 1 } }, false],
    [{ handover: { accepted: 1, excluded: 1 }, delivery: { delivered: 1 } }, false],
    [{ handover: { refused: 1 } }, true],
    [{ handover: { uncertain: 1 } }, true],
    [{ handover: { accepted: 1 }, delivery: { expired: 1 } }, true],
    [{ handover: { accepted: 1 }, delivery: { no_report: 1 } }, true],
  ])('%j: something was lost: %s', (sums, isLost) => {
    expect(hasFailures(tallyOf(sampleCampaign({ sums: { messages: 2, ...sums } })))).toBe(isLost);
  });

  it('tells a campaign that is sent from one whose reports are awaited', () => {
    const { sums } = sampleCampaign({});
    const withReady = (ready: number) => ({ sums: { ...sums, handover: { ...sums.handover, ready } } });
    const none = { ready: 0, submitting: 0, uncertain: 0 };
    const handedOver = { sums: { ...sums, handover: { ...sums.handover, ...none } } };
    expect(stateOf({ state: 'sending', ...withReady(1) }).name).toBe('W trakcie');
    expect(stateOf({ state: 'sending', ...handedOver }).name).toBe('Czeka na raporty');
    expect(stateOf({ state: 'paused', ...handedOver }).name).toBe('Wstrzymana');
  });
});
