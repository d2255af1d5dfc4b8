import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs, retryDelayMs } from './retry-delay.ts';

describe('the wait after a vain attempt', () => {
  it.each([
    [1, 2_500, 5_000],
    [2, 5_000, 10_000],
    [3, 10_000, 20_000],
    [7, 160_000, 320_000],
    [8, 300_000, 600_000],
    [60, 300_000, 600_000],
    [5_000, 300_000, 600_000],
  ])('number %i lies between %i and %i ms', (attempt, shortest, longest) => {
    expect(retryDelayMs(attempt, 0)).toBe(shortest);
    expect(retryDelayMs(attempt, 1 - Number.EPSILON)).toBe(longest);
  });

  it('never leaves its bounds and never shrinks from one attempt to the next by more than the jitter', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), chance, chance, (attempt, one, other) => {
        const wait = retryDelayMs(attempt, one);
        expect(wait).toBeGreaterThanOrEqual(2_500);
        expect(wait).toBeLessThanOrEqual(600_000);
        expect(retryDelayMs(attempt + 1, other)).toBeGreaterThanOrEqual(retryDelayMs(attempt, 0));
      }),
    );
  });

  it('follows whatever first and longest delay it is given', () => {
    expect([1, 2, 3, 4].map((n) => backOffMs({ firstMs: 60_000, longestMs: 200_000 }, n, 0.5))).toEqual([
      45_000, 90_000, 150_000, 150_000,
    ]);
  });
});
