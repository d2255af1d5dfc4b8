import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closedAddress } from '../../test/support/closed-address.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createTestDeps } from '../../test/support/deps.ts';
import { createFirm } from '../../test/support/firm.ts';
import { createTestVault } from '../../test/support/vault.ts';
import { holdInstance } from '../db/instance.ts';
import { collectObstacles } from './collect-obstacles.ts';
import type { Deps } from './deps.ts';
import { saveGatewayToken } from './save-gateway-token.ts';

let test: TestDatabase;
let deps: Deps;
let emulator: Emulator;
let companyId: number;

beforeAll(async () => {
  test = await createTestDatabase();
  deps = createTestDeps(test.db);
  emulator = await startEmulator({ account: { senders: ['Test', 'Nowa'] }, points: 100 });
  await emulator.account.setSenderStatus('Nowa', 'PENDING');
});
beforeEach(async () => {
  await emulator.account.setPoints(100);
  emulator.faults.clear();
  await test.db.updateTable('instance').set({ holdReason: null, heldAt: null }).execute();
  ({ companyId } = await createFirm(test.db, { contacts: 0, baseUrl: emulator.url }));
  await saveGatewayToken(deps, { companyId, actor: 'user:1', token: emulator.token });
  await change({ timeoutMs: 60_000 });
});
afterAll(async () => {
  await emulator.close();
  await test.drop();
});

const codesOf = async (points = 1_000, given: Deps = deps) =>
  (await collectObstacles(given, companyId, { points })).obstacles.map(({ code }) => code);
const change = (values: object) =>
  test.db.updateTable('gateway').set(values).where('companyId', '=', companyId).execute();

const brokenClock = (): Date => {
  throw new Error('no clock');
};

describe('the send gate', () => {
  it('is open when everything is right, and tells the balance it saw', async () => {
    expect(await collectObstacles(deps, companyId, { points: 1_000_000 })).toMatchObject({
      obstacles: [],
      balance: { points: 1_000_000, enough: true, readAt: expect.any(Date) },
      gateway: { companyId },
    });
  });

  it('names everything that is missing, not only the first thing', async () => {
    await holdInstance(test.db, { reason: 'no_file', at: new Date() });
    await test.db.deleteFrom('subscriptionService').where('companyId', '=', companyId).execute();
    await change({ sender: 'Nowa' });
    expect(await codesOf(1_000_001)).toEqual(['restore_hold', 'service_off', 'sender_pending', 'balance_too_low']);
  });

  it.each([
    [null, 'sender_missing'],
    ['Obca', 'sender_unknown'],
    ['Nowa', 'sender_pending'],
  ])('bars the sender %s', async (sender, code) => {
    await change({ sender });
    expect(await codesOf()).toEqual([code]);
  });

  it('bars a company without a gateway, and says the token and the sender are missing when it has only settings', async () => {
    const bare = await test.db.insertInto('company').values({ name: 'Naga' }).returning('id').executeTakeFirstOrThrow();
    const gate = await collectObstacles(deps, bare.id, { points: 1 });
    expect(gate.obstacles.map(({ code }) => code)).toEqual(['service_off', 'gateway_missing']);
    await test.db.deleteFrom('sealedSecret').where('companyId', '=', companyId).execute();
    await change({ sender: null });
    expect(await codesOf()).toEqual(['token_missing', 'sender_missing']);
  });

  it('bars a token of another server', async () => {
    expect(await codesOf(1_000, { ...deps, vault: createTestVault() })).toEqual(['token_unreadable']);
  });

  it('bars a token the gateway does not accept, once, and remembers the error', async () => {
    await saveGatewayToken(deps, { companyId, actor: 'user:1', token: 'zly-token' });
    const gate = await collectObstacles(deps, companyId, { points: 1_000 });
    expect(gate.obstacles.map(({ code }) => code)).toEqual(['smsapi_101']);
    expect(gate.balance).toBeNull();
    const row = await test.db
      .selectFrom('gateway')
      .select('lastErrorCode')
      .where('companyId', '=', companyId)
      .executeTakeFirst();
    expect(row?.lastErrorCode).toBe('smsapi_101');
  });

  it('bars a gateway that does not answer', async () => {
    await change({ baseUrl: await closedAddress() });
    expect(await codesOf()).toEqual(['gateway_unreachable']);
  });

  it('is closed while the sender names cannot be read, even with a good balance', async () => {
    emulator.faults.add({ reply: { kind: 'status', status: 503 }, accepted: false, path: '/sms/sendernames' });
    const gate = await collectObstacles(deps, companyId, { points: 1_000 });
    expect(gate.obstacles.map(({ code }) => code)).toEqual(['gateway_strange_answer']);
    expect(gate.balance).toMatchObject({ enough: true });
  });

  it('counts money only where an account can run out', async () => {
    const postpaid = await startEmulator({ account: { paymentType: 'postpaid' }, points: 0 });
    const trial = await startEmulator({ account: { paymentType: 'trial' }, points: 0.1 });
    await change({ baseUrl: postpaid.url });
    expect(await codesOf()).toEqual([]);
    await change({ baseUrl: trial.url });
    expect(await codesOf(2_000)).toEqual(['balance_too_low_test_account']);
    expect(await codesOf(1_000)).toEqual([]);
    await postpaid.close();
    await trial.close();
  });

  it('fails closed: a check that breaks is an obstacle', async () => {
    expect(await codesOf(1_000, { ...deps, clock: brokenClock })).toEqual(['check_failed']);
  });
});
