import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Env = Readonly<Record<string, string>>;

/** What a program has said and how it ended. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program under our eyes. */
export interface Program {
  readonly pid: number;
  /** All that it has written so far, both streams. */
  output(): string;
  /** Resolves when the output matches; rejects when the program ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Finished>;
}

/** A running Goniec, as `npm start` leaves it. */
export interface Running extends Program {
  readonly home: string;
  readonly url: string;
  readonly signInLink: string | undefined;
  readonly emulatorUrl: string | undefined;
  /** Runs `goniec <args>` against it. */
  cli(args: readonly string[]): Promise<Finished>;
  /** Asks it to stop and waits for its end. */
  stop(): Promise<Finished>;
}

/** An empty state folder whose path has a space and Polish letters, as users' paths do. */
export function temporaryHome(): string {
  return mkdtempSync(join(tmpdir(), 'goniec zażółć '));
}

/** Runs a script with the Node of the tests (the pinned one), from the repository's folder. */
export function runScript(script: string, args: readonly string[], env: Env): Program {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const heard = (): void => listeners.forEach((listener) => listener());
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    heard();
  });
  // whoever looks after it may die of something; it must not stay behind
  const abandon = (): void => void child.kill();
  process.once('exit', abandon);
  child.once('close', () => process.off('exit', abandon));
  const ended = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const says = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(stdout) ?? pattern.exec(stderr);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`ended without saying ${String(pattern)}:\n${stdout}${stderr}`)), reject);
    });
  return {
    pid: child.pid ?? -1,
    output: () => stdout + stderr,
    says,
    signal: (name) => void child.kill(name),
    ended,
  };
}

/**
 * Starts Goniec on free ports and waits for its banner.
 *
 * @example
 * const goniec = await launch({ home: temporaryHome() });
 * await goniec.cli(['demo']);
 * await goniec.stop();
 * await nobodyLeft(goniec.home);
 */
export async function launch({
  home,
  script = join(root, 'scripts', 'start.mjs'),
  env = {},
}: {
  readonly home: string;
  readonly script?: string;
  readonly env?: Env;
}): Promise<Running> {
  const own = { GONIEC_HOME: home, GONIEC_PORT: '0', GONIEC_EMULATOR_PORT: '0', ...env };
  const program = runScript(script, [], own);
  await program.says(/Zatrzymanie: Ctrl\+C/u);
  const banner = program.output();
  return {
    ...program,
    home,
    url: /Goniec działa: (\S+)/u.exec(banner)?.[1] ?? '',
    signInLink: /Zaloguj się +(\S+)/u.exec(banner)?.[1],
    emulatorUrl: /Emulator SMSAPI +(\S+)/u.exec(banner)?.[1],
    cli: (args) => runScript(join(root, 'apps', 'cli', 'bin', 'goniec.mjs'), args, own).ended,
    async stop() {
      program.signal('SIGTERM');
      return program.ended;
    },
  };
}
