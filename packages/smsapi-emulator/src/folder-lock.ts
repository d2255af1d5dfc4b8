import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const LOCK_FILE = 'emulator.pid';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is still a process.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const tryLock = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

/** Folders held by emulators of this very process: its own pid in a lock file says nothing about them. */
const heldHere = new Set<string>();

/**
 * Two emulators appending to one journal would ruin it, so the second is refused.
 * A lock whose process is gone is taken over; so is one with our own pid, which a restarted container often gets again.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, LOCK_FILE);
  const inUse = new Error(
    `The data folder ${folder} is in use by another emulator. Stop it, or choose another folder with --data. ` +
      `If none is running, delete ${path}.`,
  );
  if (heldHere.has(path)) throw inUse;
  if (!(await tryLock(path))) {
    const owner = Number(await readFile(path, 'utf8').catch(() => ''));
    if (Number.isInteger(owner) && owner > 0 && owner !== process.pid && isRunning(owner)) throw inUse;
    await rm(path, { force: true });
    if (!(await tryLock(path))) throw inUse;
  }
  heldHere.add(path);
  return async () => {
    heldHere.delete(path);
    await rm(path, { force: true });
  };
};
