import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@goniec/contract';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { renewLocalKey } from '../src/usecases/renew-local-key.ts';
import { phoneOf } from './support/firm.ts';
import { injectFetch } from './support/inject-fetch.ts';

/** A whole server on a state folder of its own, as `serve` joins it. */
async function startServer(home: string): Promise<{ app: App; api: ReturnType<typeof createClient> }> {
  const read = readConfig({ GONIEC_HOME: home, GONIEC_MACHINE_FACTOR: 'none' }, { root: home });
  if (!read.ok) throw new Error(read.faults.join());
  const app = await createApp(read.config, createLog('silent', 'test'));
  const key = await renewLocalKey(app.deps);
  return { app, api: createClient('http://goniec.test', { authorization: `Bearer ${key}` }, injectFetch(app.http)) };
}

let folder: string;
let emulator: Emulator;
let companyId: string;
let campaignId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  emulator = await startEmulator({ token: 'first-token' });
  const { app, api } = await startServer(join(folder, 'first'));
  const company = await api.createCompany({ body: { name: 'Przeprowadzka' } });
  companyId = company.id;
  const params = { companyId };
  await api.switchService({ params: { companyId, code: 'sms_smsapi' }, body: { enabled: true } });
  await api.saveGateway({ params, body: { provider: 'smsapi', baseUrl: emulator.url, sender: 'Test' } });
  await api.saveGatewayToken({ params, body: { token: 'first-token' } });
  expect(await api.testGateway({ params })).toMatchObject({ ok: true });
  const made = await api.createContractor({ params, body: { name: 'Odbiorca', contacts: [{ phone: phoneOf(111) }] } });
  const contactId = made.contacts[0]?.id ?? '0';
  await api.recordConsent({ params: { companyId, contactId }, body: { event: 'given', how: 'paper' } });
  const campaign = await api.createCampaign({ params, body: { subject: 'Przed', body: 'Test' } });
  campaignId = campaign.id;
  await api.pickRecipients({ params: { companyId, campaignId }, body: { contactIds: [contactId] } });
  await app.close();
  // What a move of the database alone takes along: the cluster, not the key and not the epoch.
  await cp(join(folder, 'first', 'postgres'), join(folder, 'second', 'postgres'), {
    recursive: true,
    filter: (path) => !/\.(lock|sock)$|\.s\.PGSQL/.test(path),
  });
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a database moved to another server (S15)', () => {
  it('starts, holds sending, says that the token has to be entered again, and loses nothing', async () => {
    const { app, api } = await startServer(join(folder, 'second'));
    try {
      const params = { companyId };
      expect(await api.getInstance()).toMatchObject({
        hold: { reason: { code: 'no_file' } },
        credentials: 'unreadable',
      });
      expect(await api.getGateway({ params })).toMatchObject({ token: 'unreadable', sender: 'Test' });
      expect((await api.listContractors({ params, query: {} })).total).toBe(1);

      const refused = api.sendCampaign({ params: { companyId, campaignId }, body: {} });
      await expect(refused).rejects.toMatchObject({
        problem: {
          code: 'sending_barred',
          reasons: expect.arrayContaining([
            expect.objectContaining({ code: 'restore_hold' }),
            expect.objectContaining({ code: 'token_unreadable' }),
          ]),
        },
      });
      expect(emulator.ledger.totals.accepted).toBe(0);
      const kept = await app.deps.db.selectFrom('sealedSecret').select('sealed').execute();
      expect(kept).toHaveLength(1);

      await api.saveGatewayToken({ params, body: { token: 'first-token' } });
      const before = (await api.getInstance()).epoch;
      const confirmed = await api.confirmRestore({ body: {} });
      expect(confirmed).toMatchObject({ hold: null, credentials: 'readable' });
      expect(confirmed.epoch).toBeGreaterThan(before);
      expect(await api.sendCampaign({ params: { companyId, campaignId }, body: {} })).toMatchObject({
        state: 'sending',
      });
    } finally {
      await app.close();
    }
  });

  it('is at home afterwards, while the old place is told that it is not', async () => {
    const second = await startServer(join(folder, 'second'));
    expect(await second.api.getInstance()).toMatchObject({ hold: null });
    await second.app.close();
    await rm(join(folder, 'first', 'postgres'), { recursive: true });
    await cp(join(folder, 'second', 'postgres'), join(folder, 'first', 'postgres'), {
      recursive: true,
      filter: (path) => !/\.(lock|sock)$|\.s\.PGSQL/.test(path),
    });
    const first = await startServer(join(folder, 'first'));
    expect(await first.api.getInstance()).toMatchObject({ hold: { reason: { code: 'file_older_than_database' } } });
    await first.app.close();
  });

  it('takes no worker that lacks its files, and is not held because of one', async () => {
    const second = await startServer(join(folder, 'second'));
    const read = readConfig(
      { GONIEC_HOME: join(folder, 'worker'), GONIEC_MACHINE_FACTOR: 'none', DATABASE_URL: urlOf(second.app) },
      { root: folder },
    );
    if (!read.ok) throw new Error(read.faults.join());
    await expect(createApp(read.config, createLog('silent', 'test'), { joins: true })).rejects.toMatchObject({
      code: 'epoch_differs',
    });
    expect(await second.api.getInstance()).toMatchObject({ hold: null });
    await second.app.close();
  });
});

/** The address of a server's database for another program of this computer. */
function urlOf(app: App): string {
  const { host, database, user } = app.connection;
  return `postgres://${user}@${encodeURIComponent(String(host))}/${database}`;
}
