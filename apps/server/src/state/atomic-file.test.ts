import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileOnce, replaceFile } from './atomic-file.ts';

// Every write waits for the disk, which others may keep busy.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec żółw '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('replacing a file', () => {
  it('creates it, then replaces it, and leaves nothing beside', async () => {
    const path = join(folder, 'plik.json');
    await replaceFile(path, 'pierwszy');
    await replaceFile(path, 'drugi, dłuższy');
    expect(await readFile(path, 'utf8')).toBe('drugi, dłuższy');
    expect(await readdir(folder)).toEqual(['plik.json']);
  });

  it.skipIf(process.platform === 'win32')('makes it private, also when the old one was not', async () => {
    const path = join(folder, 'plik.json');
    await writeFile(path, 'otwarty', { mode: 0o644 });
    await replaceFile(path, 'zamknięty');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never shows a reader a part of the content', async () => {
    const path = join(folder, 'plik.txt');
    const contents = ['a', 'b'].map((letter) => letter.repeat(100_000));
    await replaceFile(path, contents[0] ?? '');
    const progress = { writing: true };
    const writer = (async () => {
      for (let round = 0; round < 10; round += 1) await replaceFile(path, contents[round % 2] ?? '');
      progress.writing = false;
    })();
    let readings = 0;
    while (progress.writing) {
      expect(contents).toContain(await readFile(path, 'utf8'));
      readings += 1;
    }
    await writer;
    expect(readings).toBeGreaterThan(0);
  });

  it('survives a kill at any moment', async () => {
    const path = join(folder, 'plik.txt');
    const program = `
      import { replaceFile } from ${JSON.stringify(new URL('./atomic-file.ts', import.meta.url).href)};
      for (let round = 1; ; round += 1) {
        await replaceFile(process.argv[1], String(round).padStart(6, '0').repeat(2000));
        if (round === 3) console.log('running');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const content = await readFile(path, 'utf8');
    expect(content).toBe(content.slice(0, 6).repeat(2000));
  });

  it('waits for a reader that holds the file open on Windows', async () => {
    const path = join(folder, 'plik.txt');
    const codes = ['EBUSY', 'EPERM', 'EACCES'];
    await replaceFile(path, 'nowy', async (from, to) => {
      const code = codes.shift();
      if (code !== undefined) throw failure(code);
      await rename(from, to);
    });
    expect(await readFile(path, 'utf8')).toBe('nowy');
  });

  it('keeps the old content and cleans up when it cannot be put in place', async () => {
    const path = join(folder, 'plik.txt');
    await replaceFile(path, 'stary');
    await expect(replaceFile(path, 'nowy', () => Promise.reject(failure('EIO')))).rejects.toThrow('EIO');
    expect(await readFile(path, 'utf8')).toBe('stary');
    expect(await readdir(folder)).toEqual(['plik.txt']);
  });
});

describe('creating a file once', () => {
  it.each([
    ['with links', link],
    ['where there are no links', () => Promise.reject(failure('EPERM'))],
  ])('of many that race, one creates it: %s', async (_name, linker) => {
    const path = join(folder, 'klucz');
    const racers = Array.from({ length: 6 }, (_, index) => createFileOnce(path, Buffer.alloc(32, index), linker));
    const won = await Promise.all(racers);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await readFile(path)).toEqual(Buffer.alloc(32, won.indexOf(true)));
    expect(await readdir(folder)).toEqual(['klucz']);
  });

  it('never replaces a file that is there', async () => {
    const path = join(folder, 'klucz');
    await writeFile(path, 'cudzy');
    expect(await createFileOnce(path, Buffer.from('nasz'))).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('cudzy');
  });

  it('reports a failure that has nothing to do with links', async () => {
    const path = join(folder, 'klucz');
    await expect(createFileOnce(path, Buffer.alloc(1), () => Promise.reject(failure('EIO')))).rejects.toThrow('EIO');
    expect(await readdir(folder)).toEqual([]);
  });
});
