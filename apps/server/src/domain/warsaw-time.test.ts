import { describe, expect, it } from 'vitest';
import { warsawDate, warsawTime } from './warsaw-time.ts';

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

describe('the time in Warsaw', () => {
  it.each([
    ['in winter', '2026-11-30T17:30:16.237Z', '2026-11-30T18:30:16.237'],
    ['over midnight', '2026-12-31T23:30:00Z', '2027-01-01T00:30:00'],
    ['before summer time', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59'],
    ['after an hour is left out', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00'],
    ['before winter time', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59'],
    ['in the hour that comes twice', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00'],
    ['after it', '2026-10-25T02:00:00Z', '2026-10-25T03:00:00'],
  ])('%s', (_when, instant, time) => {
    expect(warsawTime(new Date(instant)).toString()).toBe(time);
  });
});
