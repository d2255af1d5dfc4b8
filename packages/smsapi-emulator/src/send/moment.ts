/** A moment as a client wrote it, and what we understood: null when nothing. */
export interface Moment {
  readonly given: string;
  readonly at: number | null;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Unix seconds or ISO 8601: JavaScript writes `2023-11-14T22:13:20.000Z`, PHP `2023-11-14T22:13:20+00:00`,
 * Go RFC 3339, Java seconds (dossier 1.5). Without a zone it is taken as UTC.
 */
export const parseMoment = (given: string): Moment => {
  if (/^\d{1,11}$/.test(given)) return { given, at: Number(given) * 1_000 };
  const found = ISO.exec(given);
  if (found === null) return { given, at: null };
  const [, day = '', time = '00:00', zone = 'Z'] = found;
  const at = Date.parse(`${day}T${time}${zone}`);
  return { given, at: Number.isNaN(at) || !isRealDay(day) ? null : at };
};

/** The platform takes 30 February for 2 March; we do not. */
const isRealDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));

/** The same moment of the calendar, three months later: how far ahead a message may be scheduled (error 50). */
export const threeMonthsAfter = (now: number): number => {
  const date = new Date(now);
  return date.setUTCMonth(date.getUTCMonth() + 3);
};
