import pg from 'pg';

/** What can be wrong with the database itself, whatever was asked of it. */
export type DatabaseTrouble = 'database_full' | 'database_unavailable';

/** disk_full, from PostgreSQL's error codes (appendix A, class 53). */
const DISK_FULL = '53100';

/**
 * Classes that say nothing about the statement: 08 connection, 53 resources, 57P0x shut down or starting, 58 the system's own
 * errors; and 25006, a server that only reads (a stand-by that is not promoted yet).
 */
const UNAVAILABLE = /^(?:08\w{3}|53\w{3}|57P0\w|58\w{3}|25006)$/;

const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket of a server that is starting
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What the driver says without a code when the connection goes while something is under way. */
const LOST =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * Whether an error of a query is the database's trouble and passes with it; null for an error of the query itself.
 * @example troubleOf(error) // 'database_full'
 */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL) return 'database_full';
  if (error instanceof pg.DatabaseError) return UNAVAILABLE.test(code) ? 'database_unavailable' : null;
  return NETWORK.has(code) || LOST.test(error.message) ? 'database_unavailable' : null;
}
