import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

/** The handle every function of this folder takes first; inside `inTransaction` it is the transaction. */
export type Db = Kysely<Database>;

/** Where the database is: a folder (unix socket) or a host, or a URL of an external server. */
export type Connection = Pick<pg.ClientConfig, 'host' | 'port' | 'user' | 'database' | 'password' | 'connectionString'>;

const INT8 = 20;

/** One rule for bigint: a number, because ids and sums here stay far below 2^53; past it we stop rather than round. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit into a number`);
  return value;
}

const rowTypes = new pg.TypeOverrides();
rowTypes.setTypeParser(INT8, parseInt8);

/** A pool that survives a restart of the database: broken idle clients are dropped, not fatal. */
export function createPool(connection: Connection, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, types: rowTypes, application_name: 'goniec' });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Deadlock and serialisation failure: PostgreSQL asks for the transaction to be run again. */
const RETRYABLE = new Set(['40P01', '40001']);
const ATTEMPTS = 5;

/** Runs `work` in one transaction; the use case owns it (style rule 17). `work` may run again, so it only writes to `tx`. */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof pg.DatabaseError) || !RETRYABLE.has(error.code ?? '')) throw error;
    }
  }
}

/** Whether an error says that a unique key is taken already. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === constraint;
}
