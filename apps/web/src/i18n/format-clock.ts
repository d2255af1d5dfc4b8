import i18next from 'i18next';
import { regionOf } from './language.ts';

/** Moments of a day, as a phone shows them. */

const clock = (time: string): string =>
  new Intl.DateTimeFormat(regionOf(i18next.language), { hour: '2-digit', minute: '2-digit' }).format(new Date(time));

const keyOf = (time: Date): string => `${time.getFullYear()}-${time.getMonth() + 1}-${time.getDate()}`;
const isSameDay = (time: string, now: Date): boolean => keyOf(new Date(time)) === keyOf(now);

/** The day a moment belongs to, where the reader is. */
export const dayKey = (time: string): string => keyOf(new Date(time));

/** `14:05` */
export const formatClock = clock;

/** `14:05` today, `21.11` on another day. */
export function formatBrief(time: string, now: Date = new Date()): string {
  if (isSameDay(time, now)) return clock(time);
  return new Intl.DateTimeFormat(regionOf(i18next.language), { day: '2-digit', month: '2-digit' }).format(
    new Date(time),
  );
}

/** `14:05` today, `21.11, 14:05` on another day. */
export function formatSince(time: string, now: Date = new Date()): string {
  return isSameDay(time, now) ? clock(time) : `${formatBrief(time, now)}, ${clock(time)}`;
}

/** `dziś`, `wczoraj`, else `piątek, 20 listopada 2026`. */
export function formatDayName(time: string, now: Date = new Date()): string {
  const words = new Intl.RelativeTimeFormat(i18next.language, { numeric: 'auto' });
  if (isSameDay(time, now)) return words.format(0, 'day');
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (isSameDay(time, yesterday)) return words.format(-1, 'day');
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(regionOf(i18next.language), day).format(new Date(time));
}
