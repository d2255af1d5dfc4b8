/** Delivery statuses, dossier section 5. Not to be mixed up with error codes: another number space. */
export const STATUS_NAMES = {
  401: 'NOT_FOUND',
  402: 'EXPIRED',
  403: 'SENT',
  404: 'DELIVERED',
  405: 'UNDELIVERED',
  406: 'FAILED',
  407: 'REJECTED',
  408: 'UNKNOWN',
  409: 'QUEUE',
  410: 'ACCEPTED',
  411: 'RENEWAL',
  412: 'STOP',
} as const;

export type StatusCode = keyof typeof STATUS_NAMES;

export const STATUS = {
  notFound: 401,
  expired: 402,
  sent: 403,
  delivered: 404,
  undelivered: 405,
  failed: 406,
  rejected: 407,
  unknown: 408,
  queue: 409,
} as const satisfies Record<string, StatusCode>;

const NAMES: Readonly<Record<number, string>> = STATUS_NAMES;
const PENDING: ReadonlySet<number> = new Set([403, 409, 410, 411]);

export const isFinal = (code: number): boolean => !PENDING.has(code);

/** A code nobody knows keeps its number, so that receivers can be tested against tomorrow's statuses. */
export const statusName = (code: number): string => NAMES[code] ?? `STATUS_${code}`;

/** Forward only; a late DELIVERED still wins over UNKNOWN and EXPIRED (dossier section 5). */
export const mayFollow = (before: number, after: number): boolean => {
  if (!isFinal(before)) return isFinal(after) || before !== STATUS.sent || after !== STATUS.queue;
  return after === STATUS.delivered;
};
