import type { ChildProcess } from 'node:child_process';
import {
  chmod,
  chown,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCluster } from '../open-cluster.ts';
import { processTable } from '../processes.ts';
import { locateProgramFolder } from '../program.ts';

/** Everything the tests run, in a place that every account can reach although the checkout may be closed to others. */
export interface Toolbox {
  /** Has a space, a comma and Polish letters in its name, and so has everything below it. */
  readonly folder: string;
  readonly node: string;
  readonly driver: string;
  /** A copy of this system's PostgreSQL. */
  readonly native: string;
  readonly drivers: Set<ChildProcess>;
  /** A new home with a copy of a finished, empty cluster; owned by the account if one is given. */
  cloneHome(name: string, uid?: number): Promise<string>;
  /** Gives a folder and all below it to an account; to ours if none is given. */
  giveTo(folder: string, uid: number | undefined): Promise<void>;
  /** A folder with links to only these programs, to be a search path. */
  searchPath(...programs: string[]): Promise<string>;
  /** Kills what the tests left running and removes everything. */
  remove(): Promise<void>;
}

/** The account of the tests that need an ordinary one: ours, or nobody if we are root. */
export const isRoot = process.getuid?.() === 0;
export const ORDINARY = isRoot ? 65_534 : undefined;

export async function openToolbox(): Promise<Toolbox> {
  const folder = await realpath(await mkdtemp(join(await reachableTmp(), 'goniec żółw, ')));
  try {
    await chmod(folder, 0o755);
    return await fill(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function fill(folder: string): Promise<Toolbox> {
  const node = join(folder, 'node');
  const native = join(folder, 'package', 'native');
  const source = fileURLToPath(new URL('..', import.meta.url));
  const modules = join(folder, 'source');

  await link(process.execPath, node).catch(() => copyFile(process.execPath, node));
  await linkTree(locateProgramFolder(), native);
  await cp(source, modules, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');

  const template = join(folder, 'template');
  const host = {
    platform: process.platform,
    programFolder: native,
    tmpFolders: [folder],
    transport: 'socket',
  } as const;
  const server = await openCluster(template, { settings: { fsync: 'off' } }, host);
  await server.stop();

  const drivers = new Set<ChildProcess>();
  return {
    folder,
    node,
    driver: join(modules, 'testing', 'driver.ts'),
    native,
    drivers,
    async cloneHome(name, uid) {
      const home = join(folder, name);
      await mkdir(home, { mode: 0o700 });
      await cp(join(template, 'data'), join(home, 'data'), { recursive: true });
      await chmod(join(home, 'data'), 0o700);
      await giveTo(home, uid);
      return home;
    },
    giveTo,
    async searchPath(...programs) {
      const path = await mkdtemp(join(folder, 'path-'));
      await chmod(path, 0o755);
      for (const program of programs) await symlink(await findProgram(program), join(path, program));
      return path;
    },
    async remove() {
      for (const child of drivers) child.kill('SIGKILL');
      await stopAllUnder(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Like a copy, but of links to the same files where the disk is the same: 60 MB less to write. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** The first temporary folder that other accounts can pass through. */
async function reachableTmp(): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if (await isReachable(await realpath(folder))) return folder;
  }
  throw new Error('No temporary folder that every account can reach');
}

async function isReachable(folder: string): Promise<boolean> {
  const mode = (await stat(folder)).mode;
  return (mode & 0o001) !== 0 && (dirname(folder) === folder || isReachable(dirname(folder)));
}

async function giveTo(folder: string, account: number | undefined): Promise<void> {
  const uid = account ?? process.getuid?.() ?? 0;
  await chown(folder, uid, uid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(join(entry.parentPath, entry.name), uid, uid);
  }
}

async function findProgram(name: string): Promise<string> {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    const path = join(folder, name);
    if (await stat(path).catch(() => undefined)) return path;
  }
  throw new Error(`This machine has no ${name}`);
}

/** Only processes of this toolbox: its path, which nobody else has, is in their command. */
async function stopAllUnder(folder: string): Promise<void> {
  for (const { pid, command } of await processTable(process.platform).all()) {
    // Servers take their children with them.
    if (command.some((argument) => argument.includes(folder))) process.kill(pid, 'SIGQUIT');
  }
}
