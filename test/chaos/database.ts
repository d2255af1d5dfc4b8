import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool } from '../../apps/server/src/db/database.ts';
import { startPostgres, type PostgresServer } from '../../apps/server/src/postgres/start-postgres.ts';
import type { Outage, Program } from './program.ts';

/** The embedded PostgreSQL as a victim of its own, and our eyes in it. */
export interface Database extends Program {
  readonly version: string;
  /** For `DATABASE_URL`; the name tells the programs' connections apart in `pg_stat_activity`. */
  url(program: string): string;
  /** Asks, over kills if need be: a question that is broken off is asked again. */
  ask<T extends object>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Locks a table until the returned function is called; null when it is not free soon. */
  grip(table: string, mode: 'exclusive' | 'access exclusive'): Promise<(() => void) | null>;
}

const PATIENCE_MS = 120_000;
const GRIP_MS = 1_000;

/** Starts a cluster in the folder with the settings that users get: it waits for the disk. */
export async function startDatabase(
  folder: string,
  logFile: string,
  onOutage: (outage: Outage) => void,
): Promise<Database> {
  const log = (line: string): void => appendFileSync(logFile, `${line}\n`);
  const start = (): Promise<PostgresServer> => startPostgres(folder, { log });
  const first = await start();
  if (first.connection.password !== undefined) {
    await first.stop();
    throw new Error('The chaos driver needs a database on a unix socket: Linux or macOS.');
  }
  const pool = createPool(first.connection, 6, () => undefined);
  let server: PostgresServer | null = first;
  let wanted = true;
  let downSince = 0;
  let back = Promise.resolve();

  const watch = (running: PostgresServer): void => {
    void running.exited.then(() => {
      server = null;
      if (!wanted) return;
      downSince ||= performance.now();
      back = restart();
    });
  };
  const restart = async (): Promise<void> => {
    const next = await start();
    server = next;
    onOutage({ name: 'database', how: 'killed', downMs: performance.now() - downSince });
    downSince = 0;
    watch(next);
  };
  watch(first);

  const up = async (): Promise<void> => {
    for (;;) {
      if (server !== null) return;
      await back;
      // A kill that nobody has noticed yet.
      if (server === null) await sleep(10);
    }
  };

  const ask = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> => {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      await up();
      try {
        return (await pool.query<T>(text, [...values])).rows;
      } catch (error) {
        if (!isBrokenOff(error) || performance.now() > deadline) throw error;
        await sleep(50);
      }
    }
  };

  const [shown] = await ask<{ serverVersion: string }>(`select current_setting('server_version') as "serverVersion"`);
  return {
    name: 'database',
    version: shown?.serverVersion ?? '?',
    url: (program) => {
      const { host, port, user, database } = first.connection;
      const query = new URLSearchParams({ host, port: String(port), application_name: program });
      return `postgres://${user}@localhost/${database}?${query.toString()}`;
    },
    ask,
    grip: async (table, mode) => {
      await up();
      try {
        const client = await pool.connect();
        try {
          await client.query(`begin; set local lock_timeout = ${GRIP_MS}; lock table ${table} in ${mode} mode`);
          return () => client.release(true);
        } catch {
          client.release(true);
          return null;
        }
      } catch {
        return null;
      }
    },
    pid: () => server?.pid ?? null,
    aliveSince: () => 0,
    up,
    kill: () => {
      if (server === null) return;
      downSince = performance.now();
      const { pid } = server;
      server = null;
      process.kill(pid, 'SIGKILL');
    },
    stop: async () => {
      await up();
      wanted = false;
      await pool.end();
      await server?.stop();
    },
  };
}

/** Whether the database went away under a question, rather than disliked it (class 57: operator intervention, 08: connection). */
function isBrokenOff(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || /^(?:57|08|53)|^E[A-Z]+$/u.test(code);
}
