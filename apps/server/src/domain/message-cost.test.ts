import { describe, expect, it } from 'vitest';
import { costOf } from './message-cost.ts';

const unbilled = { parts: 2, points: 3_000, billedParts: null, billedPoints: null };

describe('what a message costs', () => {
  it.each(['ready', 'submitting', 'accepted', 'uncertain'] as const)('is an estimate while it is %s', (handover) => {
    expect(costOf({ ...unbilled, handover })).toEqual({ parts: 2, points: 3_000, estimated: true });
  });

  it.each(['refused', 'excluded', 'cancelled'] as const)('is nothing when it was %s', (handover) => {
    expect(costOf({ ...unbilled, handover })).toBeNull();
  });

  it('is what the gateway charged, once it has said so', () => {
    const billed = { ...unbilled, handover: 'accepted', billedParts: 1, billedPoints: 1_600 } as const;
    expect(costOf(billed)).toEqual({ parts: 1, points: 1_600, estimated: false });
    expect(costOf({ ...billed, billedParts: null })).toEqual({ parts: 2, points: 1_600, estimated: false });
    expect(costOf({ ...billed, billedPoints: 0 })).toMatchObject({ points: 0, estimated: false });
  });
});
