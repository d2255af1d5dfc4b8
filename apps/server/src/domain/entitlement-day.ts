// Which day it is for the entitlement: a calendar date in Warsaw, of a clock that may have been set back (domain-facts 4.2).

import { warsawDate } from './warsaw-time.ts';

const TOLERATED_DAYS = 2;

export interface EffectiveToday {
  /** The date to judge the entitlement by. */
  readonly today: string;
  /** The highest date seen so far, to be stored: it never goes down. */
  readonly highestSeen: string;
  readonly warning: 'clock_set_back' | null;
}

/**
 * The highest date ever seen is kept. A clock up to 48 hours (two dates) behind it is believed, since a wrong hour or zone
 * gets repaired like that; one further behind was set back, and the highest date counts in its place, with a warning.
 */
export function effectiveToday(now: Date, highestSeen: string | null): EffectiveToday {
  const today = warsawDate(now);
  if (highestSeen === null) return { today, highestSeen: today, warning: null };
  const daysBack = Temporal.PlainDate.from(today).until(highestSeen, { largestUnit: 'day' }).days;
  if (daysBack > TOLERATED_DAYS) return { today: highestSeen, highestSeen, warning: 'clock_set_back' };
  return { today, highestSeen: daysBack > 0 ? highestSeen : today, warning: null };
}
