import { describe, expect, it } from 'vitest';
import { dayOf, momentOf } from './consent-day.ts';

const NOW = new Date(2026, 4, 12, 9, 30);

describe('the day of a consent', () => {
  it('is left to the clock of the API when it is today', () => {
    expect(momentOf(dayOf(NOW), NOW)).toBeUndefined();
  });

  it('is the noon of an earlier day, here', () => {
    expect(momentOf('2026-05-03', NOW)).toBe(new Date(2026, 4, 3, 12).toISOString());
  });

  it.each(['2026-05-13', '2027-01-01', '', '12.05.2026', '2026-13-01'])('is refused as %j', (day) => {
    expect(momentOf(day, NOW)).toBeNull();
  });
});

describe('a day in a date field', () => {
  it('has two digits for the month and the day', () => {
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
