import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInstance } from '../../src/db/instance.ts';
import { readEpochFile } from '../../src/state/epoch-file.ts';
import {
  administer,
  afterAWhile,
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

const CONTACTS = 12;

let folder: string;
let emulator: Emulator;
let companyId: string;
let campaignId: string;
let databases: { readonly original: string; readonly copy: string };
let running: Server[];

const start = async (home: string, database: string): Promise<Server> => {
  const server = await startServer(join(folder, home), { DATABASE_URL: urlOf(database) });
  running.push(server);
  return server;
};
const campaignAt = ({ api }: Server) => api.getCampaign({ params: { companyId, campaignId } });
const holdAt = async ({ api }: Server) => (await api.getInstance()).hold?.reason.code ?? null;

/** A campaign is being sent when its server stops for a moment, the database is copied, and the original goes on. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  running = [];
  const name = `restore_${randomBytes(6).toString('hex')}`;
  databases = { original: name, copy: `${name}_copy` };
  await administer(`create database ${databases.original}`);
  emulator = await startEmulator({ token: 'first-token', fateOf: () => 'delivered' });
  const before = await start('home', databases.original);
  companyId = await setUpCompany(before.api, emulator, { contacts: CONTACTS });
  campaignId = await sendToAll(before.api, companyId, 'Oryginał');
  await until('a part of it is out', () => received(emulator, CONTACTS, 'Oryginał').some((count) => count === 1));
  await before.app.close();
  running = [];
  await administer(`create database ${databases.copy} template ${databases.original}`);
});
afterEach(async () => {
  await Promise.all(running.map(({ app }) => app.close()));
  await emulator.close();
  for (const name of Object.values(databases)) await administer(`drop database if exists ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

const sentOut = () =>
  until('the campaign is out', () => received(emulator, CONTACTS, 'Oryginał').every((count) => count > 0));

describe('a copy of the database, started beside the original', () => {
  it('with a state folder of its own is held and sends nothing, while the original goes on', async () => {
    const copy = await start('elsewhere', databases.copy);
    const before = sends(emulator);
    await afterAWhile();
    expect(sends(emulator)).toBe(before);
    expect((await copy.api.getInstance()).hold).toMatchObject({ reason: { code: 'no_file' }, file: null });
    expect(await campaignAt(copy)).toMatchObject({ state: 'paused', pause: { cause: 'restore_hold' } });

    const original = await start('home', databases.original);
    expect(await holdAt(original)).toBeNull();
    await sentOut();
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
    expect(await campaignAt(copy)).toMatchObject({ state: 'paused' });
  });

  it('confirmed and resumed by mistake, at the same time as the original, still sends nothing twice', async () => {
    const copy = await start('elsewhere', databases.copy);
    await copy.api.saveGatewayToken({ params: { companyId }, body: { token: 'first-token' } });
    await copy.api.confirmRestore({ body: { elsewhere: 'nothing_sent' } });
    const original = await start('home', databases.original);
    await copy.api.resumeCampaign({ params: { companyId, campaignId } });
    await sentOut();
    for (const server of [original, copy])
      await until('both know all of it', async () => (await campaignAt(server)).sums.handover.accepted === CONTACTS);
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
  });

  it('with the state folder of the original is held as soon as the original has lived on', async () => {
    const original = await start('home', databases.original);
    const copy = await start('home', databases.copy);
    expect(await holdAt(copy)).toBe('database_older_than_file');
    await sentOut();
    expect(await holdAt(original)).toBeNull();
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
  });

  it('that takes the state folder over by a confirmation stops the running original', async () => {
    const original = await start('home', databases.original);
    const copy = await start('home', databases.copy);
    await copy.api.confirmRestore({ body: {} });
    await until('the original is held', async () => (await holdAt(original)) !== null);
    expect(await holdAt(original)).toBe('database_older_than_file');
    const audit = await original.app.deps.db
      .selectFrom('auditEvent')
      .select(['actor', 'data'])
      .where('action', '=', 'instance.held')
      .execute();
    expect(audit).toEqual([
      { actor: 'system:epoch', data: expect.objectContaining({ reason: 'database_older_than_file' }) },
    ]);
    const before = sends(emulator);
    await expect(original.api.resumeCampaign({ params: { companyId, campaignId } })).rejects.toMatchObject({
      problem: { status: 409 },
    });
    await afterAWhile();
    expect(sends(emulator)).toBe(before);
    expect(await holdAt(copy)).toBeNull();
  });
});

describe('a database moved away by a plain copy', () => {
  it('sends what waits as ready when the administrator knows that nothing went out elsewhere, and no faster than it may', async () => {
    const moved = await start('elsewhere', databases.copy);
    await moved.api.saveGatewayToken({ params: { companyId }, body: { token: 'first-token' } });
    await moved.api.confirmRestore({ body: { elsewhere: 'nothing_sent' } });
    const { sums } = await campaignAt(moved);
    expect(sums.handover.ready).toBeGreaterThan(0);
    expect(sums.handover.uncertain).toBe(0);
    const before = emulator.requests.all().length;
    await moved.api.resumeCampaign({ params: { companyId, campaignId } });
    await sentOut();
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
    const times = emulator.requests
      .all()
      .slice(before)
      .filter(({ path, fields }) => path.endsWith('/sms.do') && 'to' in fields)
      .map(({ at }) => at);
    // Five requests a second: a burst would have taken no time at all.
    const [firstAt = 0, lastAt = 0] = [times.at(0), times.at(-1)];
    expect(lastAt - firstAt).toBeGreaterThanOrEqual((times.length - 2) * 200);
  });

  it('asks about what waits first when the administrator does not know, with the references of the original', async () => {
    const original = await start('home', databases.original);
    await sentOut();
    await original.app.close();
    running = [];
    const moved = await start('elsewhere', databases.copy);
    await moved.api.saveGatewayToken({ params: { companyId }, body: { token: 'first-token' } });
    await moved.api.confirmRestore({ body: {} });
    expect((await campaignAt(moved)).sums.handover.ready).toBe(0);
    await moved.api.resumeCampaign({ params: { companyId, campaignId } });
    await until('all is settled', async () => (await campaignAt(moved)).sums.handover.accepted === CONTACTS);
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
  });

  it('leaves what waits to a person when the gateway may have forgotten, and says why', async () => {
    const moved = await start('elsewhere', databases.copy);
    await moved.api.saveGatewayToken({ params: { companyId }, body: { token: 'first-token' } });
    const { db } = moved.app.deps;
    const longAgo = new Date(Date.now() - 21 * 3_600_000);
    await db.updateTable('batch').set({ firstAttemptAt: longAgo }).execute();
    await db.updateTable('campaign').set({ startedAt: longAgo, frozenAt: longAgo }).execute();
    await db.updateTable('instance').set({ pulseAt: longAgo }).execute();
    const waiting = (await moved.api.getInstance()).hold?.waiting;
    await moved.api.confirmRestore({ body: {} });
    await moved.api.resumeCampaign({ params: { companyId, campaignId } });
    const before = sends(emulator);
    await afterAWhile();
    expect(sends(emulator)).toBe(before);
    const { items, totals } = await moved.api.listUncertain({ params: { companyId }, query: { awaits: 'person' } });
    expect(totals).toEqual({ gateway: 0, person: waiting });
    expect(items[0]).toMatchObject({ cause: { code: 'maybe_sent_elsewhere' }, attempts: 0 });
    await moved.api.decideUncertain({
      params: { companyId },
      body: { decision: 'send_again', campaignId, confirm: 'may_be_sent_twice' },
    });
    await sentOut();
    expect(received(emulator, CONTACTS, 'Oryginał')).toEqual(everything(CONTACTS));
  });
});

describe('two servers on one database', () => {
  it('when one confirms, the other follows with its own file and is at home after a restart', async () => {
    const one = await start('home', databases.original);
    // A further server without a file puts its doubt on everybody: that is what has to be confirmed.
    const two = await start('second', databases.original);
    const { holdReason } = await readInstance(one.app.deps.db);
    expect(holdReason).toBe('no_file');
    const { epoch } = await two.api.confirmRestore({ body: {} });
    for (const home of ['home', 'second'])
      await until(`${home} has followed`, async () => (await epochIn(home)) === epoch);
    await Promise.all(running.splice(0).map(({ app }) => app.close()));
    const again = await start('second', databases.original);
    expect(await holdAt(again)).toBeNull();
  });
});

async function epochIn(home: string): Promise<number | null> {
  const file = await readEpochFile(join(folder, home, 'epoch.json'));
  return file.kind === 'present' ? file.mark.epoch : null;
}
