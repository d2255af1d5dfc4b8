import { describe, expect, it } from 'vitest';
import { effectiveToday } from './entitlement-day.ts';

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
