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

/** Runs the background jobs until `stop`; jobs under way are let finish. */
export async function startJobs(
  connection: Connection,
  handlers: Handlers,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  const pool = createJobPool(connection, 4, (error) =>
    log[stopping ? 'debug' : 'warn']({ err: error }, 'jobs.connection_lost'),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a job's payload is what `queue.add` was given for its name
  const taskList = { ...handlers } as TaskList;
  const runner: Runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCrontab(schedule),
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(
      () => (level, message) =>
        log[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level]({ message }, 'jobs.library'),
    ),
  });
  return {
    stop: async () => {
      stopping = true;
      await runner.stop();
      await pool.end();
    },
  };
}

/** The library expects the driver's own types, so it has a pool of its own. */
function createJobPool(connection: Connection, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, application_name: 'goniec-jobs' });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}
