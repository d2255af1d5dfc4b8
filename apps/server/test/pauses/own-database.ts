import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDb, createPool } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { installJobs } from '../../src/jobs/runner.ts';
import { startPostgres } from '../../src/postgres/start-postgres.ts';
import type { TestDatabase } from '../support/database.ts';

/** A PostgreSQL that belongs to one test alone, which may stop it, fill its disk and start it again. */
export interface OwnDatabase extends TestDatabase {
  stop(): Promise<void>;
  /** Again, at the same address. */
  start(): Promise<void>;
}

/** Small, so that it fits anywhere. */
const settings = {
  shared_buffers: '16MB',
  max_wal_size: '32MB',
  min_wal_size: '32MB',
  max_connections: '40',
  synchronous_commit: 'off',
};

/** @param home an empty folder for it; without one it makes its own and removes it again */
export async function createOwnDatabase(home?: string): Promise<OwnDatabase> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'goniec-own-')));
  const start = () => startPostgres(join(folder, 'postgres'), { settings });
  let server = await start();
  const { connection } = server;
  const client = new pg.Client(connection);
  await client.connect();
  await migrate(client);
  await client.end();
  await installJobs(connection);
  const pool = createPool(connection, 20, () => {});
  const db = createDb(pool);
  return {
    db,
    pool,
    connection,
    stop: () => server.stop(),
    start: async () => {
      server = await start();
    },
    drop: async () => {
      await db.destroy();
      await server.stop();
      if (home === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
