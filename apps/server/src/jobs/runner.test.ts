import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createLog } from '../log.ts';
import type { Handlers } from './handlers.ts';
import { queue, startJobs } from './runner.ts';

let test: TestDatabase;
let administrator: pg.Client;
beforeEach(async () => {
  test = await createTestDatabase();
  administrator = new pg.Client({ ...test.connection, database: 'postgres' });
  await administrator.connect();
});
afterEach(async () => {
  await administrator.end();
  await test.drop();
});

/** What a restart of the database looks like: every connection is cut, and for a while nobody gets a new one. */
const goAway = async (): Promise<void> => {
  const { database } = test.connection;
  await administrator.query(`alter database ${database} with allow_connections false`);
  await administrator.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
};
const comeBack = () => administrator.query(`alter database ${test.connection.database} with allow_connections true`);

const idle: Handlers = {
  read_balance: async () => {},
  read_balances: async () => {},
  poll_delivery: async () => {},
  close_unreported: async () => {},
  sweep: async () => {},
};
const addJob = (companyId: number) => queue.add(test.db, 'read_balance', { companyId }, { key: `job ${companyId}` });

it.each(['succeeds', 'fails'])('goes on after the database went away under a job that %s', async (end) => {
  const seen: number[] = [];
  const [begun, away] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const readBalance: Handlers['read_balance'] = async ({ companyId }) => {
    seen.push(companyId);
    if (companyId !== 1) return;
    begun.resolve();
    await away.promise;
    if (end === 'fails') throw new Error('as jobs do without a database');
  };
  const jobs = await startJobs(test.connection, { ...idle, read_balance: readBalance }, createLog('silent', 'test'));
  try {
    await addJob(1);
    await begun.promise;
    await goAway();
    away.resolve();
    // Long enough for the job's end to be refused by the database.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await comeBack();
    await addJob(2);
    await vi.waitFor(() => expect(seen).toContain(2), { timeout: 30_000, interval: 50 });
  } finally {
    await jobs.stop();
  }
});

it('stops while the database is away', async () => {
  const jobs = await startJobs(test.connection, idle, createLog('silent', 'test'));
  await goAway();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(jobs.stop()).resolves.toBeUndefined();
  await comeBack();
});
