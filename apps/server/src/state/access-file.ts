// How the CLI on the same machine reaches the running server without being set up: { "url", "key" } in the state folder,
// private to the account the server runs on. Whoever may read this file may do all the CLI can.
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from './atomic-file.ts';

export interface LocalAccess {
  readonly url: string;
  readonly key: string;
}

const accessSchema = z.object({ url: z.url({ protocol: /^https?$/ }), key: z.string().min(1) });

export async function writeAccessFile(path: string, access: LocalAccess): Promise<void> {
  await replaceFile(path, `${JSON.stringify(accessSchema.parse(access), null, 2)}\n`);
}

/** At stop. A server that started meanwhile has written its own: that one stays. */
export async function removeAccessFile(path: string, access: LocalAccess): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null && isOf(text, access)) await rm(path, { force: true });
}

function isOf(text: string, access: LocalAccess): boolean {
  try {
    const found = accessSchema.safeParse(JSON.parse(text));
    return found.success && found.data.url === access.url && found.data.key === access.key;
  } catch {
    return false;
  }
}
