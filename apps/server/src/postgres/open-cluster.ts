import { rmdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseWay } from './choose-way.ts';
import { clusterExists, createCluster, removeUnfinished } from './cluster.ts';
import { clusterPassword, connectionOf, type Endpoint } from './endpoint.ts';
import { errorCode } from './error-code.ts';
import { cannotRunAsAdministrator, notOurs, PostgresStartError, startFailed } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { openHome, type Home } from './home.ts';
import { clearLeftovers, stopOrphans } from './leftovers.ts';
import { openSocketEndpoint, openTcpEndpoint } from './open-endpoint.ts';
import type { PostgresServer, StartOptions } from './postgres-server.ts';
import { startPostmaster, windowsStop, type Postmaster } from './postmaster.ts';
import { processTable } from './processes.ts';
import { openProgram, type Program } from './program.ts';
import { commandFor, type RunAs } from './run-as.ts';
import { runCommand } from './run-command.ts';
import { checkOverrides, serverArguments } from './settings.ts';

/** The machine as the starter sees it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  /** Where this system's PostgreSQL is (`native` of its npm package). */
  readonly programFolder: string;
  /** For a socket whose path at home would be too long; the first that the server can write is taken. */
  readonly tmpFolders: readonly string[];
  readonly transport: Endpoint['kind'];
}

/** A start that PostgreSQL refuses for a passing reason is tried again, for ten seconds in all. */
const ATTEMPTS = 40;
const PAUSE_MS = 250;
/** Shared memory of a killed server's last processes; a port taken by another program since we asked for a free one. */
const PASSING = /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/;

/** Takes the folder, makes it fit to start (or makes the cluster), and starts the server; on any failure the folder is released. */
export async function openCluster(path: string, options: StartOptions, host: Host): Promise<PostgresServer> {
  checkOverrides(options.settings ?? {});
  try {
    const home = await openHome(path);
    const lock = await lockFolder(home);
    try {
      const { postmaster, endpoint, runAs } = await openLocked(home, options, host);
      const exited = postmaster.exited.then(async (end) => {
        // A runtime folder in a temporary place; elsewhere, or when it is not empty, it stays.
        if (endpoint.kind === 'socket' && endpoint.folder !== home.run) await rmdir(endpoint.folder).catch(() => {});
        lock.release();
        return end;
      });
      let stopping: Promise<void> | undefined;
      const stop = async (): Promise<void> => {
        await postmaster.stop();
        await exited;
      };
      return {
        connection: connectionOf(endpoint),
        pid: postmaster.pid,
        how: runAs.how,
        exited,
        stop: () => (stopping ??= stop()),
      };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw asStartError(error, resolve(path));
  }
}

interface Opened {
  readonly postmaster: Postmaster;
  readonly endpoint: Endpoint;
  readonly runAs: RunAs;
}

async function openLocked(home: Home, options: StartOptions, host: Host): Promise<Opened> {
  const program = await openProgram(host.programFolder, home.libraries, host.platform);
  const exists = await clusterExists(home, program);
  const processes = processTable(host.platform);
  // Before any file changes its owner: what still runs must be able to finish.
  if (host.platform === 'win32') await runCommand(windowsStop(program, home.data));
  else await clearLeftovers(home, processes);
  await removeUnfinished(home);

  const runAs = await chooseWay(home, program, host.platform);
  const password = host.transport === 'tcp' ? await clusterPassword(home.password, exists) : undefined;
  if (!exists) {
    options.onProgress?.('initdb');
    await createCluster(home, program, runAs, {
      passwordFile: password === undefined ? undefined : home.password,
      durable: options.settings?.['fsync'] !== 'off',
    });
  }
  options.onProgress?.('start');

  for (let attempt = 1; ; attempt++) {
    const endpoint = await openEndpoint(home, program, runAs, host, password);
    const args = serverArguments(home.data, home.tag, endpoint, options.settings ?? {});
    const command = commandFor(runAs, program, program.postgres, args);
    const result = await startPostmaster(command, home.data, program, options.log ?? (() => {}));
    if (result.ok) return { postmaster: result.postmaster, endpoint, runAs };
    if (/administrative permissions is not/.test(result.complaint)) throw cannotRunAsAdministrator();
    if (attempt === ATTEMPTS || !PASSING.test(result.complaint)) throw startFailed(home.folder, result.complaint);
    if (host.platform !== 'win32') await stopOrphans(home, processes);
    await sleep(PAUSE_MS);
  }
}

function openEndpoint(
  home: Home,
  program: Program,
  runAs: RunAs,
  host: Host,
  password: string | undefined,
): Promise<Endpoint> {
  return password === undefined
    ? openSocketEndpoint(home, program, runAs, host.platform, host.tmpFolders)
    : openTcpEndpoint(password);
}

function asStartError(error: unknown, folder: string): unknown {
  if (error instanceof PostgresStartError) return error;
  if (!(error instanceof Error)) return error;
  const code = errorCode(error);
  return code === 'EACCES' || code === 'EPERM' ? notOurs(folder, error) : startFailed(folder, error.message, error);
}
