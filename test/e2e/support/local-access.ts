import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, type Client } from '@goniec/contract';
import type { Running } from '../../support/launch.ts';

/** The key that the server leaves for programs of this computer. */
export async function localKey(home: string): Promise<string> {
  const { key } = JSON.parse(await readFile(join(home, 'cli-access.json'), 'utf8')) as { key: string };
  return key;
}

export async function localApi({ home, url }: Running): Promise<Client> {
  return createClient(url, { authorization: `Bearer ${await localKey(home)}` });
}
