import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  KEY_BYTES,
  KeyFileError,
  type KeyFileFacts,
  type KeyFileFault,
  keyFileFault,
  loadOrCreateKeyFile,
} from './key-file.ts';

// Every write waits for the disk, which others may keep busy.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec łąka '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function faultOf(path: string): Promise<KeyFileError> {
  const error: unknown = await loadOrCreateKeyFile(path).catch((cause: unknown) => cause);
  if (!(error instanceof KeyFileError)) throw new Error('a KeyFileError was expected', { cause: error });
  return error;
}

describe('the key file', () => {
  it('is created with 32 bytes at the first start and read at the next ones', async () => {
    const path = join(folder, 'server.key');
    const first = await loadOrCreateKeyFile(path);
    expect(first).toHaveLength(KEY_BYTES);
    expect(await loadOrCreateKeyFile(path)).toEqual(first);
    expect(await readFile(path)).toEqual(first);
    expect(await readdir(folder)).toEqual(['server.key']);
  });

  it('that is there is only read, for it may be mounted read-only', async () => {
    const path = join(folder, 'server.key');
    await loadOrCreateKeyFile(path);
    const { mtimeMs } = await stat(folder);
    await loadOrCreateKeyFile(path);
    expect((await stat(folder)).mtimeMs).toBe(mtimeMs);
  });

  it('differs between installations', async () => {
    const keys = await Promise.all(['a.key', 'b.key'].map((name) => loadOrCreateKeyFile(join(folder, name))));
    expect(keys[0]).not.toEqual(keys[1]);
  });

  it('is one when many tasks start together', async () => {
    const path = join(folder, 'server.key');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKeyFile(path)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  });

  it('is one when processes start together', async () => {
    const path = join(folder, 'server.key');
    const program = `
      import { loadOrCreateKeyFile } from ${JSON.stringify(new URL('./key-file.ts', import.meta.url).href)};
      console.log((await loadOrCreateKeyFile(process.argv[1])).toString('hex'));`;
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, path]);
    const printed = await Promise.all([start(), start(), start()]);
    expect(new Set(printed.map(({ stdout }) => stdout))).toEqual(
      new Set([`${(await loadOrCreateKeyFile(path)).toString('hex')}\n`]),
    );
  });

  it('is waited for while another process fills it', async () => {
    const path = join(folder, 'server.key');
    await writeFile(path, '', { mode: 0o600 });
    const loading = loadOrCreateKeyFile(path);
    await delay(100);
    await writeFile(path, Buffer.alloc(KEY_BYTES, 7));
    expect(await loading).toEqual(Buffer.alloc(KEY_BYTES, 7));
  });

  it.skipIf(process.platform === 'win32')('is private from the start', async () => {
    const path = join(folder, 'server.key');
    await loadOrCreateKeyFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')(
    'is refused when others may read it, with the command that helps',
    async () => {
      const path = join(folder, 'server.key');
      await loadOrCreateKeyFile(path);
      await chmod(path, 0o644);
      const fault = await faultOf(path);
      expect(fault.code).toBe('too_open');
      expect(fault.message).toContain(`chmod 600 "${path}"`);
    },
  );

  it.each([0, 31, 33, 44])('is refused with %i bytes, and left as it is', async (size) => {
    const path = join(folder, 'server.key');
    await writeFile(path, Buffer.alloc(size, 1), { mode: 0o600 });
    const fault = await faultOf(path);
    expect(fault.code).toBe('wrong_size');
    expect(fault.message).toContain(`${size} B`);
    expect(await readFile(path)).toEqual(Buffer.alloc(size, 1));
  });

  it('cannot be created in a folder that is not there', async () => {
    expect((await faultOf(join(folder, 'nie ma', 'server.key'))).code).toBe('cannot_create');
  });

  it('cannot be a folder', async () => {
    expect(['not_a_file', 'unreadable']).toContain((await faultOf(folder)).code);
  });
});

describe('what may be trusted as a key file', () => {
  const good: KeyFileFacts = { isFile: true, permissions: 0o600, owner: 1000, size: KEY_BYTES };

  it.each<[what: string, facts: Partial<KeyFileFacts>, user: number | null, fault: KeyFileFault | null]>([
    ['our own private file', {}, 1000, null],
    ['our own read-only file', { permissions: 0o400 }, 1000, null],
    ['our own file the group may read', { permissions: 0o640 }, 1000, 'too_open'],
    ['our own file others may read', { permissions: 0o604 }, 1000, 'too_open'],
    ['our own file others may write', { permissions: 0o602 }, 1000, 'too_open'],
    ['a secret mounted by root for our group', { permissions: 0o440, owner: 0 }, 1000, null],
    ['a secret mounted by root that our group may change', { permissions: 0o460, owner: 0 }, 1000, 'too_open'],
    ['a secret mounted by root for everybody', { permissions: 0o444, owner: 0 }, 1000, 'too_open'],
    ['root reading its own file', { owner: 0 }, 0, null],
    ['root reading its own file the group may read', { permissions: 0o640, owner: 0 }, 0, 'too_open'],
    ["another user's file", { owner: 1001 }, 1000, 'wrong_owner'],
    ["root reading a user's file", { owner: 1000 }, 0, 'wrong_owner'],
    ['a system without owners and modes', { permissions: 0o666, owner: 0 }, null, null],
    ['a folder', { isFile: false }, 1000, 'not_a_file'],
    ['a short file', { size: 16 }, 1000, 'wrong_size'],
    ['a short file without owners', { size: 16 }, null, 'wrong_size'],
  ])('%s', (_what, facts, user, fault) => {
    expect(keyFileFault('/x', { ...good, ...facts }, user)?.code ?? null).toBe(fault);
  });
});
