// The state folder (GONIEC_HOME): what belongs to this server and never travels with the database (design section 6).
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasCode } from './atomic-file.ts';

export interface HomePaths {
  readonly folder: string;
  /** The embedded PostgreSQL's cluster. */
  readonly cluster: string;
  readonly keyFile: string;
  readonly epochFile: string;
  /** How the CLI on this machine reaches the running server. */
  readonly accessFile: string;
  /** A release catalogue newer than the built-in one, if there is one. */
  readonly releasesFile: string;
  readonly logs: string;
}

export interface Home {
  readonly paths: HomePaths;
  /** What other accounts of this machine may do in a folder that was there before us. */
  readonly exposure: 'private' | 'readable' | 'writable';
}

/** The message is for the administrator who starts the server. */
export class HomeError extends Error {
  override readonly name = 'HomeError';
}

export function homePaths(home: string): HomePaths {
  const folder = resolve(home);
  return {
    folder,
    cluster: join(folder, 'postgres'),
    keyFile: join(folder, 'server.key'),
    epochFile: join(folder, 'epoch.json'),
    accessFile: join(folder, 'cli-access.json'),
    releasesFile: join(folder, 'releases.json'),
    logs: join(folder, 'logs'),
  };
}

/**
 * Creates what is missing with mode 0700. A folder that was there keeps its mode, for it may be a mount or somebody's home;
 * all that is secret inside is private by itself. Throws HomeError when there is no folder to write to.
 */
export async function openHome(home: string): Promise<Home> {
  const paths = homePaths(home);
  try {
    for (const folder of [paths.folder, paths.logs]) await mkdir(folder, { recursive: true, mode: 0o700 });
    return { paths, exposure: exposureOf((await stat(paths.folder)).mode) };
  } catch (error) {
    throw new HomeError(sentence(paths.folder, error), { cause: error });
  }
}

/** Windows keeps its rights elsewhere; the mode it shows says nothing. */
export function exposureOf(mode: number, platform: NodeJS.Platform = process.platform): Home['exposure'] {
  if (platform === 'win32') return 'private';
  if ((mode & 0o022) !== 0) return 'writable';
  return (mode & 0o055) === 0 ? 'private' : 'readable';
}

function sentence(folder: string, error: unknown): string {
  if (hasCode(error, 'EEXIST', 'ENOTDIR')) {
    return `${folder} nie jest folderem. Wskaż w GONIEC_HOME folder na dane Gońca.`;
  }
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) {
    return `Goniec nie ma prawa zapisu w folderze ${folder}. Nadaj je kontu, na którym działa, albo wskaż inny folder w GONIEC_HOME.`;
  }
  return `Nie można przygotować folderu danych ${folder}. Sprawdź, czy dysk jest dostępny i czy jest na nim miejsce.`;
}
