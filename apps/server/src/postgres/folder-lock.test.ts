import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { openHome, type Home } from './home.ts';

let home: Home;
beforeEach(async () => {
  home = await openHome(await mkdtemp(join(tmpdir(), 'goniec zamek ')));
});
afterEach(() => rm(home.folder, { recursive: true }));

describe('the lock of a folder', () => {
  it('is had once, and again after its release', async () => {
    const lock = await lockFolder(home);
    await expect(lockFolder(home)).rejects.toMatchObject({ code: 'folder_in_use' });
    lock.release();
    lock.release();
    (await lockFolder(home)).release();
  });

  it('tells the refused who has it', async () => {
    const lock = await lockFolder(home);
    await expect(lockFolder(home)).rejects.toMatchObject({
      polish: expect.stringContaining(`(pid ${process.pid}, `),
      english: expect.stringContaining('Stop that program or choose another data folder.'),
    });
    lock.release();
  });

  it('of ten that ask at once, exactly one has it', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(home)));
    const had = asked.filter((result) => result.status === 'fulfilled');
    expect(had).toHaveLength(1);
    had[0]?.value.release();
  });

  it('ends with a process that is killed, and not before', async () => {
    const program = `
      const [, lock, open] = process.argv;
      const { lockFolder } = await import(lock);
      const { openHome } = await import(open);
      globalThis.lock = await lockFolder(await openHome(process.env.FOLDER));
      console.log('locked');
      setInterval(() => {}, 1000);`;
    const modules = ['./folder-lock.ts', './home.ts'].map((name) => new URL(name, import.meta.url).href);
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...modules], {
      env: { ...process.env, FOLDER: home.folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      await expect(lockFolder(home)).rejects.toMatchObject({
        code: 'folder_in_use',
        message: expect.stringContaining(`(pid ${child.pid}, `),
      });
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    (await lockFolder(home)).release();
  });

  it.skipIf(process.platform === 'win32')('cannot be held by other accounts', async () => {
    const lock = await lockFolder(home);
    expect((await stat(home.lock)).mode & 0o777).toBe(0o600);
    lock.release();
  });
});
