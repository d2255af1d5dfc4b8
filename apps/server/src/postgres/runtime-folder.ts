import { chmod, chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import type { Account } from './run-as.ts';

/**
 * A short folder of mode 0700 for the socket of a home with a long path. Its name comes from the home, so that a
 * restart finds it again. Temporary folders are open to everybody: whatever already stands there under our name is used
 * only if it is a real folder of an account that we trust anyway, else a folder with an unguessable name is made.
 */
export async function openRuntimeFolder(
  tmpFolder: string,
  name: string,
  ourUid: number,
  owner: Account | undefined,
): Promise<string> {
  const wanted = join(tmpFolder, name);
  const folder = (await claim(wanted, [ourUid, owner?.uid ?? ourUid])) ? wanted : await mkdtemp(`${wanted}-`);
  await chmod(folder, 0o700);
  if (owner) await chown(folder, owner.uid, owner.gid);
  return folder;
}

async function claim(folder: string, trusted: readonly number[]): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  // lstat: a symbolic link planted here must not lead us anywhere.
  const found = await lstat(folder);
  return found.isDirectory() && trusted.includes(found.uid);
}
