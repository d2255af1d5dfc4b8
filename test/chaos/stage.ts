import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createClient, type Client } from '@goniec/contract';
import { readAccess } from '../../apps/cli/src/access/access.ts';
import type { Chance } from './chance.ts';
import { startDatabase, type Database } from './database.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Victim } from './plan.ts';
import { supervise, type Outage, type Program, type ProgramSpec } from './program.ts';

/** All programs of one run, as separate processes, each of which may be killed. */
export interface Stage {
  readonly folder: string;
  readonly database: Database;
  readonly gateway: Gateway;
  /** The programs that send. */
  readonly senders: readonly Program[];
  programs(victim: Victim): readonly Program[];
  /** The public API with the key of this computer, which is a new one after each start of the server. */
  api(): Promise<Client>;
  /** Runs with the state folder of the server. */
  readonly home: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const TOKEN = 'chaos-token';
/** Beyond the gateway's time-out; users have 30 s, which a thousand kills would mostly wait for. */
export const LEASE_GRACE_S = 5;
export async function openStage(
  folder: string,
  options: { readonly workers: number; readonly chance: Chance },
  on: { readonly outage: (outage: Outage) => void; readonly line: (line: string) => void },
): Promise<Stage> {
  const [home, logs] = [join(folder, 'home'), join(folder, 'logs')];
  await mkdir(logs, { recursive: true });
  const [serverPort, emulatorPort] = await freePorts();
  const database = await startDatabase(join(folder, 'postgres'), join(logs, 'database.log'), on.outage);
  const gateway = createGateway(`http://127.0.0.1:${emulatorPort}`, TOKEN);
  const url = `http://127.0.0.1:${serverPort}`;

  const emulator = supervise(
    {
      name: 'emulator',
      script: join(root, 'packages/smsapi-emulator/bin/smsapi-emulator.mjs'),
      args: ['--port', `${emulatorPort}`, '--points', '10000000', '--data', join(folder, 'emulator')],
      env: { SMSAPI_EMULATOR_TOKEN: TOKEN },
      logFile: join(logs, 'emulator.log'),
      after: async () => undefined,
      isReady: saysReady,
      // Reports of every step settle an uncertain message at once; without them the same batch has to be asked for again.
      onReady: () => void gateway.reportOnly(options.chance.pick(['all', 'final'])),
    },
    on.outage,
  );
  const ours = (name: string, command: 'serve' | 'work'): Omit<ProgramSpec, 'after' | 'isReady'> => ({
    name,
    script: join(root, 'apps/server/src/main.ts'),
    args: [command],
    env: {
      GONIEC_HOME: home,
      GONIEC_PORT: String(serverPort),
      GONIEC_PUBLIC_URL: url,
      GONIEC_LOG_LEVEL: 'info',
      GONIEC_LEASE_GRACE: String(LEASE_GRACE_S),
      DATABASE_URL: database.url(name),
      // Starts are what a run of kills mostly waits for; this is Node's own cache.
      NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
    },
    logFile: join(logs, `${name}.log`),
    onLine: on.line,
  });
  const server = supervise({ ...ours('server', 'serve'), after: () => database.up(), isReady: saysReady }, on.outage);
  const workers: Program[] = [];
  const close = async (): Promise<void> => {
    await Promise.all([server, ...workers].map((program) => program.stop()));
    await Promise.all([emulator.stop(), database.stop()]);
  };
  try {
    // The first start of the server makes tables, key and epoch; workers join what is there.
    await Promise.all([emulator.up(), server.up()]);
    for (let nth = 1; nth <= options.workers; nth++) {
      const spec = { ...ours(`worker-${nth}`, 'work'), after: () => database.up(), isReady: saysWorking };
      workers.push(supervise(spec, on.outage));
    }
    await Promise.all(workers.map((worker) => worker.up()));
  } catch (error) {
    await close();
    throw error;
  }
  const programs = { worker: workers, server: [server], database: [database], emulator: [emulator] } as const;

  return {
    folder,
    home,
    database,
    gateway,
    senders: [server, ...workers],
    programs: (victim) => programs[victim],
    api: async () => {
      await server.up();
      const access = await readAccess(join(home, 'cli-access.json'));
      if (access === null) throw new Error('the server is ready, but wrote no access file');
      return createClient(access.url, { authorization: `Bearer ${access.key}` });
    },
    close,
  };
}

const saysReady = (word: unknown): boolean =>
  typeof word === 'object' && word !== null && 'event' in word && word.event === 'ready';
const saysWorking = (word: unknown): boolean => typeof word === 'string' && word.includes('"work.started"');

/** Two ports below those that systems hand out by themselves: while a victim is down nobody else is given its port. */
async function freePorts(): Promise<readonly [number, number]> {
  const found: number[] = [];
  for (let patience = 200; found.length < 2 && patience > 0; patience--) {
    const port = 15_000 + Math.floor(Math.random() * 16_000);
    if (!found.includes(port) && (await isFree(port))) found.push(port);
  }
  const [one, other] = found;
  if (one === undefined || other === undefined) throw new Error('no free ports between 15000 and 31000');
  return [one, other];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
