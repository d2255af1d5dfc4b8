import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readAccess } from './access.ts';
import { forgetAccess, storeAccess } from './store-access.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function freshPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goniec dostęp '));
  folders.push(folder);
  return join(folder, 'goniec', 'access.json');
}

describe('a stored access', () => {
  it('is read back, replaced and forgotten', async () => {
    const path = await freshPath();
    expect(await readAccess(path)).toBeNull();
    await storeAccess(path, { url: 'https://a.pl', key: '1' });
    await storeAccess(path, { url: 'https://b.pl', key: '2' });
    expect(await readAccess(path)).toEqual({ url: 'https://b.pl', key: '2' });
    expect(await readdir(join(path, '..'))).toEqual(['access.json']);
    await forgetAccess(path);
    expect(await readAccess(path)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is nobody else’s to read', async () => {
    const path = await freshPath();
    await storeAccess(path, { url: 'https://a.pl', key: '1' });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  });
});
