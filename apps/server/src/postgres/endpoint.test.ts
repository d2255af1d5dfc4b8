import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clusterPassword, connectionOf, freePort, socketFits } from './endpoint.ts';

describe('a socket’s path', () => {
  // The name of the socket file and the slash before it are 14 bytes.
  it.each([
    ['linux', 93, true],
    ['linux', 94, false],
    ['darwin', 89, true],
    ['darwin', 90, false],
  ] as const)('on %s, a folder of %i bytes fits: %s', (platform, bytes, fits) => {
    expect(socketFits(`/${'a'.repeat(bytes - 1)}`, platform)).toBe(fits);
  });

  it('is counted in bytes: a Polish letter has two', () => {
    expect(socketFits(`/${'ż'.repeat(46)}`, 'linux')).toBe(true);
    expect(socketFits(`/${'ż'.repeat(46)}a`, 'linux')).toBe(false);
  });
});

describe('what a client gets', () => {
  it('is the socket’s folder', () => {
    expect(connectionOf({ kind: 'socket', folder: '/run/pg', port: 5432 })).toEqual({
      host: '/run/pg',
      port: 5432,
      user: 'postgres',
      database: 'postgres',
    });
  });

  it('is an address and a password where there are no unix sockets', () => {
    expect(connectionOf({ kind: 'tcp', host: '127.0.0.1', port: 40_001, password: 'p' })).toEqual({
      host: '127.0.0.1',
      port: 40_001,
      user: 'postgres',
      database: 'postgres',
      password: 'p',
    });
  });
});

describe('the password of a cluster', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goniec hasło '));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made with the cluster and stays', async () => {
    const file = join(folder, 'password');
    const password = await clusterPassword(file, false);
    expect(password).toMatch(/^[\w-]{43}$/);
    expect(await clusterPassword(file, true)).toBe(password);
  });

  it.skipIf(process.platform === 'win32')('is its owner’s alone', async () => {
    const file = join(folder, 'password');
    await clusterPassword(file, false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is a new one for a new cluster', async () => {
    const file = join(folder, 'password');
    const first = await clusterPassword(file, false);
    expect(await clusterPassword(file, false)).not.toBe(first);
    expect(await readFile(file, 'utf8')).not.toBe(first);
  });

  it('cannot be guessed when it is lost: the error says what to restore', async () => {
    await expect(clusterPassword(join(folder, 'password'), true)).rejects.toMatchObject({
      code: 'start_failed',
      polish: expect.stringContaining('kopii zapasowej'),
    });
  });
});

describe('a free port', () => {
  it('can be listened on', async () => {
    const server = createServer().listen(await freePort(), '127.0.0.1');
    await once(server, 'listening');
    expect(server.listening).toBe(true);
    server.close();
  });
});
