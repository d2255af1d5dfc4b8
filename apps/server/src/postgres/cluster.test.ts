import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clusterExists, initdbArguments, removeUnfinished } from './cluster.ts';
import { openHome, type Home } from './home.ts';

const program = { majorVersion: '18' };

let folder = '';
let home: Home;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec klaster '));
  home = await openHome(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe('whether there is a cluster', () => {
  it('no: nothing is there', async () => {
    expect(await clusterExists(home, program)).toBe(false);
  });

  it('no: its folder is empty', async () => {
    await mkdir(home.data);
    expect(await clusterExists(home, program)).toBe(false);
  });

  it('yes: of our version', async () => {
    await mkdir(home.data);
    await writeFile(join(home.data, 'PG_VERSION'), '18\n');
    expect(await clusterExists(home, program)).toBe(true);
  });

  it.each(['17\n', '19\n', ''])('of version %j: an error that says how to go over', async (version) => {
    await mkdir(home.data);
    await writeFile(join(home.data, 'PG_VERSION'), version);
    await expect(clusterExists(home, program)).rejects.toMatchObject({
      code: 'major_version_mismatch',
      polish: expect.stringContaining('wyeksportuj'),
      english: expect.stringContaining('export'),
    });
  });

  it('unknown: there are files without a version, which are never overwritten', async () => {
    await mkdir(join(home.data, 'base'), { recursive: true });
    await expect(clusterExists(home, program)).rejects.toMatchObject({ code: 'start_failed' });
    expect(await readdir(home.data)).toEqual(['base']);
  });
});

describe('unfinished clusters', () => {
  it('are removed, and nothing else', async () => {
    await mkdir(join(folder, 'init-AbC123', 'base'), { recursive: true });
    await mkdir(join(folder, 'data'));
    await removeUnfinished(home);
    expect(await readdir(folder)).toEqual(['data']);
  });
});

describe('the arguments of initdb', () => {
  it('trust the socket’s folder and reject the network', () => {
    const args = initdbArguments('/d', { durable: true });
    expect(args).toContain('--auth-local=trust');
    expect(args).toContain('--auth-host=reject');
  });

  it('ask for a password where clients come over the network', () => {
    const args = initdbArguments('/d', { durable: true, passwordFile: '/p' });
    expect(args).toContain('--auth=scram-sha-256');
    expect(args).toContain('--pwfile=/p');
    expect(args.join(' ')).not.toContain('trust');
  });

  it('wait for the disk unless the cluster will not', () => {
    expect(initdbArguments('/d', { durable: true })).not.toContain('--no-sync');
    expect(initdbArguments('/d', { durable: false })).toContain('--no-sync');
  });
});
