import { describe, expect, it } from 'vitest';
import { json, listen } from '../test/listener.ts';
import { createSmsapi, type Smsapi } from './client.ts';
import type { Result } from './result.ts';

const token = 'sEcReT0123456789abcdefghijKLMNOPqrstuvWX';

function clientOf(baseUrl: string): Smsapi {
  return createSmsapi({ baseUrl, token, timeoutMs: 15_000 });
}

/** Asks a server that answers with this body. */
async function asked<T>(body: unknown, ask: (smsapi: Smsapi) => Promise<Result<T>>): Promise<Result<T>> {
  await using gateway = await listen(json(body));
  return await ask(clientOf(gateway.baseUrl)); // the server must outlive the answer
}

function page(...collection: unknown[]): object {
  return { size: collection.length, collection };
}

describe('profile', () => {
  it('reads a prepaid account', async () => {
    const body = {
      name: 'Firma Sp. z o.o.',
      email: 'biuro@firma.example',
      username: 'firma',
      phone_number: '48500100200',
      payment_type: 'prepaid',
      user_type: 'native',
      points: 123.4567,
    };
    expect(await asked(body, (smsapi) => smsapi.profile())).toEqual({
      ok: true,
      value: {
        username: 'firma',
        name: 'Firma Sp. z o.o.',
        email: 'biuro@firma.example',
        phoneNumber: '48500100200',
        paymentType: 'prepaid',
        userType: 'native',
        points: 1_234_567,
      },
    });
  });

  it.each([
    ['points as text', { points: '12.30' }, { points: 123_000 }],
    ['points missing', {}, { points: null }],
    ['points null', { points: null }, { points: null }],
    ['a debt', { points: -0.5 }, { points: -5000 }],
    ['a trial', { payment_type: 'trial' }, { paymentType: 'trial' }],
    ['other letter case', { payment_type: 'POSTPAID' }, { paymentType: 'postpaid' }],
    ['a way of paying nobody knows', { payment_type: 'barter' }, { paymentType: 'undefined' }],
    ['no way of paying', {}, { paymentType: 'undefined' }],
  ])('reads %s', async (_, fields, expected) => {
    expect(await asked({ username: 'firma', ...fields }, (smsapi) => smsapi.profile())).toMatchObject({
      ok: true,
      value: expected,
    });
  });

  it('asks with GET and the bearer token', async () => {
    await using gateway = await listen(json({ username: 'firma' }));
    await clientOf(gateway.baseUrl).profile();
    expect(gateway.seen[0]).toMatchObject({ method: 'GET', url: '/profile' });
    expect(gateway.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
    expect(gateway.seen[0]?.headers['content-type']).toBeUndefined();
  });

  it.each([
    ['a bad token', { message: 'Authorization failed', error: 'authorization_failed' }, 401, 101, 'auth'],
    ['a token without the scope', { message: 'Forbidden', error: 'access_denied' }, 403, 401, 'auth'],
    ['no such path', '<h1>Not Found</h1>', 404, 0, 'config'],
    ['a legacy error', { error: 105, message: 'IP not allowed' }, 200, 105, 'auth'],
  ])('is refused for %s', async (_, body, status, code, errorClass) => {
    await using gateway = await listen(json(body, status));
    expect(await clientOf(gateway.baseUrl).profile()).toMatchObject({
      ok: false,
      failure: { kind: 'refused', error: { code, class: errorClass } },
    });
  });

  it.each([
    ['a page', '<html></html>', 200, 'unreadable'],
    ['JSON of somebody else', { hello: 'world' }, 200, 'unreadable'],
    ['an empty body', '', 200, 'unreadable'],
    ['HTTP 500', '', 500, 'http_status'],
  ])('has no readable answer in %s', async (_, body, status, cause) => {
    await using gateway = await listen(json(body, status));
    expect(await clientOf(gateway.baseUrl).profile()).toMatchObject({
      ok: false,
      failure: { kind: 'uncertain', cause },
    });
  });

  it('is throttled after HTTP 429', async () => {
    await using gateway = await listen((_seen, response) => response.writeHead(429, { 'retry-after': '2' }).end());
    expect(await clientOf(gateway.baseUrl).profile()).toEqual({
      ok: false,
      failure: { kind: 'throttled', retryAfterMs: 2000 },
    });
  });

  it('is given up when the caller gives up', async () => {
    const giveUp = new AbortController();
    await using gateway = await listen(() => giveUp.abort());
    expect(await clientOf(gateway.baseUrl).profile(giveUp.signal)).toMatchObject({
      ok: false,
      failure: { kind: 'uncertain', cause: 'aborted' },
    });
  });
});

describe('prices', () => {
  const price = {
    price: { amount: 0.0735, currency: 'PLN' },
    country: { name: 'Polska', mcc: 260 },
    network: { name: 'Plus', mnc: '01' },
    changed_at: '2026-01-31T10:00:00+01:00',
  };

  it('reads the price of each network and leaves out what has none', async () => {
    const body = page(
      price,
      { price: { amount: null } },
      { ...price, country: null, network: [], changed_at: 'soon' },
      7,
    );
    expect(await asked(body, (smsapi) => smsapi.prices())).toEqual({
      ok: true,
      value: [
        {
          price: { amount: 735, currency: 'PLN' },
          country: { name: 'Polska', mcc: '260' },
          network: { name: 'Plus', mnc: '01' },
          changedAt: new Date('2026-01-31T09:00:00Z'),
        },
        {
          price: { amount: 735, currency: 'PLN' },
          country: { name: null, mcc: null },
          network: { name: null, mnc: null },
          changedAt: null,
        },
      ],
    });
  });

  it('asks for one type when it is given', async () => {
    await using gateway = await listen(json(page()));
    const smsapi = clientOf(gateway.baseUrl);
    await smsapi.prices();
    await smsapi.prices('2way');
    expect(gateway.seen.map(({ url }) => url)).toEqual(['/profile/prices', '/profile/prices?type=2way']);
  });
});

describe('senderNames', () => {
  it.each([
    ['ACTIVE', 'active', true],
    ['active', 'active', true],
    ['INACTIVE', 'inactive', false],
    ['PENDING', 'pending', false],
    ['REJECTED', 'rejected', false],
    ['DELETED', 'deleted', false],
    ['UNKNOWN', 'unknown', false],
    ['PROBABLY_FINE', 'unknown', false],
    [null, 'unknown', false],
  ])('reads status %s as %s, usable: %s', async (word, status, usable) => {
    const body = page({ sender: 'Sklep', is_default: true, status: word, created_at: '2026-01-31T10:00:00+01:00' });
    expect(await asked(body, (smsapi) => smsapi.senderNames())).toEqual({
      ok: true,
      value: [{ sender: 'Sklep', isDefault: true, status, usable, createdAt: new Date('2026-01-31T09:00:00Z') }],
    });
  });

  it.each([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    [false, false],
    [0, false],
    [null, false],
    [undefined, false],
  ])('reads is_default %j as %s', async (flag, isDefault) => {
    expect(await asked(page({ sender: 'Sklep', is_default: flag }), (smsapi) => smsapi.senderNames())).toMatchObject({
      ok: true,
      value: [{ isDefault }],
    });
  });

  it('does not take a list without its frame', async () => {
    expect(await asked([{ sender: 'Sklep' }], (smsapi) => smsapi.senderNames())).toMatchObject({ ok: false });
  });
});

describe('ping', () => {
  it.each([
    [
      { authorized: true, unavailable: [] },
      { authorized: true, unavailable: [] },
    ],
    [
      { authorized: false, unavailable: ['sms', 7, 'hlr'] },
      { authorized: false, unavailable: ['sms', '7', 'hlr'] },
    ],
    [{ authorized: true }, { authorized: true, unavailable: [] }],
  ])('reads %j', async (body, value) => {
    expect(await asked(body, (smsapi) => smsapi.ping())).toEqual({ ok: true, value });
  });

  it('does not take anything else for a good token', async () => {
    expect(await asked({ authorized: 'maybe' }, (smsapi) => smsapi.ping())).toMatchObject({ ok: false });
  });
});

describe('optOuts', () => {
  it('reads the camelCase entries of that resource', async () => {
    await using gateway = await listen(
      json({ size: '12', collection: [{ id: 'o1', phoneNumber: 48_500_100_200, date: '2026-05-01', _links: {} }] }),
    );
    expect(await clientOf(gateway.baseUrl).optOuts({ offset: 10, limit: 2 })).toEqual({
      ok: true,
      value: { size: 12, entries: [{ id: 'o1', number: '48500100200', optedOutAt: new Date('2026-05-01T00:00:00Z') }] },
    });
    expect(gateway.seen[0]?.url).toBe('/opt_outs?offset=10&limit=2');
  });
});

describe('blacklist', () => {
  const entry = { id: '5f3e1d', phone_number: '48500100200', expire_at: null, created_at: '2026-05-01T08:00:00+02:00' };
  const value = { id: '5f3e1d', number: '48500100200', expireAt: null, createdAt: new Date('2026-05-01T06:00:00Z') };

  it('lists a page', async () => {
    await using gateway = await listen(json({ size: 40, collection: [entry, { id: 'x' }, { phone_number: '1' }] }));
    expect(await clientOf(gateway.baseUrl).blacklist.list({ query: '500', offset: 0, limit: 100 })).toEqual({
      ok: true,
      value: { size: 40, entries: [value] },
    });
    expect(gateway.seen[0]?.url).toBe('/blacklist/phone_numbers?q=500&offset=0&limit=100');
  });

  it('adds a number, for ever or until a day', async () => {
    await using gateway = await listen(json({ ...entry, expire_at: '2026-12-31' }, 201));
    const { blacklist } = clientOf(gateway.baseUrl);
    await blacklist.add({ number: '+48500100200' });
    const until = await blacklist.add({ number: '48500100200', expireAt: new Date('2026-12-31T23:00:00Z') });
    expect(until).toEqual({ ok: true, value: { ...value, expireAt: new Date('2026-12-31T00:00:00Z') } });
    expect(gateway.seen.map(({ method, url, form }) => `${method} ${url} ${form.toString()}`)).toEqual([
      'POST /blacklist/phone_numbers phone_number=48500100200',
      'POST /blacklist/phone_numbers phone_number=48500100200&expire_at=2026-12-31',
    ]);
  });

  it('removes one entry, answered by an empty 204', async () => {
    await using gateway = await listen((_seen, response) => response.writeHead(204).end());
    expect(await clientOf(gateway.baseUrl).blacklist.remove('5f3e1d')).toEqual({ ok: true, value: null });
    expect(gateway.seen[0]).toMatchObject({ method: 'DELETE', url: '/blacklist/phone_numbers/5f3e1d' });
  });

  it.each(['', '.', '..', '5f/../..', '5f?x', 'a b'])(
    'never sends DELETE for the id %j, which could empty the list',
    async (id) => {
      await using gateway = await listen((_seen, response) => response.writeHead(204).end());
      await expect(clientOf(gateway.baseUrl).blacklist.remove(id)).rejects.toThrow(TypeError);
      expect(gateway.seen).toEqual([]);
    },
  );

  it('tells an entry that is gone from a wrong address', async () => {
    await using gateway = await listen(({ url }, response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(url.endsWith('gone') ? '{"message":"Not found","error":"not_found"}' : '<h1>Not found</h1>');
    });
    const { blacklist } = clientOf(gateway.baseUrl);
    expect(await blacklist.remove('gone')).toMatchObject({
      failure: { kind: 'refused', error: { name: 'not_found', tag: 'not_found', message: 'Not found' } },
    });
    expect(await blacklist.remove('other')).toMatchObject({
      failure: { kind: 'refused', error: { name: 'address_wrong' } },
    });
  });

  it('does not take a page for a removal', async () => {
    await using gateway = await listen((_seen, response) => response.writeHead(200).end('<html>Zaloguj się</html>'));
    expect(await clientOf(gateway.baseUrl).blacklist.remove('5f3e1d')).toMatchObject({
      ok: false,
      failure: { kind: 'uncertain', cause: 'unreadable' },
    });
  });

  it('does not add what is not a number', async () => {
    await using gateway = await listen(json(entry, 201));
    await expect(clientOf(gateway.baseUrl).blacklist.add({ number: '500 100' })).rejects.toThrow(TypeError);
    expect(gateway.seen).toEqual([]);
  });
});
