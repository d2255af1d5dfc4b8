import { createSmsapi, type Smsapi } from '@goniec/smsapi';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';

let server: TestHttp;
let emulator: Emulator;
let key: string;
const path = '/api/v1/companies/1/gateway';

beforeAll(async () => {
  server = await createTestHttp();
  emulator = await startEmulator({ token: 'tajny-token-emulatora', account: { senders: ['Sklep'] }, points: 100 });
});
beforeEach(async () => {
  server.setNow(null);
  await server.test.pool.query('truncate company restart identity cascade');
  await server.test.pool.query("insert into company (name) values ('Firma')");
  key = await server.localKey();
});
afterAll(async () => {
  await emulator.close();
  await server.close();
});

const call = (method: 'GET' | 'PUT' | 'POST', below = '', body?: object) =>
  server.call(method, `${path}${below}`, { key, ...(body ? { body } : {}) });
const save = (change: object = {}) => call('PUT', '', { provider: 'smsapi', baseUrl: emulator.url, ...change });
const saveToken = (token = emulator.token) => call('PUT', '/token', { token });

async function callbacksAt({ callbacks }: Smsapi) {
  const listed = await callbacks.list();
  return listed.ok ? listed.value : [];
}

describe('the gateway over HTTP', () => {
  it('is not there before it is saved', async () => {
    for (const below of ['', '/sender-names', '/balance', '/balance-readings'])
      expect((await call('GET', below)).json()).toMatchObject({ status: 404, code: 'gateway_missing' });
    expect((await call('POST', '/test')).json()).toMatchObject({ code: 'gateway_missing' });
    expect((await saveToken()).json()).toMatchObject({ code: 'gateway_missing' });
  });

  it('has sensible defaults and the steps to a token of its own', async () => {
    const saved = await call('PUT', '', { provider: 'smsapi' });
    expect(saved.statusCode).toBe(200);
    expect(saved.json()).toMatchObject({
      baseUrl: 'https://api.smsapi.pl/',
      sender: null,
      timeoutMs: 10_000,
      batchSize: 100,
      requestsPerSecond: 10,
      concurrency: 3,
      token: 'missing',
      verifiedAt: null,
      lastError: null,
    });
    expect(saved.json().tokenSteps[0].pl).toContain('https://ssl.smsapi.pl/');
    expect((await call('GET')).json()).toEqual(saved.json());
  });

  it.each([
    [{ timeoutMs: 999 }, '/body/timeoutMs'],
    [{ timeoutMs: 120_001 }, '/body/timeoutMs'],
    [{ batchSize: 10_001 }, '/body/batchSize'],
    [{ provider: 'smpp' }, '/body/provider'],
    [{ baseUrl: 'ftp://api.smsapi.pl/' }, '/body/baseUrl'],
    [{ sender: 'x'.repeat(17) }, '/body/sender'],
  ])('refuses %j', async (change, pointer) => {
    expect((await save(change)).json()).toMatchObject({ status: 422, code: 'invalid_request', errors: [{ pointer }] });
  });

  it('refuses an address that is not the gateway with a sentence that says which ones are', async () => {
    const refused = await save({ baseUrl: 'https://example.com/' });
    expect(refused.json()).toMatchObject({ status: 422, code: 'base_url_not_allowed' });
    expect(refused.json().action.pl).toContain('https://api.smsapi.pl/');
  });

  it('never gives the token out again', async () => {
    await save();
    const answers = [await saveToken(), await call('GET'), await call('POST', '/test'), await save()];
    expect(answers.map(({ body }) => body).join()).not.toContain(emulator.token);
    expect(answers[1]?.json()).toMatchObject({ token: 'stored' });
  });

  it('tests the connection, reads the balance and keeps its history', async () => {
    await save();
    await saveToken();
    const tested = await call('POST', '/test');
    expect(tested.json()).toMatchObject({
      ok: true,
      accountName: 'emulator',
      reason: null,
      balance: { points: 1_000_000, partsAffordable: 666, canBuy: true, buyUrl: `${emulator.url}/`, notice: null },
    });
    expect((await call('GET')).json()).toMatchObject({ accountName: 'emulator', paymentType: 'prepaid' });
    expect((await call('GET', '/balance')).json()).toMatchObject({ points: 1_000_000, value: 1_000_000 });
    const history = (await call('GET', '/balance-readings?limit=5')).json();
    expect(history.items).toEqual([
      { points: 1_000_000, readAt: expect.any(String) },
      { points: 1_000_000, readAt: expect.any(String) },
    ]);
  });

  it('shows the last error of the gateway until it answers again', async () => {
    await save();
    await saveToken('zly-token');
    expect((await call('POST', '/test')).json()).toMatchObject({ ok: false, reason: { code: 'smsapi_101' } });
    expect((await call('GET')).json().lastError).toMatchObject({ code: 'smsapi_101', at: expect.any(String) });
    expect((await call('GET', '/balance')).json()).toMatchObject({
      status: 409,
      code: 'gateway_refused',
      reasons: [{ code: 'smsapi_101' }],
    });
    await saveToken();
    await call('POST', '/test');
    expect((await call('GET')).json().lastError).toBeNull();
  });

  it('offers the sender names of the account and refuses any other', async () => {
    await save();
    await saveToken();
    expect((await call('GET', '/sender-names')).json()).toEqual({
      items: [{ sender: 'Sklep', isDefault: true, status: 'active', usable: true }],
    });
    expect((await save({ sender: 'Obca' })).json()).toMatchObject({
      status: 409,
      code: 'sender_unknown',
      errors: [{ pointer: '/body/sender' }],
    });
    expect((await save({ sender: 'Sklep' })).json()).toMatchObject({ sender: 'Sklep', token: 'stored' });
  });

  it('shows the address for replies, writes it down at the gateway, and moves it with the server', async () => {
    await save();
    expect((await call('POST', '/register-inbound')).json()).toMatchObject({ status: 409, code: 'token_missing' });
    await saveToken();
    const { url, steps } = (await call('GET')).json().inbound;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:7300\/callbacks\/smsapi\/inbound\/[0-9a-f]{64}$/);
    expect(steps).not.toHaveLength(0);
    const register = async () => (await call('POST', '/register-inbound')).json();
    expect(await register()).toEqual({ url, change: 'added' });
    expect(await register()).toEqual({ url, change: 'unchanged' });
    const account = createSmsapi({ baseUrl: emulator.url, token: emulator.token, timeoutMs: 5_000 });
    const [ours] = await callbacksAt(account);
    expect(ours).toMatchObject({ url, type: 'sms_mo', active: true });
    await account.callbacks.move(ours?.id ?? '', url.replace('7300', '9999'));
    await account.callbacks.create({ url: 'https://erp.example/sms', type: 'sms_mo' });
    expect(await register()).toEqual({ url, change: 'moved' });
    expect((await callbacksAt(account)).map((each) => each.url)).toEqual([url, 'https://erp.example/sms']);
    await fetch(`${emulator.url}/callbacks/${ours?.id}/commands/deactivate`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${emulator.token}` },
    });
    expect(await register()).toEqual({ url, change: 'moved' });
    expect((await callbacksAt(account))[0]).toMatchObject({ url, active: true });
  });

  it('is not given an address that only this computer sees', async () => {
    await call('PUT', '', { provider: 'smsapi', baseUrl: 'https://api.smsapi.pl/' });
    await saveToken('x');
    expect((await call('POST', '/register-inbound')).json()).toMatchObject({ status: 409, code: 'public_url_local' });
  });

  it('of a test account cannot buy and says so', async () => {
    const trial = await startEmulator({ account: { paymentType: 'trial' } });
    await save({ baseUrl: trial.url });
    await saveToken(trial.token);
    expect((await call('GET', '/balance')).json()).toMatchObject({
      testAccount: true,
      canBuy: false,
      buyUrl: null,
      notice: { code: 'test_account' },
    });
    await trial.close();
  });

  it('tell what went wrong lately: what was asked, why it failed, and what to do', async () => {
    await save();
    await saveToken('nie-ten-token');
    await call('POST', '/test');
    await call('POST', '/test');
    await call('GET', '/sender-names');
    const { items } = (await call('GET', '/errors')).json();
    expect(items).toMatchObject([
      { operation: 'senders', times: 1, code: 'smsapi_101', over: false },
      { operation: 'test', times: 2, code: 'smsapi_101', over: false },
    ]);
    expect([items[0].sentence.pl, items[0].action.pl].every((text) => text.length > 10)).toBe(true);
    await saveToken();
    await call('POST', '/test');
    const later = (await call('GET', '/errors')).json().items;
    expect(later).toMatchObject([{ over: true }, { over: true }]);
    expect((await call('GET', '/errors?limit=1')).json().items).toHaveLength(1);
    expect((await call('GET', '/errors?limit=51')).json()).toMatchObject({ code: 'invalid_request' });
  });

  it('tells how the balance went: the last reading of each part, what goes in a day, and how long the rest will do', async () => {
    await save();
    const now = new Date();
    server.setNow(now);
    await server.test.pool.query(
      `insert into balance_reading (company_id, gateway_id, points, read_at)
      select 1, (select id from gateway), points, $1::timestamptz - hours * interval '1 hour' from
        (values (1000000, 97.5), (900000, 96.5), (1400000, 72.5), (1380000, 72.4), (1200000, 0.5)) as r (points, hours)`,
      [now],
    );
    const { items, spentPerDay, daysLeft } = (await call('GET', '/balance-history?days=7')).json();
    expect(items.map(({ points }: { points: number }) => points)).toEqual([1_000_000, 900_000, 1_380_000, 1_200_000]);
    // 300 000 spent in 97.5 hours; the top-up of 500 000 is none of it
    expect([spentPerDay, daysLeft]).toEqual([73_846, 16]);
    expect((await call('GET', '/balance-history')).json().items.length).toBeLessThan(5);
    expect((await call('GET', '/balance-history?days=8')).json()).toMatchObject({ code: 'invalid_request' });
  });

  it('has a line of the balance from the first campaign on, whatever the period', async () => {
    await save();
    await server.test.pool.query(`insert into balance_reading (company_id, gateway_id, points, read_at)
      select 1, (select id from gateway), points, now() - minutes * interval '1 minute' from
        (values (1000000, 6), (999000, 4), (998000, 1)) as r (points, minutes)`);
    for (const days of [7, 30, 90]) {
      const { items } = (await call('GET', `/balance-history?days=${days}`)).json();
      expect(items.map(({ points }: { points: number }) => points)).toEqual([1_000_000, 999_000, 998_000]);
    }
  });

  it('warns below the limit that was set, and keeps it', async () => {
    expect((await save({ lowBalance: 2_000_000 })).json()).toMatchObject({ lowBalance: 2_000_000 });
    await saveToken();
    expect((await call('GET', '/balance')).json()).toMatchObject({
      points: 1_000_000,
      notice: { code: 'balance_low' },
    });
    await save({ lowBalance: null });
    expect((await call('GET', '/balance')).json()).toMatchObject({ notice: null });
  });
});
