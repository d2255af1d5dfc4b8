import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** How to start one of our programs, and how it says that it works. */
export interface ProgramSpec {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** What it needs before a start makes sense. */
  readonly after: () => Promise<void>;
  /** Looks at what it says (over the channel, or a line of its log) and knows whether it is ready. */
  readonly isReady: (word: unknown) => boolean;
  readonly onLine?: (line: string) => void;
  /** After each start. */
  readonly onReady?: () => void;
}

export interface Outage {
  readonly name: string;
  /** Killed by us, or ended by itself, before it was ready or after. */
  readonly how: 'killed' | 'gave up starting' | 'ended by itself' | 'said that it failed, and stayed';
  /** From the kill (or the end) until it was ready again. */
  readonly downMs: number;
}

/** A program that is started again whenever it ends, like under systemd or Docker. */
export interface Program {
  readonly name: string;
  /** The process that is ready for work; null while there is none. */
  pid(): number | null;
  /** The moment of its last start (`performance.now()`). */
  aliveSince(): number;
  /** Resolves as soon as it is ready. */
  up(): Promise<void>;
  /** kill -9, from any state; the restart begins at once. */
  kill(): void;
  /** Ends it for good: asks, then kills. */
  stop(): Promise<void>;
}

/** A start that is refused (its database is just away) is tried again after this long, as a service manager would. */
const RESTART_MS = 150;
const STOP_MS = 15_000;
/** A program that does not come up in this time, or with this many starts, never will. */
const UP_MS = 120_000;
const STARTS = 100;

export function supervise(spec: ProgramSpec, onOutage: (outage: Outage) => void): Program {
  let child: ChildProcess | null = null;
  let ready = false;
  let wanted = true;
  let killed = false;
  let downSince = performance.now();
  let firstStart = true;
  let upSince = 0;
  let isUp = Promise.withResolvers<void>();

  const goDown = (): void => {
    downSince = performance.now();
    if (ready) isUp = Promise.withResolvers();
    isUp.promise.catch(() => undefined);
    ready = false;
  };

  const note = (text: string): void => appendFileSync(spec.logFile, `${text}\n`);

  const becomeReady = (how: Outage['how']): void => {
    if (ready) return;
    ready = true;
    upSince = performance.now();
    if (!firstStart) onOutage({ name: spec.name, how, downMs: performance.now() - downSince });
    firstStart = false;
    isUp.resolve();
    spec.onReady?.();
  };

  const live = async (): Promise<void> => {
    let how: Outage['how'] = 'killed';
    for (let refused = 0; refused < (firstStart ? 1 : STARTS); refused = how === 'gave up starting' ? refused + 1 : 0) {
      await spec.after();
      if (!wanted) return;
      killed = false;
      const started = spawn(process.execPath, [spec.script, ...spec.args], {
        env: { ...process.env, ...spec.env },
        // The channel is its lifeline too: when we die, however, it notices and ends.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        windowsHide: true,
      });
      child = started;
      const hear = (word: unknown): void => {
        if (spec.isReady(word)) becomeReady(how);
      };
      started.on('message', hear);
      started.on('message', (word) => {
        if (!saysFailed(word)) return;
        const patience = setTimeout(() => {
          onOutage({ name: spec.name, how: 'said that it failed, and stayed', downMs: STOP_MS });
          started.kill('SIGKILL');
        }, STOP_MS);
        started.once('exit', () => clearTimeout(patience));
      });
      for (const stream of [started.stdout, started.stderr])
        if (stream)
          createInterface({ input: stream }).on('line', (line) => {
            note(line);
            hear(line);
            spec.onLine?.(line);
          });
      const end = await new Promise<string>((resolve) => {
        started.once('error', (error) => resolve(error.message));
        started.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
      });
      note(`--- ${spec.name} (pid ${started.pid}) ended: ${end}`);
      how = killed ? 'killed' : ready ? 'ended by itself' : 'gave up starting';
      if (how === 'ended by itself') goDown();
      child = null;
      if (how !== 'killed' && wanted) await sleep(RESTART_MS);
    }
    isUp.reject(new Error(`${spec.name} does not start, see ${spec.logFile}`));
  };
  const life = live();
  isUp.promise.catch(() => undefined);

  return {
    name: spec.name,
    pid: () => (ready ? (child?.pid ?? null) : null),
    aliveSince: () => upSince,
    up: () => within(UP_MS, isUp.promise, `${spec.name} does not come up`),
    kill: () => {
      killed = true;
      goDown();
      child?.kill('SIGKILL');
    },
    stop: async () => {
      wanted = false;
      const last = child;
      if (last?.connected) last.send({ event: 'stop' }, () => undefined);
      else last?.kill('SIGKILL');
      const patience = setTimeout(() => child?.kill('SIGKILL'), STOP_MS);
      await life;
      clearTimeout(patience);
    },
  };
}

const saysFailed = (word: unknown): boolean =>
  typeof word === 'object' && word !== null && 'event' in word && word.event === 'failed';

async function within<T>(limitMs: number, event: Promise<T>, otherwise: string): Promise<T> {
  const timer = new AbortController();
  const late = sleep(limitMs, null, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(`${otherwise} within ${limitMs / 1000} s`);
  });
  try {
    return await Promise.race([event, late]);
  } finally {
    late.catch(() => undefined);
    timer.abort();
  }
}
