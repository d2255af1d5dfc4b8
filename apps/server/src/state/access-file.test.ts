import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeAccessFile, writeAccessFile } from './access-file.ts';

const access = { url: 'http://127.0.0.1:4620', key: 'gk_local_0123456789' };

let path = '';
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'goniec ')), 'cli-access.json');
});
afterEach(() => rm(join(path, '..'), { recursive: true, force: true }));

const content = () => readFile(path, 'utf8').catch(() => null);

describe('the local access file', () => {
  it('holds the address and the key while the server runs, and goes when it stops', async () => {
    await writeAccessFile(path, access);
    expect(JSON.parse((await content()) ?? '')).toEqual(access);
    await removeAccessFile(path, access);
    expect(await content()).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is private, also over one that was not', async () => {
    await writeFile(path, 'stary', { mode: 0o644 });
    await writeAccessFile(path, access);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('replaces what a killed server left', async () => {
    await writeAccessFile(path, { ...access, key: 'stary' });
    await writeAccessFile(path, access);
    expect(JSON.parse((await content()) ?? '')).toEqual(access);
  });

  it('of a server that started meanwhile stays', async () => {
    const newer = { ...access, key: 'gk_local_nowszy' };
    await writeAccessFile(path, newer);
    await removeAccessFile(path, access);
    expect(JSON.parse((await content()) ?? '')).toEqual(newer);
  });

  it.each(['', 'nonsense', '{}'])('that is not ours ("%s") is left alone', async (text) => {
    await writeFile(path, text);
    await removeAccessFile(path, access);
    expect(await content()).toBe(text);
  });

  it('removed twice, or never written, is no error', async () => {
    await expect(removeAccessFile(path, access)).resolves.toBeUndefined();
  });

  it.each([
    ['url', { ...access, url: 'file:///etc/passwd' }],
    ['url', { ...access, url: '' }],
    ['key', { ...access, key: '' }],
  ])('is not written with a wrong %s', async (field, wrong) => {
    await expect(writeAccessFile(path, wrong)).rejects.toThrow(`"${field}"`);
    expect(await content()).toBeNull();
  });
});
