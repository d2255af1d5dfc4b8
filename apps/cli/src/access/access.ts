import { readFile } from 'node:fs/promises';

/** How to reach a server: its address and a key for it. */
export interface Access {
  readonly url: string;
  readonly key: string;
}

/** The access kept in a file; null when there is no such file. Throws a finished sentence for a file that is none of ours. */
export async function readAccess(path: string): Promise<Access | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
  const access = parseAccess(text);
  if (access) return access;
  throw new Error(`Plik ${path} jest uszkodzony: powinien mieć postać { "url": …, "key": … }.`);
}

/** `{ "url", "key" }`, or null. */
export function parseAccess(text: string): Access | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('url' in parsed) || !('key' in parsed)) return null;
    const { url, key } = parsed;
    return typeof url === 'string' && isServerUrl(url) && typeof key === 'string' && isKey(key) ? { url, key } : null;
  } catch {
    return null;
  }
}

/** What fits into an HTTP header and was never meant to hold a space. */
export const isKey = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

export const isServerUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** The same server, however its address is written. */
export const isSameServer = (one: string, other: string): boolean =>
  URL.parse(one)?.origin !== undefined && URL.parse(one)?.origin === URL.parse(other)?.origin;
