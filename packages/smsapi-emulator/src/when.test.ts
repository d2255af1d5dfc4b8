import { describe, expect, it } from 'vitest';
import { durationOf, momentAfter } from './when.ts';

describe('a duration', () => {
  it.each([
    ['PT1H', 3_600_000],
    ['PT0.5S', 500],
    ['P3D', 259_200_000],
    ['P1W', 604_800_000],
    ['P1DT2H3M4S', 93_784_000],
    ['PT90M', 5_400_000],
  ])('%s is %i milliseconds', (text, ms) => {
    expect(durationOf(text)).toBe(ms);
  });

  it.each(['', 'P', 'PT', 'P1DT', 'P1Y', 'P1M', '1H', 'PT1H2', 'PT-1H', 'pt1h'])('%j is none', (text) => {
    expect(durationOf(text)).toBeNull();
  });
});

describe('a moment', () => {
  it.each([
    [0, 1_000],
    [250.4, 1_250],
    ['PT1S', 2_000],
    ['2026-01-12T09:00:00Z', Date.UTC(2026, 0, 12, 9)],
    ['2026-01-12T10:00+01:00', Date.UTC(2026, 0, 12, 9)],
    [new Date(5), 5],
  ])('%s is counted from now, or is absolute', (when, at) => {
    expect(momentAfter(when, 1_000)).toBe(at);
  });

  it.each([-1, Number.NaN, 'tomorrow', '2026-01-12', '2026-01-12T09:00:00', '2026-13-40T09:00:00Z', new Date('x')])(
    '%s cannot be understood',
    (when) => {
      expect(momentAfter(when, 0)).toBeNull();
    },
  );
});
