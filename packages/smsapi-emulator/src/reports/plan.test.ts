import { describe, expect, it } from 'vitest';
import type { Fate } from '../fates.ts';
import { createLives } from '../send/life.ts';
import { initialSettings } from '../settings.ts';
import { CALM_TIMINGS, expireAt, openingOf, planOf, scaleTimings, withoutReports } from './plan.ts';

const plan = (fate: Fate) => planOf(fate, CALM_TIMINGS, openingOf(CALM_TIMINGS), () => 0);
const codes = (fate: Fate) => plan(fate).map(([, code]) => code);

describe('a plan', () => {
  it.each([
    ['delivered', [409, 403, 404]],
    ['undelivered', [409, 403, 405]],
    ['expired', [409, 403, 402]],
    ['rejected', [409, 403, 407]],
    ['failed', [409, 403, 406]],
    ['unknown', [409, 403, 408]],
    ['unknown-then-delivered', [409, 403, 408, 404]],
    ['duplicated', [409, 409, 403, 403, 404, 404]],
    ['disordered', [404, 403, 409]],
    ['silent', [403, 0]],
  ] as const)('of a %s message goes %j', (fate, expected) => {
    expect(codes(fate)).toEqual(expected);
  });

  it('keeps its steps in order of time', () => {
    for (const fate of ['duplicated', 'disordered', 'late', 'unknown-then-delivered'] as const) {
      const moments = plan(fate).map(([afterMs]) => afterMs);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('ends a minute later for the late ones', () => {
    expect(plan('late').at(-1)).toEqual([61_000, 404, 1]);
    expect(plan('delivered').at(-1)).toEqual([1_000, 404, 1]);
  });

  it('is over at expiration, with EXPIRED for what would come later', () => {
    expect(expireAt(plan('late'), 30_000).at(-1)).toEqual([30_000, 402, 1]);
    expect(expireAt(plan('delivered'), 30_000)).toEqual(plan('delivered'));
  });

  it('tells nobody without an address', () => {
    expect(withoutReports(plan('delivered')).map(([, , reported]) => reported)).toEqual([0, 0, 0]);
  });

  it('is shorter at a higher speed', () => {
    expect(scaleTimings(CALM_TIMINGS, 100)).toEqual({
      queueMs: 1,
      sentMs: 4,
      finalMinMs: 10,
      finalMaxMs: 30,
      lateMs: 600,
    });
  });
});

const numbers = Array.from({ length: 2_000 }, (_, index) => String(48_500_100_020 + index * 100));

const livesOf = (seed: number) => {
  const settings = initialSettings({});
  return createLives({ seed, settings, expiresAfterMs: null, isReported: true });
};

describe('lives', () => {
  it('hang on seed, number and key, not on order', () => {
    const forwards = livesOf(1);
    const backwards = livesOf(1);
    const there = numbers.map((number) => forwards(number, 'a'));
    const back = numbers.toReversed().map((number) => backwards(number, 'a'));
    expect(back.toReversed()).toEqual(there);
    expect(numbers.map((number) => livesOf(2)(number, 'a'))).not.toEqual(there);
  });

  it('report only the end when the switch says so', () => {
    const settings = initialSettings({ switches: { reportStatuses: 'final' } });
    const life = createLives({ seed: 1, settings, expiresAfterMs: null, isReported: true })('48500100200', 'a');
    expect(life.map(([, code, reported]) => [code, reported])).toEqual([
      [409, 0],
      [403, 0],
      [404, 1],
    ]);
  });
});
