import { describe, expect, it } from 'vitest';
import { effectiveToday, warsawDate } from './entitlement-day.ts';

describe('the calendar date in Warsaw', () => {
  it.each([
    ['2018-12-31T22:59:59Z', '2018-12-31'],
    ['2018-12-31T22:59:59.999Z', '2018-12-31'],
    ['2018-12-31T23:00:00Z', '2019-01-01'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-03-29T01:00:00Z', '2026-03-29'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
  ])('%s is %s', (instant, date) => {
    expect(warsawDate(new Date(instant))).toBe(date);
  });

  it('an invalid instant is an error', () => {
    expect(() => warsawDate(new Date('nonsense'))).toThrow(RangeError);
  });
});

describe('a clock that may have been set back', () => {
  it.each<[now: string, seen: string | null, today: string, highest: string, warning: 'clock_set_back' | null]>([
    ['2019-01-05T12:00:00Z', null, '2019-01-05', '2019-01-05', null],
    ['2019-01-05T12:00:00Z', '2019-01-04', '2019-01-05', '2019-01-05', null],
    ['2019-01-05T12:00:00Z', '2019-01-05', '2019-01-05', '2019-01-05', null],
    ['2019-01-04T12:00:00Z', '2019-01-05', '2019-01-04', '2019-01-05', null],
    ['2019-01-03T12:00:00Z', '2019-01-05', '2019-01-03', '2019-01-05', null],
    ['2019-01-02T12:00:00Z', '2019-01-05', '2019-01-05', '2019-01-05', 'clock_set_back'],
    ['2018-12-30T12:00:00Z', '2019-01-05', '2019-01-05', '2019-01-05', 'clock_set_back'],
    ['2017-01-05T12:00:00Z', '2019-01-05', '2019-01-05', '2019-01-05', 'clock_set_back'],
  ])('at %s, with %s seen, it counts as %s', (now, seen, today, highestSeen, warning) => {
    expect(effectiveToday(new Date(now), seen)).toEqual({ today, highestSeen, warning });
  });
});
