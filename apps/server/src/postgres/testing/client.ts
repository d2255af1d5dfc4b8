import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresConnection } from '../endpoint.ts';

/** Runs statements on one connection. Errors of a connection whose server is killed go to the statement that waits, if any. */
export async function withClient<T>(connection: PostgresConnection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The first column of the first row, as text. */
export function ask(connection: PostgresConnection, sql: string): Promise<string> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    return String(rows[0]?.[0]);
  });
}

export interface Writer {
  /** The numbers whose commits the server has confirmed. */
  readonly confirmed: readonly number[];
  /** Waits until so many more commits are confirmed. */
  reached(count: number): Promise<void>;
  /** Resolves when the connection is lost. */
  readonly lost: Promise<void>;
}

/** Commits one row after another until the server goes away. */
export async function keepWriting(connection: PostgresConnection, first = 1): Promise<Writer> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  await client.query('create table if not exists ledger (n int primary key)');
  const confirmed: number[] = [];
  let wake: (() => void) | undefined;
  const write = async (): Promise<void> => {
    try {
      for (let n = first; ; n++) {
        await client.query('insert into ledger values ($1)', [n]);
        confirmed.push(n);
        wake?.();
      }
    } catch {
      // The server is gone, as the test wants; what was confirmed is checked after its restart.
      await client.end().catch(() => {});
    }
  };
  return {
    confirmed,
    lost: write(),
    reached: (count) =>
      new Promise((resolve) => {
        wake = () => {
          if (confirmed.length >= count) resolve();
        };
        wake();
      }),
  };
}

/** The confirmed numbers that the table does not have: none may be missing. */
export function missing(connection: PostgresConnection, confirmed: readonly number[]): Promise<number[]> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ n: number }>('select n from ledger');
    const present = new Set(rows.map(({ n }) => n));
    return confirmed.filter((n) => !present.has(n));
  });
}

/** Leaves a query that uses the processor and asks nobody; answers the pid of its process once it is at it. */
export async function beBusy(connection: PostgresConnection): Promise<number> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  client.query('do $$ begin loop end loop; end $$').catch(() => client.end().catch(() => {}));
  const pid = rows[0]?.pid ?? 0;
  // Until then it would see that its server is gone, and end.
  const isBusy = `select state = 'active' and query like 'do %' from pg_stat_activity where pid = ${pid}`;
  while ((await ask(connection, isBusy)) !== 'true') await sleep(10);
  return pid;
}
