import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobHandlers } from '../../src/jobs/handlers.ts';
import {
  afterAWhile,
  copyCluster,
  everything,
  received,
  sends,
  sendToAll,
  setUpCompany,
  startServer,
  until,
  type Server,
} from './support.ts';

const CONTACTS = 12;

let folder: string;
let home: string;
let emulator: Emulator;
let companyId: string;
let first: string;
let server: Server;
const params = () => ({ companyId, campaignId: first });

/**
 * The life of a small firm: a campaign is half sent when the backup is made; then it goes out to the end, and so does another
 * one; then the disk breaks, and the backup is put in its place on the very same server.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  home = join(folder, 'home');
  emulator = await startEmulator({ token: 'first-token', fateOf: () => 'delivered' });
  const before = await startServer(home);
  companyId = await setUpCompany(before.api, emulator, { contacts: CONTACTS });
  first = await sendToAll(before.api, companyId, 'Pierwsza');
  await until('a part of it is out', () => received(emulator, CONTACTS, 'Pierwsza').some((count) => count === 1));
  await before.app.close();
  await copyCluster(home, join(folder, 'backup'));

  const lost = await startServer(home);
  await until('all of it is out', () => received(emulator, CONTACTS, 'Pierwsza').every((count) => count === 1));
  await sendToAll(lost.api, companyId, 'Druga');
  await until('the other one is out', () => received(emulator, CONTACTS, 'Druga').every((count) => count === 1));
  await lost.app.close();
  await copyCluster(join(folder, 'backup'), home);
  server = await startServer(home);
});
afterAll(async () => {
  await server?.app.close();
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an older backup, restored on its own server under its own epoch', () => {
  it('starts held: its pulse is behind what the state folder remembers', async () => {
    const { hold, epoch } = await server.api.getInstance();
    expect(hold).toMatchObject({ reason: { code: 'database_older_than_file' }, file: { epoch }, database: { epoch } });
    expect(Number(hold?.file?.lastMessageId)).toBe(Number(hold?.database.lastMessageId) + CONTACTS);
    expect(Date.parse(hold?.file?.at ?? '')).toBeGreaterThan(Date.parse(hold?.database.at ?? ''));
    expect(hold?.waiting).toBeGreaterThan(0);
    expect(hold?.waiting).toBeLessThan(CONTACTS);
    expect(await server.api.getCampaign({ params: params() })).toMatchObject({
      state: 'paused',
      pause: { cause: 'restore_hold' },
    });
  });

  it('sends nothing: neither its loop nor any of its jobs, nor a person who resumes', async () => {
    const before = sends(emulator);
    const { read_balance, ...scheduled } = jobHandlers(server.app.deps);
    await read_balance({ companyId: Number(companyId) });
    for (const run of Object.values(scheduled)) await run({});
    await afterAWhile();
    await expect(server.api.resumeCampaign({ params: params() })).rejects.toMatchObject({
      problem: { code: 'sending_barred', reasons: [{ code: 'restore_hold' }] },
    });
    await expect(sendToAll(server.api, companyId, 'Trzecia')).rejects.toMatchObject({
      problem: { code: 'sending_barred' },
    });
    await afterAWhile();
    expect(sends(emulator)).toBe(before);
    expect(await server.api.getInstance()).toMatchObject({ hold: { reason: { code: 'database_older_than_file' } } });
  });

  it('once confirmed lives in a new epoch, and fires nothing that is overdue', async () => {
    const { epoch } = await server.api.getInstance();
    const before = sends(emulator);
    const confirmed = await server.api.confirmRestore({ body: {} });
    expect(confirmed.hold).toBeNull();
    expect(confirmed.epoch).toBeGreaterThan(epoch);
    await afterAWhile();
    expect(sends(emulator)).toBe(before);
    const campaign = await server.api.getCampaign({ params: params() });
    expect(campaign).toMatchObject({ state: 'paused', pause: { cause: 'restore_hold' } });
    // What waited may have been sent by the life that was lost: nobody knows, and so it says.
    expect(campaign.sums.handover).toMatchObject({ ready: 0, uncertain: expect.any(Number) });
    expect(campaign.sums.handover.uncertain).toBeGreaterThan(0);
  });

  it('resumed, learns from the gateway what the lost life had sent, and nobody gets it twice', async () => {
    await server.api.resumeCampaign({ params: params() });
    await until('all is settled', async () => {
      const { sums } = await server.api.getCampaign({ params: params() });
      return sums.handover.accepted === CONTACTS;
    });
    expect(received(emulator, CONTACTS, 'Pierwsza')).toEqual(everything(CONTACTS));
  });

  it('sends new campaigns under message ids the lost life had used, and the gateway takes them for new', async () => {
    await sendToAll(server.api, companyId, 'Po przywróceniu');
    await until('it is out', () => received(emulator, CONTACTS, 'Po przywróceniu').every((count) => count === 1));
    expect(received(emulator, CONTACTS, 'Druga')).toEqual(everything(CONTACTS));
  });

  it('is at home from now on', async () => {
    await server.app.close();
    server = await startServer(home);
    expect(await server.api.getInstance()).toMatchObject({ hold: null });
  });
});
