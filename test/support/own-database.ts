import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '../../apps/server/src/db/database.ts';
import { startPostgres } from '../../apps/server/src/postgres/start-postgres.ts';

/** A PostgreSQL that Goniec is told by `DATABASE_URL`, so that a driver may reach into it as well. */
export interface OwnDatabase {
  readonly url: string;
  /** Runs SQL and gives its rows. */
  query<T extends object>(text: string, values?: readonly unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

export async function startOwnDatabase(): Promise<OwnDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'goniec-database-'));
  const server = await startPostgres(folder);
  const { host, port, user, database, password } = server.connection;
  const pool = createPool(server.connection, 2, () => undefined);
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return {
    url: `postgres://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`,
    query: async <T extends object>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<T>(text, [...values])).rows,
    stop: async () => {
      await pool.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
