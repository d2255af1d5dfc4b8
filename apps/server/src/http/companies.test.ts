import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestHttp, sessionOf, type TestHttp } from '../../test/support/http.ts';
import { createSignInLink } from '../usecases/create-sign-in-link.ts';

let server: TestHttp;
let localKey: string;
beforeAll(async () => {
  server = await createTestHttp();
});
beforeEach(async () => {
  server.setNow(null);
  await server.test.pool.query('truncate app_user, company restart identity cascade');
  localKey = await server.localKey();
});
afterAll(() => server.close());

/** Signs a new administrator in. */
async function administrator(name: string): Promise<string> {
  const { rows } = await server.test.pool.query('insert into app_user (name) values ($1) returning id', [name]);
  const link = await createSignInLink(server.deps, { userId: rows[0].id, ttlMs: 60_000, actor: 'test' });
  const token = new URL(link.url).searchParams.get('token');
  return sessionOf(await server.call('POST', '/api/v1/session', { body: { token } }));
}
const create = (by: { cookie?: string; key?: string }, body: object) =>
  server.call('POST', '/api/v1/companies', { ...by, body });
const namesFor = async (by: { cookie?: string; key?: string }) =>
  (await server.call('GET', '/api/v1/companies', by)).json().items.map(({ name }: { name: string }) => name);

describe('companies', () => {
  it('belong to the one who makes them, and do not exist for others', async () => {
    const [anna, jan] = [await administrator('Anna'), await administrator('Jan')];
    const made = await create({ cookie: anna }, { name: ' Łódź Sp. z o.o. ', nip: '526-025-02-74' });
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ id: '1', name: 'Łódź Sp. z o.o.', nip: '5260250274' });
    expect(await namesFor({ cookie: anna })).toEqual(['Łódź Sp. z o.o.']);
    expect(await namesFor({ cookie: jan })).toEqual([]);
    expect((await server.call('GET', '/api/v1/companies/1', { cookie: anna })).json()).toEqual(made.json());
    expect((await server.call('GET', '/api/v1/companies/1', { cookie: jan })).statusCode).toBe(404);
  });

  it('made at this computer belong to every administrator who is not disabled', async () => {
    const [anna, jan] = [await administrator('Anna'), await administrator('Jan')];
    await server.test.pool.query("update app_user set disabled_at = now() where name = 'Jan'");
    await create({ key: localKey }, { name: 'Wspólna' });
    await server.test.pool.query('update app_user set disabled_at = null');
    expect(await namesFor({ cookie: anna })).toEqual(['Wspólna']);
    expect(await namesFor({ cookie: jan })).toEqual([]);
  });

  it('change their name and tax number, and the trail keeps what stood there', async () => {
    const anna = await administrator('Anna');
    await create({ cookie: anna }, { name: 'Stara', nip: '5260250274' });
    const change = (body: object, cookie = anna) => server.call('PUT', '/api/v1/companies/1', { cookie, body });
    expect((await change({ name: ' Nowa ', nip: null })).json()).toMatchObject({ name: 'Nowa', nip: null });
    expect((await change({ name: 'Nowa', nip: '5260250275' })).json()).toMatchObject({
      code: 'company_nip_invalid',
      errors: [{ pointer: '/body/nip', code: 'check_digit' }],
    });
    expect((await change({ name: '' })).json()).toMatchObject({ errors: [{ pointer: '/body/name' }] });
    expect((await change({ name: 'Obca' }, await administrator('Jan'))).statusCode).toBe(404);
    await change({ name: 'Nowa' });
    const trail = "select data from audit_event where action = 'company.updated'";
    expect((await server.test.pool.query(trail)).rows).toEqual([
      { data: { name: 'Nowa', nip: null, before: { name: 'Stara', nip: '5260250274' } } },
    ]);
  });

  it('are listed in the order of the Polish alphabet', async () => {
    for (const name of ['Żuk', 'Zebra', 'Łoś', 'Lis', 'Ćma']) await create({ key: localKey }, { name });
    expect(await namesFor({ key: localKey })).toEqual(['Ćma', 'Lis', 'Łoś', 'Zebra', 'Żuk']);
  });

  it('need a name, and a tax number that is one, if any', async () => {
    expect((await create({ key: localKey }, { name: '  ' })).json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/body/name' }],
    });
    expect((await create({ key: localKey }, { name: 'A', nip: '1234567890' })).json()).toMatchObject({
      code: 'company_nip_invalid',
      errors: [{ pointer: '/body/nip' }],
    });
    expect((await create({ key: localKey }, { name: 'A', nip: '' })).json()).toMatchObject({ nip: null });
    expect((await create({ key: localKey }, { name: 'B', nip: 'DE123456789' })).json()).toMatchObject({
      nip: 'DE123456789',
    });
  });

  it('are made once by a repeated request with the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'raz' };
    const twice = [1, 2].map(() =>
      server.call('POST', '/api/v1/companies', { key: localKey, headers, body: { name: 'Jedna' } }),
    );
    for (const answer of twice) await answer;
    expect(await namesFor({ key: localKey })).toEqual(['Jedna']);
  });
});

describe('the subscription service', () => {
  const path = '/api/v1/companies/1/services';
  const switchTo = (enabled: boolean) => server.call('PUT', `${path}/sms_smsapi`, { key: localKey, body: { enabled } });
  const service = async () => (await server.call('GET', path, { key: localKey })).json().items[0];

  it('is off until somebody switches it on', async () => {
    await create({ key: localKey }, { name: 'A' });
    expect(await service()).toMatchObject({
      code: 'sms_smsapi',
      name: { pl: 'Wysyłanie SMS za pomocą usługi SMSAPI' },
      enabled: false,
      usable: false,
    });
    expect((await switchTo(true)).json()).toMatchObject({ enabled: true, usable: true, state: 'unknown' });
    expect(await service()).toMatchObject({ enabled: true });
    expect((await switchTo(false)).json()).toMatchObject({ enabled: false, usable: false });
  });

  it('counts the days of grace and bars sending after the last one', async () => {
    await create({ key: localKey }, { name: 'A' });
    await switchTo(true);
    await server.test.pool.query(
      "insert into release_line (line, released_on) values ('0.1', '2027-10-01'), ('0.2', '2028-10-01') on conflict do nothing",
    );
    server.setNow(new Date('2028-12-30T12:00:00Z'));
    expect(await service()).toMatchObject({
      state: 'grace',
      until: '2028-12-31',
      daysLeft: 2,
      usable: true,
      notice: { code: 'service_grace' },
    });
    server.setNow(new Date('2028-12-31T23:00:00Z'));
    expect(await service()).toMatchObject({ state: 'expired', usable: false, notice: { code: 'service_expired' } });
    await server.test.pool.query('delete from release_line');
    await server.test.pool.query('update instance set highest_date = null');
  });

  it('of a company that does not exist is not there', async () => {
    expect((await server.call('GET', path, { key: localKey })).statusCode).toBe(404);
    expect((await switchTo(true)).statusCode).toBe(404);
  });
});
