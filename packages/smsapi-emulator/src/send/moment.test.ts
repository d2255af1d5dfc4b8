import { describe, expect, it } from 'vitest';
import { isAllowedHour, nearestAllowed } from './hours.ts';
import { parseMoment, threeMonthsAfter } from './moment.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe('a moment', () => {
  it.each([
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T22:13:20.000Z', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T22:13:20+00:00', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T23:13:20+01:00', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T23:13:20+0100', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14T22:13:20Z', '2023-11-14T22:13:20.000Z'],
    ['2023-11-14 22:13', '2023-11-14T22:13:00.000Z'],
    ['2023-11-14', '2023-11-14T00:00:00.000Z'],
  ])('%s is understood', (given, at) => {
    expect(iso(parseMoment(given).at)).toBe(at);
  });

  it.each(['tomorrow', '2023-02-30', '2023-13-01', '2023-11-14T25:00', '14.11.2023', '1e9', '-5', ''])(
    '%s is not',
    (given) => {
      expect(parseMoment(given)).toEqual({ given, at: null });
    },
  );

  it('three months ahead keeps the day of the month', () => {
    expect(iso(threeMonthsAfter(Date.UTC(2026, 0, 12, 9)))).toBe('2026-04-12T09:00:00.000Z');
  });
});

describe('sending hours', () => {
  const hours = { from: 8, to: 20 };

  it.each([
    ['2026-01-12T07:00:00Z', true],
    ['2026-01-12T06:59:59Z', false],
    ['2026-01-12T18:59:59Z', true],
    ['2026-01-12T19:00:00Z', false],
    ['2026-07-12T06:00:00Z', true],
    ['2026-07-12T05:59:59Z', false],
  ])('are those of a Polish wall clock: %s is allowed: %s', (at, allowed) => {
    expect(isAllowedHour(hours, Date.parse(at))).toBe(allowed);
  });

  it.each([
    ['2026-01-12T10:00:00.000Z', '2026-01-12T10:00:00.000Z'],
    ['2026-01-12T03:30:00.500Z', '2026-01-12T07:00:00.000Z'],
    ['2026-01-12T21:15:00.000Z', '2026-01-13T07:00:00.000Z'],
    // The night of 29 March 2026 has 23 hours, that of 25 October 25.
    ['2026-03-28T21:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('nearest to %s is %s', (at, opening) => {
    expect(iso(nearestAllowed(hours, Date.parse(at)))).toBe(opening);
  });
});
