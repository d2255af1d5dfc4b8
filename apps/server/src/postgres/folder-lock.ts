import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { folderInUse, notOurs } from './errors.ts';
import type { Home } from './home.ts';

export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;
/** SQLITE_READONLY and SQLITE_CANTOPEN: the file is another account's. */
const SQLITE_NO_ACCESS = [8, 14];

/**
 * One application process per folder. The lock is the kernel's own (fcntl, LockFileEx on Windows), so it ends with the
 * process however it dies, needs no clean-up, and two starters can never both win. SQLite is here only because
 * Node has no call for such a lock; nothing is ever written into the file.
 *
 * Never open the lock file in this process: closing any descriptor of it would drop the lock (POSIX).
 */
export async function lockFolder(home: Home): Promise<FolderLock> {
  const database = new DatabaseSync(home.lock, { timeout: 0, open: false });
  try {
    database.open();
    database.exec('BEGIN EXCLUSIVE');
    // Whoever can open the file could hold a lock on it; by path, not by descriptor, for the reason above.
    await chmod(home.lock, 0o600);
    await rm(home.holder, { force: true });
    await writeFile(home.holder, `pid ${process.pid}, ${hostname()}`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (database.isOpen) database.close();
    const code = sqliteCode(error);
    if (code === SQLITE_BUSY) throw folderInUse(home.folder, await readHolder(home.holder));
    throw code !== undefined && SQLITE_NO_ACCESS.includes(code) ? notOurs(home.folder, error) : error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}

async function readHolder(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // The holder is named only to help; the refusal stands without it.
    return undefined;
  }
}
