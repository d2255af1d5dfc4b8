import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@goniec/contract';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { inject } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { renewLocalKey } from '../../src/usecases/renew-local-key.ts';
import { holdTable } from '../support/hold-table.ts';
import { injectFetch } from '../support/inject-fetch.ts';
import { spawnProgram, type Program } from '../support/program.ts';
import { administer, copyIdentity, NOWHERE, until, urlOf } from '../restore/support.ts';

/** A firm on a database of its own. The server only answers; whatever is sent is sent by workers. */
export interface Firm {
  readonly app: App;
  readonly api: Client;
  readonly emulator: Emulator;
  readonly workers: Program[];
  /** Starts a worker and waits until it works. */
  startWorker(): Promise<Program>;
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
  const workers: Program[] = [];
  return {
    app,
    api,
    emulator,
    workers,
    startWorker: async () => {
      const home = `worker ${workers.length + 1}`;
      await mkdir(join(folder, home), { recursive: true });
      await copyIdentity(join(folder, 'server'), join(folder, home));
      const worker = spawnProgram('work', env(home));
      workers.push(worker);
      await until('the worker works', () => worker.count('work.started') > 0);
      return worker;
    },
    holdBeforeCall: () => holdTable({ ...inject('postgres'), database }, 'subscription_service'),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await app.close();
      await emulator.close();
      await administer(`drop database ${database} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
