import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parsePidFile } from './leftovers.ts';
import { createServerLog } from './log-lines.ts';
import type { Program } from './program.ts';
import type { Command } from './run-command.ts';
import { runCommand } from './run-command.ts';

/** A running server: PostgreSQL's first process, the parent of all its others. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<{ readonly code: number | null }>;
  stop(): Promise<void>;
}

export type StartResult =
  | { readonly ok: true; readonly postmaster: Postmaster }
  | { readonly ok: false; readonly complaint: string };

const POLL_MS = 10;
const LAST_WORDS_MS = 500;
const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/**
 * Starts the server and waits until it takes connections. Waits as long as the process lives: after a power loss
 * replaying the log may take minutes, and killing it then would only start that over.
 */
export async function startPostmaster(
  command: Command,
  data: string,
  program: Program,
  log: (line: string) => void,
): Promise<StartResult> {
  const serverLog = createServerLog(log);
  const { file, args, ...options } = command;
  // Its own session (POSIX): Ctrl+C in a terminal goes to the whole group, and the database must outlive the application's last commits.
  const detached = process.platform !== 'win32';
  const child = spawn(file, args, { ...options, detached, windowsHide: true, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => serverLog.write(chunk));

  const exited = new Promise<{ code: number | null }>((resolve) => {
    child.once('exit', (code) => resolve({ code }));
    // Not once: a signal that cannot be sent is an `error` too, and one without a listener would end the application.
    child.on('error', (error) => {
      serverLog.write(`${error.message}\n`);
      // Without a pid it never ran, and there will be no `exit`.
      if (child.pid === undefined) resolve({ code: null });
    });
  });
  // `exit` may come before the last of stderr, and `close` much later, if an orphan of the server keeps stderr open.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));

  const { pid } = child;
  if (pid === undefined || !(await isReadyBefore(exited, data, pid))) {
    await within(LAST_WORDS_MS, Promise.all([exited, closed]));
    return { ok: false, complaint: serverLog.tail() };
  }

  async function shutDown(): Promise<void> {
    if (process.platform === 'win32') await runCommand(windowsStop(program, data));
    else child.kill('SIGINT');
    if (await within(FAST_SHUTDOWN_MS, exited)) return;
    // The checkpoint of a clean shutdown takes too long (or a client cannot be interrupted): recovery makes it good at the next start.
    child.kill('SIGQUIT');
    if (await within(IMMEDIATE_SHUTDOWN_MS, exited)) return;
    child.kill('SIGKILL');
    await exited;
  }

  let stopping: Promise<void> | undefined;
  return { ok: true, postmaster: { pid, exited, stop: () => (stopping ??= shutDown()) } };
}

/** Windows has no signals that a server could take as a request; PostgreSQL's own tool talks to it through a pipe. */
export function windowsStop(program: Program, data: string): Command {
  const args = ['stop', '-D', data, '-m', 'fast', '-w', '-t', String(FAST_SHUTDOWN_MS / 1000)];
  return { file: program.pgCtl, args, cwd: program.cwd, env: program.env };
}

/** The server itself writes into its pid file when it takes connections; unlike its log this depends on no setting. */
async function isReadyBefore(exited: Promise<unknown>, data: string, pid: number): Promise<boolean> {
  const watch = new AbortController();
  const poll = async (): Promise<boolean> => {
    while (!watch.signal.aborted) {
      const file = parsePidFile(await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => ''));
      if (file.ready && file.pid === pid) return true;
      await sleep(POLL_MS);
    }
    return false;
  };
  const ready = await Promise.race([poll(), exited.then(() => false)]);
  watch.abort();
  return ready;
}

async function within(timeoutMs: number, event: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([event.then(() => true), late]);
  timer.abort();
  return inTime;
}
