import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient, type Client } from '@goniec/contract';
import pg from 'pg';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { inject } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { renewLocalKey } from '../../src/usecases/renew-local-key.ts';
import { injectFetch } from '../support/inject-fetch.ts';
import { administer, copyIdentity, NOWHERE, until, urlOf } from '../restore/support.ts';

const program = join(import.meta.dirname, '../../src/main.ts');

/** A real `goniec work`, in a process of its own. */
export interface Worker {
  /** Stops the process in the middle of whatever it does, as a debugger or a full computer does. */
  freeze(): void;
  /** Lets it go on, as if no time had passed. */
  thaw(): void;
  /** Events it has logged, by name. */
  count(event: string, fields?: Readonly<Record<string, unknown>>): number;
  kill(): Promise<void>;
}

/** A firm on a database of its own. The server only answers; whatever is sent is sent by workers. */
export interface Firm {
  readonly app: App;
  readonly api: Client;
  readonly emulator: Emulator;
  readonly workers: Worker[];
  /** Starts a worker and waits until it works. */
  startWorker(): Promise<Worker>;
  /** Holds what a worker asks for between its claim and its call; returns the end of that. */
  holdBeforeCall(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** How long a lease outlasts the gateway's time-out here. */
const GRACE_SECONDS = 2;

export async function createFirmWithWorkers(): Promise<Firm> {
  const folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  const database = `fencing_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${database}`);
  const emulator = await startEmulator({ token: 'first-token', fateOf: () => 'delivered' });
  const env = (home: string) => ({
    GONIEC_HOME: join(folder, home),
    DATABASE_URL: urlOf(database),
    GONIEC_MACHINE_FACTOR: 'none',
    GONIEC_PUBLIC_URL: NOWHERE,
    GONIEC_LEASE_GRACE: String(GRACE_SECONDS),
  });
  const read = readConfig(env('server'), { root: folder });
  if (!read.ok) throw new Error(read.faults.join());
  const app = await createApp(read.config, createLog('silent', 'test'));
  const key = await renewLocalKey(app.deps);
  const api = createClient('http://goniec.test', { authorization: `Bearer ${key}` }, injectFetch(app.http));
  const workers: Worker[] = [];
  return {
    app,
    api,
    emulator,
    workers,
    startWorker: async () => {
      const home = `worker ${workers.length + 1}`;
      await mkdir(join(folder, home), { recursive: true });
      await copyIdentity(join(folder, 'server'), join(folder, home));
      const worker = spawnWorker({ ...process.env, ...env(home) });
      workers.push(worker);
      await until('the worker works', () => worker.count('work.started') > 0);
      return worker;
    },
    holdBeforeCall: async () => {
      const client = new pg.Client({ ...inject('postgres'), database });
      await client.connect();
      await client.query('begin');
      await client.query('lock table subscription_service in access exclusive mode');
      return async () => {
        await client.query('rollback');
        await client.end();
      };
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await app.close();
      await emulator.close();
      await administer(`drop database ${database} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function spawnWorker(env: NodeJS.ProcessEnv): Worker {
  const child = spawn(process.execPath, [program, 'work'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const events = readEvents(child);
  return {
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    count: (event, fields = {}) =>
      events.filter(
        (each) => each['msg'] === event && Object.entries(fields).every(([name, value]) => each[name] === value),
      ).length,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The lines of its log, as they come. */
function readEvents({ stdout }: ChildProcess): Record<string, unknown>[] {
  const events: Record<string, unknown>[] = [];
  if (stdout) createInterface({ input: stdout }).on('line', (line) => events.push(JSON.parse(line)));
  return events;
}
