import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Everything the starter keeps in one folder. The folder belongs to the database alone. */
export interface Home {
  readonly folder: string;
  /** The cluster itself; appears only when it is complete. May be a link to another disk: this is its target. */
  readonly data: string;
  /** The socket, and the place where a way of running proves that it can write. */
  readonly run: string;
  /** Links to libraries, when the program's own folder may not be written. */
  readonly libraries: string;
  readonly lock: string;
  /** Who holds the lock, for the sentence shown to the one who is refused. */
  readonly holder: string;
  /** Only where there are no unix sockets. */
  readonly password: string;
  /** The cluster's name in the titles of its processes. */
  readonly tag: string;
}

/** Creates the folder if it is missing and names its parts; links in the path are resolved, so two spellings are one home. */
export async function openHome(path: string): Promise<Home> {
  await mkdir(resolve(path), { recursive: true, mode: 0o700 });
  const folder = await realpath(resolve(path));
  return {
    folder,
    data: await realpath(join(folder, 'data')).catch(() => join(folder, 'data')),
    run: join(folder, 'run'),
    libraries: join(folder, 'lib'),
    lock: join(folder, 'lock'),
    holder: join(folder, 'in-use-by'),
    password: join(folder, 'password'),
    tag: tagOf(folder),
  };
}

/** `goniec-` and 12 hex digits: short enough for a socket folder, distinct enough to tell two homes apart. */
export function tagOf(folder: string): string {
  return `goniec-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
}
