const moments = new Intl.DateTimeFormat('pl-PL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const clocks = new Intl.DateTimeFormat('pl-PL', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const days = new Intl.DateTimeFormat('pl-PL', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `22.11.2026 12:00`, in the time zone of this computer. */
export const formatMoment = (iso: string): string => moments.format(new Date(iso)).replace(', ', ' ');

/** `12:00:05` */
export const formatClock = (moment: Date): string => clocks.format(moment);

/** A calendar day, `2026-11-22` → `22.11.2026`. */
export const formatDay = (isoDay: string): string => days.format(new Date(`${isoDay}T00:00:00Z`));

const DAY = 86_400;
const HOUR = 3_600;

/** How long ago, in the largest unit that fits twice: `45 s`, `90 min`, `30 h`, `3 dni`. */
export function formatAge(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 2 * HOUR) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 2 * DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} dni`;
}
