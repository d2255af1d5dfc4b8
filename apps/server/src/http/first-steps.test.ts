import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestHttp, type TestHttp } from '../../test/support/http.ts';

let server: TestHttp;
let bare: TestHttp;
let emulator: Emulator;
let key: string;

beforeAll(async () => {
  emulator = await startEmulator({ token: 'tajny-token-emulatora', points: 100 });
  server = await createTestHttp({ emulator: { baseUrl: emulator.url, token: emulator.token } });
  bare = await createTestHttp();
});
beforeEach(async () => {
  await server.test.pool.query('truncate company restart identity cascade');
  await server.test.pool.query("insert into company (name) values ('Firma')");
  key = await server.localKey();
});
afterAll(async () => {
  await emulator.close();
  await Promise.all([server.close(), bare.close()]);
});

const call = (method: 'GET' | 'PUT' | 'POST', below: string, body?: object) =>
  server.call(method, `/api/v1/companies/1${below}`, { key, ...(body ? { body } : {}) });
interface Steps {
  readonly done: boolean;
  readonly steps: readonly { readonly step: string; readonly done: boolean }[];
  readonly emulator: { readonly url: string } | null;
}
const left = async () => {
  const { steps, done } = (await call('GET', '/first-steps')).json<Steps>();
  return [done, ...steps.filter((step) => !step.done).map(({ step }) => step)];
};

describe('the first steps over HTTP', () => {
  it('follow what is set, with the emulator at hand from the first to the last', async () => {
    expect((await call('GET', '/first-steps')).json()).toMatchObject({ emulator: { url: emulator.url } });
    expect(await left()).toEqual([false, 'gateway', 'token', 'sender', 'service', 'import']);

    const connected = await call('POST', '/gateway/emulator');
    expect(connected.json()).toMatchObject({
      baseUrl: `${emulator.url}/`,
      token: 'stored',
      sender: null,
      batchSize: 100,
    });
    expect(connected.body).not.toContain(emulator.token);
    expect(await left()).toEqual([false, 'token', 'sender', 'service', 'import']);
    expect((await call('POST', '/gateway/test')).json()).toMatchObject({ ok: true });
    expect(await left()).toEqual([false, 'sender', 'service', 'import']);

    await call('PUT', '/gateway', { provider: 'smsapi', baseUrl: emulator.url, sender: 'Test', batchSize: 7 });
    await call('PUT', '/services/sms_smsapi', { enabled: true });
    expect(await left()).toEqual([false, 'import']);
    await call('POST', '/contractors', { name: 'Pierwszy' });
    expect(await left()).toEqual([true]);

    // who has sent does not begin again because a service is switched off
    await call('PUT', '/services/sms_smsapi', { enabled: false });
    expect(await left()).toEqual([false, 'service']);
    await server.test.pool.query(
      "insert into campaign (company_id, subject, created_by, state) values (1, 'Porzucona', 'user:1', 'cancelled')",
    );
    expect(await left()).toEqual([false, 'service']);
    await server.test.pool.query(
      "insert into campaign (company_id, subject, created_by, state, started_at) values (1, 'Pierwsza', 'user:1', 'sending', now())",
    );
    expect(await left()).toEqual([true]);
  });

  it('connected once more, the emulator keeps the settings that were made', async () => {
    await call('POST', '/gateway/emulator');
    await call('PUT', '/gateway', { provider: 'smsapi', baseUrl: emulator.url, sender: 'Test', batchSize: 7 });
    expect((await call('POST', '/gateway/emulator')).json()).toMatchObject({ sender: 'Test', batchSize: 7 });
  });

  it('never turn an account at a real gateway into the emulator', async () => {
    await call('PUT', '/gateway', { provider: 'smsapi' });
    await server.test.pool.query("update gateway set account_name = 'firma'");
    expect((await call('POST', '/gateway/emulator')).json()).toMatchObject({ status: 409, code: 'gateway_in_use' });
    expect((await call('GET', '/gateway')).json()).toMatchObject({ baseUrl: 'https://api.smsapi.pl/' });
  });

  it('offer no emulator where none runs with the server', async () => {
    await bare.test.pool.query("insert into company (name) values ('Firma')");
    const at = { key: await bare.localKey() };
    expect((await bare.call('GET', '/api/v1/companies/1/first-steps', at)).json()).toMatchObject({ emulator: null });
    expect((await bare.call('POST', '/api/v1/companies/1/gateway/emulator', at)).json()).toMatchObject({
      code: 'emulator_unreachable',
    });
  });
});
