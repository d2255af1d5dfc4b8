import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closedAddress } from '../../test/support/closed-address.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestDeps } from '../../test/support/deps.ts';
import { hearAnnouncements, until } from '../../test/support/watch.ts';
import { listBalanceReadings } from '../db/balance-readings.ts';
import { findGateway, type GatewaySettings } from '../db/gateways.ts';
import { reasonOf, type Outcome } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { listSenderNames } from './list-sender-names.ts';
import { openGateway } from './open-gateway.ts';
import { readBalance, readBalances } from './read-balance.ts';
import { saveGateway } from './save-gateway.ts';
import { saveGatewayToken } from './save-gateway-token.ts';
import { testGateway } from './test-gateway.ts';

let test: TestDatabase;
let deps: Deps;
let emulator: Emulator;
let companyId: number;
const actor = 'user:1';

beforeAll(async () => {
  test = await createTestDatabase();
  deps = createTestDeps(test.db);
  emulator = await startEmulator({
    account: { username: 'firma', price: 0.165, senders: ['Sklep', 'Nowa'] },
    points: 100,
  });
  await emulator.account.setSenderStatus('Nowa', 'PENDING');
});
beforeEach(async () => {
  const { id } = await test.db
    .insertInto('company')
    .values({ name: 'Firma' })
    .returning('id')
    .executeTakeFirstOrThrow();
  companyId = id;
  emulator.faults.clear();
});
afterAll(async () => {
  await emulator.close();
  await test.drop();
});

const settings = (change: Partial<GatewaySettings> = {}): GatewaySettings => ({
  lowBalance: null,
  provider: 'smsapi',
  baseUrl: emulator.url,
  sender: null,
  timeoutMs: 20_000,
  batchSize: 100,
  requestsPerSecond: 10,
  concurrency: 3,
  maxParts: 10,
  pointValue: 10_000,
  settleAutomatically: true,
  ...change,
});
const save = (change: Partial<GatewaySettings> = {}) =>
  saveGateway(deps, { companyId, actor, settings: settings(change) });
const saveToken = (token = emulator.token) => saveGatewayToken(deps, { companyId, actor, token });
const refusalOf = <T>(outcome: Outcome<T>) => (outcome.ok ? null : outcome.refusal.code);
const auditOf = async (): Promise<string[]> => {
  const rows = await test.db
    .selectFrom('auditEvent')
    .select(['action'])
    .where('companyId', '=', companyId)
    .orderBy('id')
    .execute();
  return rows.map(({ action }) => action);
};

/** A batch about which nobody knows whether the gateway took it. */
async function leaveUncertainBatch(): Promise<void> {
  const gateway = await findGateway(test.db, companyId);
  const campaign = await test.db
    .insertInto('campaign')
    .values({ companyId, subject: 'x', createdBy: actor })
    .returning('id')
    .executeTakeFirstOrThrow();
  const text = await test.db
    .insertInto('messageText')
    .values({ companyId, campaignId: campaign.id, body: 'x', encoding: 'gsm7', units: 1, parts: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await test.db
    .insertInto('batch')
    .values({
      companyId,
      campaignId: campaign.id,
      gatewayId: gateway?.id ?? 0,
      textId: text.id,
      state: 'uncertain',
    })
    .execute();
}

describe('the settings of a gateway', () => {
  it('are saved per company and keep their callback secret when changed', async () => {
    await save();
    const first = await findGateway(test.db, companyId);
    await save({ timeoutMs: 60_000, batchSize: 500 });
    const second = await findGateway(test.db, companyId);
    expect(second).toMatchObject({ timeoutMs: 60_000, batchSize: 500, callbackSecret: first?.callbackSecret });
    expect(first?.callbackSecret).toMatch(/^[\w-]{32}$/);
    expect(await auditOf()).toEqual(['gateway.saved', 'gateway.saved']);
  });

  it('refuse an address that is not the gateway', async () => {
    expect(refusalOf(await save({ baseUrl: 'https://example.com/' }))).toBe('base_url_not_allowed');
    expect(refusalOf(await save({ baseUrl: 'http://169.254.169.254/' }))).toBe('base_url_not_allowed');
    expect(await findGateway(test.db, companyId)).toBeUndefined();
  });

  it('refuse a provider nobody knows', async () => {
    expect(refusalOf(await save({ provider: 'smpp' }))).toBe('provider_unknown');
  });

  it('take any sender as long as there is no token to ask with', async () => {
    expect((await save({ sender: 'Cokolwiek' })).ok).toBe(true);
  });

  it.each([
    ['Obca', 'sender_unknown'],
    ['Nowa', 'sender_pending'],
  ])('refuse the sender %s and name its state', async (sender, code) => {
    await save();
    await saveToken();
    const outcome = await save({ sender });
    expect(refusalOf(outcome)).toBe(code);
    expect(outcome).toMatchObject({
      refusal: { errors: [{ pointer: '/body/sender', detail: expect.stringContaining('Sklep') }] },
    });
    expect((await findGateway(test.db, companyId))?.sender).toBeNull();
  });

  it('take a sender the gateway calls active', async () => {
    await save();
    await saveToken();
    expect((await save({ sender: 'Sklep' })).ok).toBe(true);
  });

  it('take a sender nobody can check now: the send gate asks again', async () => {
    await save();
    await saveToken();
    emulator.faults.add({ reply: { kind: 'status', status: 500 }, accepted: false, path: '*' });
    expect((await save({ sender: 'Obca' })).ok).toBe(true);
  });

  it('drop the token when the address becomes another one: it was not meant for that', async () => {
    await save();
    await saveToken();
    await save({ baseUrl: 'https://api.smsapi.pl/' });
    expect(refusalOf(await openGateway(deps, companyId))).toBe('token_missing');
    expect(await auditOf()).toContain('gateway.token_dropped');
  });

  it('keep the address while messages are uncertain: only that account knows them', async () => {
    await save();
    await leaveUncertainBatch();
    expect(refusalOf(await save({ baseUrl: 'https://api.smsapi.pl/' }))).toBe('gateway_unsettled');
    expect((await save({ timeoutMs: 30_000 })).ok).toBe(true);
  });
});

describe('the token', () => {
  it('is write-only: sealed in the database, and nowhere in settings or audit', async () => {
    await save();
    const token = 'tajny-token-0123456789';
    await saveToken(token);
    const everything = await test.pool.query(
      `select (select json_agg(g) from gateway g where company_id = $1)::text as gateway,
        (select json_agg(s) from sealed_secret s where company_id = $1)::text as sealed,
        (select json_agg(a) from audit_event a where company_id = $1)::text as audit`,
      [companyId],
    );
    expect(JSON.stringify(everything.rows)).not.toContain(token);
    expect(JSON.stringify(everything.rows)).toContain('gateway.token_saved');
  });

  it('opens the account again', async () => {
    await save();
    await saveToken();
    const opened = await openGateway(deps, companyId);
    expect(opened.ok && (await opened.value.provider.profile())).toMatchObject({ ok: true, value: { name: 'firma' } });
  });

  it('needs settings first', async () => {
    expect(refusalOf(await saveToken())).toBe('gateway_missing');
    expect(refusalOf(await openGateway(deps, companyId))).toBe('gateway_missing');
  });

  it.each(['dwa słowa', 'żółty', 'a\nb', ''])('that no header can carry is refused: %j', async (token) => {
    await save();
    expect(refusalOf(await saveToken(token))).toBe('token_malformed');
  });

  it('cannot be read with the row of another company', async () => {
    await save();
    await saveToken();
    const stolen = await test.db
      .selectFrom('sealedSecret')
      .select('sealed')
      .where('companyId', '=', companyId)
      .executeTakeFirstOrThrow();
    const other = await test.db
      .insertInto('company')
      .values({ name: 'Inna' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await saveGateway(deps, { companyId: other.id, actor, settings: settings() });
    await saveGatewayToken(deps, {
      companyId: other.id,
      actor,
      token: 'inny-token',
    });
    await test.db.updateTable('sealedSecret').set(stolen).where('companyId', '=', other.id).execute();
    expect(refusalOf(await openGateway(deps, other.id))).toBe('token_unreadable');
  });

  it('of another account is refused while messages are uncertain, one of the same account is taken', async () => {
    await save();
    await saveToken();
    await testGateway(deps, companyId);
    await leaveUncertainBatch();
    const other = await startEmulator({ account: { username: 'inna' }, token: 'obcy-token' });
    await test.db.updateTable('gateway').set({ baseUrl: other.url }).where('companyId', '=', companyId).execute();
    expect(refusalOf(await saveToken('obcy-token'))).toBe('gateway_unsettled');
    // one that was tried and opens an account is no better: it is not the account that remembers
    const tried = await saveGatewayToken(deps, { companyId, actor, token: 'obcy-token', check: true });
    expect(refusalOf(tried)).toBe('gateway_unsettled');
    await other.close();
    expect(refusalOf(await saveToken('obcy-token'))).toBe('gateway_unsettled');
    await test.db.updateTable('gateway').set({ baseUrl: emulator.url }).where('companyId', '=', companyId).execute();
    expect((await saveToken()).ok).toBe(true);
  });

  it('that is tried first and opens nothing leaves the one before it, and all that is known of its account', async () => {
    await save();
    await saveToken();
    await testGateway(deps, companyId);
    const before = await findGateway(test.db, companyId);
    const tried = await saveGatewayToken(deps, { companyId, actor, token: 'zly-token', check: true });
    expect(tried).toMatchObject({ ok: false, refusal: { code: 'token_refused', reasons: [{ code: 'smsapi_101' }] } });
    expect(await findGateway(test.db, companyId)).toEqual(before);
    emulator.faults.add({ reply: { kind: 'status', status: 503 }, accepted: false, path: '*', next: 1 });
    const unanswered = await saveGatewayToken(deps, { companyId, actor, token: emulator.token, check: true });
    expect(refusalOf(unanswered)).toBe('token_unchecked');
    expect(await readBalance(deps, companyId)).toMatchObject({ ok: true });
    expect((await auditOf()).filter((action) => action === 'gateway.token_saved')).toHaveLength(1);
  });

  it('that is tried first and opens an account is stored as one that was just seen to work', async () => {
    await save();
    await saveToken('zly-token');
    expect((await findGateway(test.db, companyId))?.verifiedAt).toBeNull();
    const tried = await saveGatewayToken(deps, { companyId, actor, token: emulator.token, check: true });
    expect(tried).toMatchObject({ ok: true, value: { accountName: 'firma', verifiedAt: expect.any(Date) } });
    expect(await readBalance(deps, companyId)).toMatchObject({ ok: true });
  });

  it('of another account makes what was known of the old one forgotten', async () => {
    await save();
    await saveToken();
    await testGateway(deps, companyId);
    await saveToken('nowy-token');
    expect(await findGateway(test.db, companyId)).toMatchObject({
      accountName: null,
      paymentType: null,
      verifiedAt: null,
    });
  });
});

describe('the test button', () => {
  it('tells the account and refreshes price, payment type and balance', async () => {
    await save();
    await saveToken();
    const tested = await testGateway(deps, companyId);
    expect(tested).toMatchObject({
      ok: true,
      value: {
        ok: true,
        accountName: 'firma',
        reason: null,
        balance: { points: 1_000_000, partsAffordable: 606, paymentType: 'prepaid', testAccount: false },
      },
    });
    expect(await findGateway(test.db, companyId)).toMatchObject({
      accountName: 'firma',
      paymentType: 'prepaid',
      partPrice: 1_650,
      verifiedAt: expect.any(Date),
      lastErrorCode: null,
    });
  });

  it('says what is wrong with the token, and remembers it until it is right', async () => {
    await save();
    await saveToken('zly-token');
    expect(await testGateway(deps, companyId)).toMatchObject({
      ok: true,
      value: { ok: false, accountName: null, balance: null, reason: { code: 'smsapi_101' } },
    });
    expect((await findGateway(test.db, companyId))?.lastErrorCode).toBe('smsapi_101');
    await saveToken();
    await testGateway(deps, companyId);
    expect((await findGateway(test.db, companyId))?.lastErrorCode).toBeNull();
  });

  it('says that the gateway is not there', async () => {
    await save({ baseUrl: await closedAddress() });
    await saveToken();
    const tested = await testGateway(deps, companyId);
    expect(tested).toMatchObject({ ok: true, value: { ok: false, reason: { code: 'gateway_unreachable' } } });
  });

  it('says that the token is missing', async () => {
    await save();
    expect(await testGateway(deps, companyId)).toMatchObject({
      value: { ok: false, reason: reasonOf('token_missing') },
    });
  });
});

describe('the balance', () => {
  it('is read now and kept as a reading', async () => {
    await save();
    await saveToken();
    await emulator.account.setPoints(12.5);
    expect(await readBalance(deps, companyId)).toMatchObject({ ok: true, value: { points: 125_000, canBuy: true } });
    await emulator.account.setPoints(100);
    await readBalances(deps);
    const gateway = await findGateway(test.db, companyId);
    const readings = await listBalanceReadings(test.db, { companyId, gatewayId: gateway?.id ?? 0, limit: 10 });
    expect(readings.map(({ points }) => points)).toEqual([1_000_000, 125_000]);
  });

  it('is announced when it has changed, not whenever somebody has read it', async () => {
    await save();
    await saveToken();
    await readBalance(deps, companyId);
    const announcements = await hearAnnouncements(test.connection);
    await readBalance(deps, companyId);
    await emulator.account.setPoints(90);
    await readBalance(deps, companyId);
    await readBalance(deps, companyId);
    await emulator.account.setPoints(100);
    await until(() => announcements.heard.length > 0);
    await announcements.close();
    expect(announcements.heard.map((event) => JSON.parse(event).type)).toEqual(['balance.changed']);
  });

  it('of a test account comes with the word that it cannot buy prepaid', async () => {
    const trial = await startEmulator({ account: { paymentType: 'trial' }, points: 7.5 });
    await save({ baseUrl: trial.url });
    await saveToken(trial.token);
    expect(await readBalance(deps, companyId)).toMatchObject({
      ok: true,
      value: { testAccount: true, canBuy: false, notice: { code: 'test_account' } },
    });
    await trial.close();
  });

  it('that cannot be read is a refusal with the reason of the gateway', async () => {
    await save();
    await saveToken('zly-token');
    expect(await readBalance(deps, companyId)).toMatchObject({
      ok: false,
      refusal: { code: 'gateway_refused', reasons: [{ code: 'smsapi_101' }] },
    });
    emulator.faults.add({ reply: { kind: 'status', status: 503 }, accepted: false, path: '*', next: 1 });
    expect(await readBalance(deps, companyId)).toMatchObject({
      ok: false,
      refusal: { code: 'gateway_unreachable', reasons: [{ code: 'gateway_strange_answer' }] },
    });
  });
});

describe('the sender names', () => {
  it('are those of the account, with their state', async () => {
    await save();
    await saveToken();
    expect(await listSenderNames(deps, companyId)).toEqual({
      ok: true,
      value: [
        { sender: 'Sklep', isDefault: true, status: 'active', usable: true },
        { sender: 'Nowa', isDefault: false, status: 'pending', usable: false },
      ],
    });
  });
});
