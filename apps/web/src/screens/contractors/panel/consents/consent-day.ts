/** A day as a date field writes it, in the time of this computer. */
export function dayOf(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * The moment a chosen day stands for; null when it is no day, or is in the future. Today is now (undefined: the API's own clock),
 * so that what is recorded twice in a day keeps its order; another day is its noon, the same date in every time zone of Europe.
 */
export function momentOf(day: string, now: Date): string | undefined | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const today = dayOf(now);
  if (day === today) return undefined;
  const noon = new Date(`${day}T12:00:00`);
  return day > today || Number.isNaN(noon.getTime()) ? null : noon.toISOString();
}
