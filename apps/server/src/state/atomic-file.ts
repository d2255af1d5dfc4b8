// Small files that must survive a crash and a loss of power: written beside, synced, then put in place in one step.
import { randomBytes } from 'node:crypto';
import { link as hardLink, open, rename as moveOver, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PRIVATE = 0o600;
const RENAME_ATTEMPTS = 10;
const RENAME_PAUSE_MS = 50;

/** Replaces a file as a whole: whoever reads it, at any moment, gets the old content or the new one. */
export async function replaceFile(path: string, data: string | Uint8Array, rename = moveOver): Promise<void> {
  const temporary = await writeBeside(path, data);
  try {
    await renameWithPatience(temporary, path, rename);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Creates a file unless there is one; of processes that race, one gets `true` and all then read the same content. */
export async function createFileOnce(path: string, data: Uint8Array, link = hardLink): Promise<boolean> {
  const temporary = await writeBeside(path, data);
  try {
    // Unlike rename, link never replaces what another process put there a moment ago.
    await link(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // FAT and some network drives know no links (on Windows the code is then EISDIR). This way is as exclusive, but a
    // reader may meet a file not yet filled.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR')) throw error;
    return await createExclusively(path, data);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

async function createExclusively(path: string, data: Uint8Array): Promise<boolean> {
  try {
    await writeNew(path, data);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  await syncFolder(dirname(path));
  return true;
}

async function writeBeside(path: string, data: string | Uint8Array): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  await writeNew(temporary, data);
  return temporary;
}

async function writeNew(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', PRIVATE);
  try {
    await file.writeFile(data);
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

/** Windows refuses to replace a file while a reader or a virus scanner holds it open, which passes in a moment. */
async function renameWithPatience(from: string, to: string, rename: typeof moveOver): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === RENAME_ATTEMPTS || !hasCode(error, 'EBUSY', 'EPERM', 'EACCES')) throw error;
      await delay(RENAME_PAUSE_MS);
    }
  }
}

/** A new name is on the disk only when its folder is. Windows has no such call and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether a system call failed with one of these codes: `hasCode(error, 'ENOENT')`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
