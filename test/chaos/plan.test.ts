import { describe, expect, it } from 'vitest';
import { phases, planKills, victims } from './plan.ts';

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].toSorted((one, other) => one.localeCompare(other));

describe('planKills', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planKills(7, 200)).toEqual(planKills(7, 200));
    expect(planKills(7, 200)).not.toEqual(planKills(8, 200));
  });

  it('meets every victim and every phase within ten kills, whatever the seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      const plan = planKills(seed, 10);
      expect(distinct(plan.map(({ victim }) => victim))).toEqual(distinct(victims));
      expect(distinct(plan.map(({ phase }) => phase))).toEqual(distinct(phases));
    }
  });

  it('gives exactly as many as asked for', () => {
    expect([0, 3, 10, 11, 1_000].map((kills) => planKills(1, kills).length)).toEqual([0, 3, 10, 11, 1_000]);
  });

  it('meets every pair of victim and phase about equally often in a thousand', () => {
    const counts = Map.groupBy(planKills(3, 1_000), ({ victim, phase }) => `${victim} ${phase}`);
    expect(counts.size).toBe(24);
    for (const [, kills] of counts) expect(kills.length).toBeGreaterThan(25);
  });

  it('never kills the emulator where it has no part', () => {
    const met = planKills(5, 500).filter(({ victim }) => victim === 'emulator');
    expect(distinct(met.map(({ phase }) => phase))).toEqual(['answer', 'callbacks', 'moment', 'request']);
  });
});
