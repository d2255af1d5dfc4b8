/**
 * A moment, as people give it: milliseconds from now, an ISO 8601 duration from now (`PT1H30M`, `P3D`),
 * an ISO 8601 date and time with its zone (`2026-01-12T09:00:00Z`), or a Date.
 */
export type When = number | string | Date;

/** What a sentence about a wrong moment says is allowed. */
export const WHEN_ALLOWED = 'milliseconds, a duration such as PT1H30M or P3D, or a date and time with its zone';

const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const DURATION = new RegExp(
  `^P(?=.)(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=.)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
);
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; null when it is none.
 * Years and months are refused, for their lengths differ.
 * @example durationOf('P1DT2H') // 93_600_000
 */
export const durationOf = (text: string): number | null => {
  const found = DURATION.exec(text);
  if (found === null) return null;
  return UNITS_MS.reduce((sum, unitMs, place) => sum + unitMs * Number(found[place + 1] ?? 0), 0);
};

/**
 * The moment meant, in milliseconds since 1970; null when it cannot be understood.
 * @example momentAfter('PT1H', 1_000) // 3_601_000
 */
export const momentAfter = (when: When, now: number): number | null => {
  if (typeof when === 'number') return Number.isFinite(when) && when >= 0 ? now + Math.round(when) : null;
  if (when instanceof Date) return Number.isNaN(when.getTime()) ? null : when.getTime();
  const durationMs = durationOf(when);
  if (durationMs !== null) return now + Math.round(durationMs);
  const at = DATE_TIME.test(when) ? Date.parse(when) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};
