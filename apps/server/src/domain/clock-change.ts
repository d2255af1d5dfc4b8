const MINUTE_MS = 60_000;

/** Clocks are put right by seconds all the time; nothing here depends on less than this. */
const UNNOTICED_MS = 5 * MINUTE_MS;

/** A wrong hour or time zone gets repaired like that (domain-facts 4.2): up to two days back a clock is believed. */
const BELIEVED_MS = 48 * 60 * MINUTE_MS;

/**
 * What to do about a clock that is behind the latest moment seen. `adjust`: what is waited for moves back with it, and what is
 * uncertain has lost its age. `stop`: besides, nothing is sent until the date is right or a person says so, for every consent,
 * report and entitlement would be judged by a wrong date.
 * @example judgeClock(3 * 86_400_000) // 'stop'
 */
export function judgeClock(backMs: number): 'fine' | 'adjust' | 'stop' {
  if (backMs <= UNNOTICED_MS) return 'fine';
  return backMs <= BELIEVED_MS ? 'adjust' : 'stop';
}
