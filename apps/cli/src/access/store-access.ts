import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Access } from './access.ts';

/** Keeps an access for this user alone: the folder is 0700, the file 0600, and it is never half written. */
export async function storeAccess(path: string, access: Access): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify({ url: access.url, key: access.key }, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export const forgetAccess = (path: string): Promise<void> => rm(path, { force: true });
