import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { delayFinder, drawDelay, fitsPath, type Delay } from './latency.ts';

const DRAWS = 20_000;

/** Many delays, smallest first. */
const drawn = (delay: Delay, seed = 1): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: DRAWS }, () => drawDelay(delay, random)).toSorted((a, b) => a - b);
};

const percentile = (values: readonly number[], percent: number): number =>
  values[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? Number.NaN;

describe('a delay', () => {
  it('is always the same when it is fixed', () => {
    expect(new Set(drawn({ ms: 40 }))).toEqual(new Set([40]));
  });

  it('is even between two ends, both included', () => {
    const values = drawn({ minMs: 10, maxMs: 20 });
    expect([values[0], values.at(-1)]).toEqual([10, 20]);
    expect(percentile(values, 50)).toBe(15);
  });

  it('lies around its mean, as wide as its deviation, never below nothing', () => {
    const values = drawn({ meanMs: 1_000, deviationMs: 100 });
    expect(percentile(values, 50)).toBeCloseTo(1_000, -1);
    expect(percentile(values, 84)).toBeGreaterThan(1_080);
    expect(percentile(values, 84)).toBeLessThan(1_120);
    expect(drawn({ meanMs: 0, deviationMs: 100 })[0]).toBe(0);
  });

  it('has a long tail above its median when it is log-normal, cut where it is told', () => {
    const values = drawn({ medianMs: 100, spread: 1 });
    expect(percentile(values, 50)).toBeGreaterThan(95);
    expect(percentile(values, 50)).toBeLessThan(105);
    // e to the power of 1.645, the 95th percentile of the standard normal
    expect(percentile(values, 95)).toBeGreaterThan(480);
    expect(percentile(values, 95)).toBeLessThan(560);
    expect(drawn({ medianMs: 100, mostMs: 300 }).at(-1)).toBe(300);
  });

  it('follows percentiles that were measured', () => {
    const values = drawn({
      percentiles: [
        [50, 80],
        [90, 200],
        [99, 1_500],
        [100, 5_000],
      ],
    });
    expect(percentile(values, 50)).toBeGreaterThan(76);
    expect(percentile(values, 50)).toBeLessThan(84);
    expect(percentile(values, 90)).toBeGreaterThan(190);
    expect(percentile(values, 90)).toBeLessThan(215);
    expect(values.at(-1)).toBeLessThanOrEqual(5_000);
    expect(percentile(values, 99.5)).toBeGreaterThan(1_500);
  });

  it('is the same with the same seed', () => {
    expect(drawn({ medianMs: 100 }, 3)).toEqual(drawn({ medianMs: 100 }, 3));
    expect(drawn({ medianMs: 100 }, 4)).not.toEqual(drawn({ medianMs: 100 }, 3));
  });
});

describe('latency by rules', () => {
  const delayOf = delayFinder([
    { delay: { ms: 1 }, path: '/sms.do', numbers: '^48600' },
    { delay: { ms: 2 }, path: '/sms.do' },
    { delay: { ms: 3 }, path: '/contacts*' },
  ]);

  it.each([
    ['/sms.do', '48600100200', { ms: 1 }],
    ['/sms.do', '48500100200', { ms: 2 }],
    ['/contacts/groups', '', { ms: 3 }],
    ['/profile', '', { minMs: 0, maxMs: 0 }],
  ])('for %s to %j is %j', (path, number, delay) => {
    expect(delayOf(path, () => [number])).toEqual(delay);
  });

  it.each([
    ['*', '/anything', true],
    ['/sms*', '/sms.do', true],
    ['/sms.do', '/sms.do2', false],
  ])('%s is %s: %s', (wanted, path, fits) => {
    expect(fitsPath(wanted, path)).toBe(fits);
  });
});
