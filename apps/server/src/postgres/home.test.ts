import { mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHome, tagOf } from './home.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'goniec dom ')));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a home', () => {
  it('is made with the folders above it', async () => {
    const home = await openHome(join(folder, 'a', 'baza ż'));
    expect(home.folder).toBe(join(folder, 'a', 'baza ż'));
    expect((await stat(home.folder)).isDirectory()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('is closed to others', async () => {
    const home = await openHome(join(folder, 'baza'));
    expect((await stat(home.folder)).mode & 0o777).toBe(0o700);
  });

  it.skipIf(process.platform === 'win32')('is the same by any spelling of its path', async () => {
    await mkdir(join(folder, 'real'));
    await symlink('real', join(folder, 'link'));
    expect(await openHome(join(folder, 'link'))).toEqual(await openHome(join(folder, 'x', '..', 'real')));
  });

  it.skipIf(process.platform === 'win32')('may have its data on another disk, behind a link', async () => {
    await mkdir(join(folder, 'disk'));
    await mkdir(join(folder, 'home'));
    await symlink(join(folder, 'disk'), join(folder, 'home', 'data'));
    expect((await openHome(join(folder, 'home'))).data).toBe(join(folder, 'disk'));
  });
});

describe('a tag', () => {
  it('differs by folder and is short', () => {
    expect(tagOf('/a')).toMatch(/^goniec-[0-9a-f]{12}$/);
    expect(tagOf('/a')).not.toBe(tagOf('/b'));
  });
});
