import { describe, expect, it } from 'vitest';
import { createPaint } from '../format/paint.ts';
import { sampleCampaign } from '../testing/samples.ts';
import { isExact, resultLines } from './summary.ts';

const campaign = sampleCampaign({
  state: 'sending',
  sums: {
    messages: 300,
    handover: { accepted: 294, refused: 6 },
    delivery: { none: 6, delivered: 257, undelivered: 32, pending: 5 },
    billedPoints: 441_000,
  },
});

describe('the result of a demonstration', () => {
  it('adds up, and names what has no report yet', () => {
    expect(resultLines({ campaign, before: 9_940_000, after: 9_499_000 }, Infinity, createPaint(false))).toEqual([
      'Etap               Stan                 Wiadomości  Udział',
      'Status SMS         Przekazana                  294   98,0%',
      'Status SMS         Odrzucona                     6    2,0%',
      'Status doręczenia  Jeszcze bez raportu           5    1,7%',
      'Status doręczenia  Doręczona                   257   87,4%',
      'Status doręczenia  Niedoręczona                 32   10,9%',
      '',
      'Wiadomości         300',
      'Części             300',
      'Wyceniono          45,00 pkt',
      'Bramka pobrała     44,10 pkt',
      'Stan konta przed   994,00 pkt',
      'Stan konta po      949,90 pkt  ✓ ubyło dokładnie tyle, ile pobrano',
    ]);
  });

  it.each([
    [9_940_000, 9_499_000, true],
    [9_940_000, 9_499_001, false],
    [null, null, false],
  ])('%s before and %s after is exact: %s', (before, after, exact) => {
    expect(isExact({ campaign, before, after })).toBe(exact);
  });
});
