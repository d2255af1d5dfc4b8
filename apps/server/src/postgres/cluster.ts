import { chmod, chown, lstat, mkdtemp, open, readFile, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SUPERUSER } from './endpoint.ts';
import { errorCode } from './error-code.ts';
import { damagedData, initdbFailed, majorVersionMismatch, unknownUser } from './errors.ts';
import type { Home } from './home.ts';
import type { Program } from './program.ts';
import { commandFor, type RunAs } from './run-as.ts';
import { runCommand } from './run-command.ts';

const UNFINISHED = 'init-';

export interface NewCluster {
  /** Given where clients come over TCP; without it whoever can enter the socket's folder is trusted. */
  readonly passwordFile?: string | undefined;
  /** Whether to wait for the disk. False only for a cluster that will run with fsync off. */
  readonly durable: boolean;
}

/**
 * Whether the home has a cluster, checked to be whole and of our major version. Never guesses: a data folder with
 * contents but without PG_VERSION is an error, not an invitation to make a new database.
 */
export async function clusterExists(home: Home, program: Pick<Program, 'majorVersion'>): Promise<boolean> {
  const version = await readVersion(home.data);
  if (version === undefined) {
    if (await isFreeForCluster(home.data)) return false;
    throw damagedData(home.data);
  }
  if (version !== program.majorVersion) throw majorVersionMismatch(home.data, version, program.majorVersion);
  return true;
}

async function readVersion(data: string): Promise<string | undefined> {
  try {
    return (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    // ENOTDIR: a file stands where the folder should be.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function isFreeForCluster(data: string): Promise<boolean> {
  try {
    return (await lstat(data)).isDirectory() && (await readdir(data)).length === 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
}

/**
 * Makes a cluster beside its place and moves it there when it is complete and on the disk: whatever is killed in
 * between, the home has a whole cluster or none. Unfinished ones are removed at the next start.
 */
export async function createCluster(
  home: Home,
  program: Program,
  runAs: RunAs,
  { passwordFile, durable }: NewCluster,
): Promise<void> {
  const unfinished = await mkdtemp(join(home.folder, UNFINISHED));
  try {
    await chmod(unfinished, 0o700);
    if (runAs.owner) await chown(unfinished, runAs.owner.uid, runAs.owner.gid);
    const args = initdbArguments(unfinished, { passwordFile, durable });
    const result = await runCommand(commandFor(runAs, program, program.initdb, args));
    if (!result.ok) throw explain(home.folder, result.complaint);
    await clearPlace(home.data);
    await rename(unfinished, home.data);
    if (durable) await syncFolder(home.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

/** An empty folder may stand in the place. POSIX replaces it in the rename; a full one stops the rename everywhere. */
async function clearPlace(folder: string): Promise<void> {
  if (process.platform !== 'win32') return;
  await rmdir(folder).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** Removes what killed attempts left. A name is never used twice, so a straggler of such an attempt can do no harm. */
export async function removeUnfinished(home: Home): Promise<void> {
  const names = (await readdir(home.folder)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(names.map((name) => rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 })));
}

/**
 * UTF-8 with PostgreSQL's builtin C.UTF-8: the same order and letter case on every system, for ever. A locale of the
 * system or of ICU may change with an upgrade and silently break indexes.
 */
export function initdbArguments(folder: string, { passwordFile, durable }: NewCluster): string[] {
  const login =
    passwordFile === undefined
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['-D', folder, '-U', SUPERUSER, ...login, ...locale, '--no-instructions', ...(durable ? [] : ['--no-sync'])];
}

function explain(folder: string, complaint: string): Error {
  const unknown = /could not look up effective user ID (\d+)/.exec(complaint)?.[1];
  return unknown === undefined ? initdbFailed(folder, complaint) : unknownUser(Number(unknown));
}

/** The move itself must survive a power loss; Windows has no such call and does it with the move. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
