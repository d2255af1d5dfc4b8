import { chmod, chown, lstat, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRuntimeFolder } from './runtime-folder.ts';

const ourUid = process.getuid?.() ?? 0;
const isRoot = ourUid === 0;

describe.skipIf(process.platform === 'win32')('the short folder of a socket', () => {
  let tmp = '';
  const open = (): Promise<string> => openRuntimeFolder(tmp, 'goniec-1', ourUid, undefined);
  beforeEach(async () => {
    tmp = await mkdtemp(join(tmpdir(), 'g'));
  });
  afterEach(() => rm(tmp, { recursive: true }));

  it('is made closed to others and found again', async () => {
    expect(await open()).toBe(join(tmp, 'goniec-1'));
    await writeFile(join(tmp, 'goniec-1', 'x'), '');
    expect(await open()).toBe(join(tmp, 'goniec-1'));
    expect((await stat(join(tmp, 'goniec-1'))).mode & 0o777).toBe(0o700);
  });

  it('is closed again if somebody opened it', async () => {
    await chmod(await open(), 0o777);
    expect((await stat(await open())).mode & 0o777).toBe(0o700);
  });

  it('never goes through a planted link', async () => {
    await mkdir(join(tmp, 'trap'));
    await symlink('trap', join(tmp, 'goniec-1'));
    const folder = await open();
    expect(folder).toMatch(/goniec-1-.{6}$/);
    expect((await lstat(folder)).isDirectory()).toBe(true);
    expect(await readdir(join(tmp, 'trap'))).toEqual([]);
  });

  it('is not a file planted under its name', async () => {
    await writeFile(join(tmp, 'goniec-1'), '');
    expect(await open()).toMatch(/goniec-1-.{6}$/);
  });

  it.skipIf(!isRoot)('is not a folder that another account made first (needs root)', async () => {
    await mkdir(join(tmp, 'goniec-1'), { mode: 0o777 });
    await chown(join(tmp, 'goniec-1'), 12_345, 12_345);
    const folder = await open();
    expect(folder).toMatch(/goniec-1-.{6}$/);
    expect((await stat(folder)).uid).toBe(0);
    expect((await stat(join(tmp, 'goniec-1'))).uid).toBe(12_345);
  });

  it.skipIf(!isRoot)('is given to the server’s account, and taken again from it (needs root)', async () => {
    const owner = { uid: 65_534, gid: 65_534 };
    const folder = await openRuntimeFolder(tmp, 'goniec-1', 0, owner);
    expect((await stat(folder)).uid).toBe(65_534);
    expect(await openRuntimeFolder(tmp, 'goniec-1', 0, owner)).toBe(folder);
  });
});
