import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code.ts';
import { folderInUse } from './errors.ts';
import type { Home } from './home.ts';
import { folderId, type ProcessInfo, type ProcessTable } from './processes.ts';

/** What a process is to a cluster: its server left behind, a server that somebody started by other means, or nothing. */
export type Relation = 'leftover' | 'foreign_server' | 'unrelated';

export interface ClusterIdentity {
  readonly data: string;
  readonly tag: string;
  /** `device:inode` of the data folder. */
  readonly folderId: string | undefined;
}

const FAST_SHUTDOWN_MS = 60_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;
const POLL_MS = 20;

/**
 * Clears what a killed server left: stops its processes if they still run and removes its pid file if it would lie.
 * To be called only by the holder of the folder's lock, when no server of ours can be running legitimately.
 *
 * PostgreSQL alone refuses to start when the pid in its file exists, be it a zombie or somebody else's process (pids are reused
 * all the time in containers), and while a busy process of a killed server still holds the shared memory.
 */
export async function clearLeftovers(home: Home, processes: ProcessTable): Promise<void> {
  const pidFile = join(home.data, 'postmaster.pid');
  const pid = await readPid(pidFile);
  if (pid === undefined) return;

  const identity = await identify(home);
  const holder = await processes.find(pid);
  const relation = holder ? relationOf(holder, identity) : 'unrelated';
  if (relation === 'foreign_server') throw folderInUse(home.folder, `PostgreSQL, pid ${pid}`);
  if (relation === 'leftover') await stopGently(pid, identity, processes);
  await stopOrphans(home, processes);
  await rm(pidFile, { force: true });
}

/** Stops the children of a postmaster that was killed: those in the middle of a query do not notice it by themselves. */
export async function stopOrphans(home: Home, processes: ProcessTable): Promise<void> {
  const identity = await identify(home);
  const orphans = (await processes.all()).filter((process) => relationOf(process, identity) === 'leftover');
  await Promise.all(orphans.map(({ pid }) => stopAtOnce(pid, identity, processes)));
}

async function identify(home: Home): Promise<ClusterIdentity> {
  return { data: home.data, tag: home.tag, folderId: await folderId(home.data) };
}

/**
 * A server's processes work in its data folder and carry our tag in their command or title. Both must agree, because
 * the pid may by now be an administrator's shell in that folder, or the server of another home. Where we may not see the
 * folder (a container without SYS_PTRACE, macOS) the tag alone decides: it is made from the home's path.
 */
export function relationOf({ command, folderId: current }: ProcessInfo, cluster: ClusterIdentity): Relation {
  const line = command.join('\0');
  const isServer = /^(postgres: |[^\0]*postgres\0-|[^\0]*postgres -)/.test(line);
  if (!isServer) return 'unrelated';
  const tag = /(?:^postgres: |cluster_name=)(goniec-[0-9a-f]{12})(?![0-9a-f])/.exec(line)?.[1];
  if (current !== undefined) {
    if (current !== cluster.folderId) return 'unrelated';
    return tag === undefined ? 'foreign_server' : 'leftover';
  }
  if (tag !== undefined) return tag === cluster.tag ? 'leftover' : 'unrelated';
  return line.includes(cluster.data) ? 'foreign_server' : 'unrelated';
}

/** First as `stop` does (a clean shutdown with a checkpoint), then without the checkpoint, which recovery makes good. */
async function stopGently(pid: number, identity: ClusterIdentity, processes: ProcessTable): Promise<void> {
  signal(pid, 'SIGINT');
  if (await goneWithin(FAST_SHUTDOWN_MS, pid, identity, processes)) return;
  await stopAtOnce(pid, identity, processes);
}

async function stopAtOnce(pid: number, identity: ClusterIdentity, processes: ProcessTable): Promise<void> {
  signal(pid, 'SIGQUIT');
  if (await goneWithin(IMMEDIATE_SHUTDOWN_MS, pid, identity, processes)) return;
  signal(pid, 'SIGKILL');
  await goneWithin(IMMEDIATE_SHUTDOWN_MS, pid, identity, processes);
}

async function goneWithin(
  timeoutMs: number,
  pid: number,
  identity: ClusterIdentity,
  processes: ProcessTable,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    const process = await processes.find(pid);
    if (process === undefined || relationOf(process, identity) !== 'leftover') return true;
    await sleep(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

async function readPid(file: string): Promise<number | undefined> {
  try {
    return parsePidFile(await readFile(file, 'utf8')).pid;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** PostgreSQL's pid file: pid in the first line, the server's state in the eighth. An unreadable pid is 0, nobody's. */
export function parsePidFile(text: string): { readonly pid: number; readonly ready: boolean } {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  return { pid: Number.isSafeInteger(pid) ? pid : 0, ready: lines[7] === 'ready' };
}
