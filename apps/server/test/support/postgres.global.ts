import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { installJobs } from '../../src/jobs/runner.ts';
import { startPostgres } from '../../src/postgres/start-postgres.ts';
import { TEMPLATE } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: Connection;
  }
}

/** One embedded PostgreSQL for the whole run; nothing here has to survive, so it does not wait for the disk. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'goniec-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startPostgres(home, { settings });
  await query(server.connection, `create database ${TEMPLATE}`);
  const client = new pg.Client({ ...server.connection, database: TEMPLATE });
  await client.connect();
  await migrate(client);
  await client.end();
  await installJobs({ ...server.connection, database: TEMPLATE });
  project.provide('postgres', server.connection);
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}

async function query(connection: Connection, text: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(text);
  await client.end();
}
