import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { readMachineFactor } from '../../src/secrets/machine-factor.ts';
import { readEpochFile, writeEpochFile } from '../../src/state/epoch-file.ts';
import {
  afterAWhile,
  copyCluster,
  copyIdentity,
  everything,
  received,
  sends,
  sendToAll,
  setUpCompany,
  startServer,
  until,
  urlOf,
  type Server,
} from './support.ts';

const CONTACTS = 8;

const hasMachineId = await readMachineFactor('machine-id').then(
  () => true,
  () => false,
);

let folder: string;
let emulator: Emulator;
let companyId: string;
let campaignId: string;
const home = (name: string): string => join(folder, name);

/** A campaign is half sent on the old computer when it is stopped for good. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  emulator = await startEmulator({ token: 'first-token', fateOf: () => 'delivered' });
  const old = await startServer(home('old'));
  companyId = await setUpCompany(old.api, emulator, { contacts: CONTACTS });
  campaignId = await sendToAll(old.api, companyId, 'W drodze');
  await until('a part of it is out', () => received(emulator, CONTACTS, 'W drodze').some((count) => count === 1));
  await old.app.close();
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

const campaignAt = ({ api }: Server) => api.getCampaign({ params: { companyId, campaignId } });

/** Tells the two computers apart, as the number of an operating system's installation would. */
async function withServer(name: string, key: string, work: (server: Server) => Promise<void>): Promise<void> {
  const server = await startServer(home(name), { GONIEC_KEY_FILE: join(folder, key) });
  try {
    await work(server);
  } finally {
    await server.app.close();
  }
}

describe('database and state folder moved together to another computer', () => {
  beforeAll(async () => {
    await copyCluster(home('old'), home('new'));
    await copyIdentity(home('old'), home('new'));
  });

  it('starts held although epoch and pulse agree, says so, and sends nothing', async () => {
    await withServer('new', 'new-computer.key', async (server) => {
      const before = sends(emulator);
      const { hold, credentials } = await server.api.getInstance();
      expect(hold).toMatchObject({ reason: { code: 'other_server' }, file: hold?.database });
      expect(credentials).toBe('unreadable');
      expect(await campaignAt(server)).toMatchObject({ state: 'paused', pause: { cause: 'restore_hold' } });
      await server.api.saveGatewayToken({ params: { companyId }, body: { token: 'first-token' } });
      await afterAWhile();
      expect(sends(emulator)).toBe(before);
      await expect(server.api.resumeCampaign({ params: { companyId, campaignId } })).rejects.toMatchObject({
        problem: { reasons: [{ code: 'restore_hold' }] },
      });
    });
  });

  it.skipIf(!hasMachineId)('is held just so when only the machine is another one', async () => {
    await copyCluster(home('old'), home('cloned machine'));
    await copyIdentity(home('old'), home('cloned machine'));
    const server = await startServer(home('cloned machine'), { GONIEC_MACHINE_FACTOR: 'machine-id' });
    try {
      expect(await server.api.getInstance()).toMatchObject({ hold: { reason: { code: 'other_server' } } });
    } finally {
      await server.app.close();
    }
  });

  it('stays held start after start until it is confirmed, then goes on where it was', async () => {
    await withServer('new', 'new-computer.key', async (server) => {
      expect(await server.api.getInstance()).toMatchObject({ hold: { reason: { code: 'other_server' } } });
      await server.api.confirmRestore({ body: { elsewhere: 'nothing_sent' } });
      await server.api.resumeCampaign({ params: { companyId, campaignId } });
      await until('the rest is out', () => received(emulator, CONTACTS, 'W drodze').every((count) => count > 0));
      expect(received(emulator, CONTACTS, 'W drodze')).toEqual(everything(CONTACTS));
    });
    await withServer('new', 'new-computer.key', async (server) => {
      expect(await server.api.getInstance()).toMatchObject({ hold: null, credentials: 'readable' });
    });
  });

  it('takes no second program into its folder', async () => {
    await withServer('new', 'new-computer.key', async () => {
      await expect(startServer(home('new'))).rejects.toMatchObject({ code: 'folder_in_use' });
    });
  });
});

describe('a running server', () => {
  it('stops sending when another program rewrites its epoch file, and leaves that file alone', async () => {
    await withServer('old', 'old/server.key', async (server) => {
      const path = join(home('old'), 'epoch.json');
      const file = await readEpochFile(path);
      if (file.kind !== 'present') throw new Error('no epoch file');
      const theirs = { ...file.mark, epoch: file.mark.epoch + 1 };
      // Again and again: the server may just be writing a life sign of its own.
      await until('it is held', async () => {
        await writeEpochFile(path, theirs, file.sign);
        return (await server.api.getInstance()).hold !== null;
      });
      expect((await server.api.getInstance()).hold).toMatchObject({
        reason: { code: 'database_older_than_file' },
        file: { epoch: theirs.epoch },
      });
      await afterAWhile();
      expect(await readEpochFile(path)).toMatchObject({ mark: theirs });
    });
    expect(await readEpochFile(join(home('old'), 'epoch.json'))).toMatchObject({ kind: 'present' });
  });
});

describe('a further worker', () => {
  it('that loses its own file stops alone', async () => {
    await withServer('new', 'new-computer.key', async (server) => {
      await copyIdentity(home('new'), home('worker'));
      await cp(join(folder, 'new-computer.key'), join(home('worker'), 'server.key'));
      const { host, database, ...rest } = server.app.connection;
      const url = urlOf(String(database), { ...rest, ...(host === undefined ? {} : { host }) });
      const env = { GONIEC_HOME: home('worker'), GONIEC_MACHINE_FACTOR: 'none', DATABASE_URL: url };
      const read = readConfig(env, { root: folder });
      if (!read.ok) throw new Error(read.faults.join());
      const worker = await createApp(read.config, createLog('silent', 'test'), { joins: true });
      try {
        await worker.startWork();
        await rm(join(home('worker'), 'epoch.json'));
        await worker.lost;
        expect(await server.api.getInstance()).toMatchObject({ hold: null });
      } finally {
        await worker.close();
      }
    });
  });

  it('with another key does not start at all, and holds nobody', async () => {
    await withServer('new', 'new-computer.key', async (server) => {
      await copyIdentity(home('new'), home('stranger'));
      await rm(join(home('stranger'), 'server.key'));
      const { host, database, ...rest } = server.app.connection;
      const url = urlOf(String(database), { ...rest, ...(host === undefined ? {} : { host }) });
      const env = { GONIEC_HOME: home('stranger'), GONIEC_MACHINE_FACTOR: 'none', DATABASE_URL: url };
      const read = readConfig(env, { root: folder });
      if (!read.ok) throw new Error(read.faults.join());
      await expect(createApp(read.config, createLog('silent', 'test'), { joins: true })).rejects.toMatchObject({
        code: 'key_differs',
      });
      expect(await server.api.getInstance()).toMatchObject({ hold: null });
    });
  });
});
