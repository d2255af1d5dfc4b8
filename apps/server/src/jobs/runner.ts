import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, parseCrontab, run, runMigrations, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { sql } from 'kysely';
import type { Connection } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { Handlers } from './handlers.ts';
import type { Queue } from './queue.ts';

/** Puts the job library's own tables into the database. */
export async function installJobs(connection: Connection): Promise<void> {
  const pool = createJobPool(connection, 1, () => {});
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/** Adds jobs by the library's SQL function, in the caller's transaction. */
export const queue: Queue = {
  async add(tx, name, payload, options = {}) {
    await sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json,
      run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null}::text, max_attempts := 5)`.execute(
      tx,
    );
  },
};

const schedule = `
*/5 * * * * poll_delivery ?jobKey=poll_delivery
*/10 * * * * close_unreported ?jobKey=close_unreported
*/15 * * * * read_balances ?jobKey=read_balances
* * * * * sweep ?jobKey=sweep
`;

/** How soon to start again when the database took the runner down with it. */
const AGAIN_MS = 1_000;

/**
 * Runs the background jobs until `stop`; jobs under way are let finish. A database that goes away ends the library's runner (a job
 * or a tick of the timetable fails to be written down): it is started again until the database is back.
 */
export async function startJobs(
  connection: Connection,
  handlers: Handlers,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const stopped = new AbortController();
  const { signal } = stopped;
  const pool = createJobPool(connection, 4, (error) =>
    log[signal.aborted ? 'debug' : 'warn']({ err: error }, 'jobs.connection_lost'),
  );
  let runner = await startRunner(pool, handlers, log);
  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await runner.promise;
      if (signal.aborted) return;
      log.warn('jobs.interrupted');
      const next = await startAgain(() => startRunner(pool, handlers, log), signal, log);
      if (next === null) return;
      runner = next;
    }
  };
  const running = keepRunning();
  return {
    stop: async () => {
      stopped.abort();
      // It refuses when it is stopped already.
      await runner.stop().catch(() => {});
      await running;
      await pool.end();
    },
  };
}

/** The runner once it has started, however often that is refused; null when we are to stop first. */
async function startAgain(start: () => Promise<Runner>, signal: AbortSignal, log: Log): Promise<Runner | null> {
  for (;;) {
    await sleep(AGAIN_MS, null, { signal }).catch(() => {});
    if (signal.aborted) return null;
    try {
      const runner = await start();
      log.info('jobs.resumed');
      if (signal.aborted) await runner.stop();
      return runner;
    } catch (error) {
      log.warn({ err: error }, 'jobs.not_resumed');
    }
  }
}

function startRunner(pool: pg.Pool, handlers: Handlers, log: Log): Promise<Runner> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a job's payload is what `queue.add` was given for its name
  const taskList = { ...handlers } as TaskList;
  return run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCrontab(schedule),
    concurrency: 2,
    noHandleSignals: true,
    // Written down at once, as by default, but by the library's batcher: without it nobody handles an error of this write,
    // and that would end the whole program (graphile-worker 0.18.0).
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(
      () => (level, message) =>
        log[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level]({ message }, 'jobs.library'),
    ),
  });
}

/** The library expects the driver's own types, so it has a pool of its own. */
function createJobPool(connection: Connection, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, application_name: 'goniec-jobs' });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
