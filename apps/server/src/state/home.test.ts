import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exposureOf, HomeError, homePaths, openHome } from './home.ts';

const posix = process.platform !== 'win32';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec żuk '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the state folder', () => {
  it('is created with its logs, and everything else has its place in it', async () => {
    const home = join(folder, 'stan', 'gońca');
    const { paths, exposure } = await openHome(home);
    expect(await readdir(home)).toEqual(['logs']);
    expect(exposure).toBe('private');
    const { folder: root, ...inside } = paths;
    expect(root).toBe(home);
    expect(Object.values(inside).map((path) => dirname(path))).toEqual(Object.values(inside).map(() => home));
    expect(new Set(Object.values(inside)).size).toBe(Object.values(inside).length);
  });

  it.skipIf(!posix)('is private', async () => {
    const { paths } = await openHome(join(folder, 'stan'));
    for (const path of [paths.folder, paths.logs]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('opens again with all that is in it', async () => {
    const { paths } = await openHome(join(folder, 'stan'));
    await writeFile(paths.keyFile, 'klucz');
    await openHome(join(folder, 'stan'));
    expect((await readdir(paths.folder)).toSorted()).toEqual(['logs', 'server.key']);
  });

  it.skipIf(!posix)('that was there before keeps its mode, and is told from a private one', async () => {
    const mounted = join(folder, 'mounted');
    await mkdir(mounted);
    await chmod(mounted, 0o755);
    expect((await openHome(mounted)).exposure).toBe('readable');
    await chmod(mounted, 0o775);
    expect((await openHome(mounted)).exposure).toBe('writable');
    expect((await stat(mounted)).mode & 0o777).toBe(0o775);
  });

  it('given relative is found from any working folder', () => {
    expect(homePaths(relative(process.cwd(), folder)).epochFile).toBe(join(folder, 'epoch.json'));
  });

  it('that is a file, or lies under one, is refused with the setting to change', async () => {
    const file = join(folder, 'plik');
    await writeFile(file, '');
    for (const home of [file, join(file, 'stan')]) {
      const opening = openHome(home);
      await expect(opening).rejects.toThrow(HomeError);
      await expect(opening).rejects.toThrow('GONIEC_HOME');
    }
  });

  it.each<[mode: number, platform: NodeJS.Platform, exposure: string]>([
    [0o40700, 'linux', 'private'],
    [0o40750, 'linux', 'readable'],
    [0o40701, 'linux', 'readable'],
    [0o40720, 'darwin', 'writable'],
    [0o41777, 'linux', 'writable'],
    [0o40666, 'win32', 'private'],
  ])('mode %o on %s is %s', (mode, platform, exposure) => {
    expect(exposureOf(mode, platform)).toBe(exposure);
  });
});
