import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DriverEvent, DriverTask, ReadyEvent } from './driver-protocol.ts';
import type { Toolbox } from './toolbox.ts';

export interface DriverOptions extends Partial<Omit<DriverTask, 'host'>> {
  readonly home: string;
  readonly host?: Partial<DriverTask['host']>;
  /** The account to run as; ours by default. */
  readonly uid?: number | undefined;
  /** Folders to search programs in; ours by default. */
  readonly path?: string;
  /** Put before the driver's command. */
  readonly prefix?: readonly string[];
}

export interface Driver {
  readonly process: ChildProcess;
  /** The next (or already seen) event of a kind; rejects when the driver ends without it. */
  event<Kind extends DriverEvent['event']>(kind: Kind): Promise<Extract<DriverEvent, { event: Kind }>>;
  /** Waits for the start and fails with the driver's reason if it failed. */
  ready(): Promise<ReadyEvent>;
  tell(line: 'stop' | 'restart'): void;
  stop(): Promise<void>;
  kill(): Promise<void>;
  readonly seen: readonly DriverEvent[];
}

/** Starts the driver as its own process group, so that nothing of it is spared or hit by accident. */
export function startDriver(toolbox: Toolbox, options: DriverOptions): Driver {
  const task: DriverTask = {
    home: options.home,
    settings: { fsync: 'off', shared_buffers: '16MB', ...options.settings },
    host: { programFolder: toolbox.native, tmpFolders: [toolbox.folder], transport: 'socket', ...options.host },
    before: options.before ?? [],
  };
  const command = [toolbox.node, toolbox.driver, JSON.stringify(task)];
  const [file, ...args] = [...(options.prefix ?? []), ...command];
  const child = spawn(file ?? toolbox.node, args, {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: options.path ?? process.env['PATH'], TMPDIR: toolbox.folder },
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  toolbox.drivers.add(child);

  const seen: DriverEvent[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => waiting.forEach((check) => check());
  let closed = false;
  createInterface({ input: child.stdout })
    // The driver's own lines, typed by driver-protocol.ts.
    .on('line', (line) => {
      const event: DriverEvent = JSON.parse(line);
      seen.push(event);
      wake();
    })
    .on('close', () => {
      closed = true;
      wake();
    });

  function event<Kind extends DriverEvent['event']>(kind: Kind): Promise<Extract<DriverEvent, { event: Kind }>> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = seen.find((one): one is Extract<DriverEvent, { event: Kind }> => one.event === kind);
        if (found === undefined && !closed) return;
        waiting.delete(check);
        if (found === undefined) reject(new Error(`The driver ended without "${kind}": ${JSON.stringify(seen)}`));
        else resolve(found);
      };
      waiting.add(check);
      check();
    });
  }

  const gone = (): Promise<unknown> =>
    child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  return {
    process: child,
    seen,
    event,
    ready: () => event('ready'),
    tell: (line) => child.stdin.write(`${line}\n`),
    async stop() {
      child.stdin.write('stop\n');
      await event('stopped');
      await gone();
    },
    async kill() {
      const end = gone();
      child.kill('SIGKILL');
      await end;
    },
  };
}
