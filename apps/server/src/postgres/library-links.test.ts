import { lstat, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureLibraryLinks } from './library-links.ts';

// Read-only program folders need another account or a mount: see accounts.test.ts.
describe.skipIf(process.platform === 'win32')('the links to libraries', () => {
  let folder = '';
  let native = '';
  const spare = (): string => join(folder, 'spare');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goniec łącza '));
    native = join(folder, 'package', 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
    const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
      source: 'native/lib/libpq.so.5.18',
      target: `native/lib/${name}`,
    }));
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made when the install script was skipped', async () => {
    expect(await ensureLibraryLinks(native, spare())).toBeUndefined();
    expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('are left alone when they are there', async () => {
    await ensureLibraryLinks(native, spare());
    const before = await lstat(join(native, 'lib', 'libpq.so'));
    await ensureLibraryLinks(native, spare());
    expect((await lstat(join(native, 'lib', 'libpq.so'))).ino).toBe(before.ino);
  });

  it('that lead nowhere are made anew', async () => {
    await symlink('libpq.so.5.17', join(native, 'lib', 'libpq.so'));
    await ensureLibraryLinks(native, spare());
    expect(await readlink(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
  });

  it('may be made by two processes at once', async () => {
    await expect(
      Promise.all([ensureLibraryLinks(native, spare()), ensureLibraryLinks(native, spare())]),
    ).resolves.toEqual([undefined, undefined]);
  });

  it('are not expected of a PostgreSQL without a list of them', async () => {
    await rm(join(native, 'pg-symlinks.json'));
    expect(await ensureLibraryLinks(native, spare())).toBeUndefined();
  });

  it('a damaged list is an error, not silence', async () => {
    await writeFile(join(native, 'pg-symlinks.json'), '[{"source":');
    await expect(ensureLibraryLinks(native, spare())).rejects.toThrow(SyntaxError);
  });
});
