import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestHttp, sessionOf, type TestHttp } from '../../test/support/http.ts';
import { nameActors } from '../db/actor-names.ts';
import { access, parseApiKey } from '../domain/access.ts';
import { createSignInLink, firstSignInLink } from '../usecases/create-sign-in-link.ts';
import { renewLocalKey } from '../usecases/renew-local-key.ts';

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

/** From now on the rules see this moment only. */
const holdClock = (): number => {
  const now = new Date();
  server.setNow(now);
  return now.getTime();
};
const session = '/api/v1/session';
const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';
const signIn = (token: string, headers: Record<string, string> = {}) =>
  server.call('POST', session, { body: { token }, headers });
const firstToken = async () => tokenOf((await firstSignInLink(server.deps)) ?? '');
const signedIn = async () => sessionOf(await signIn(await firstToken()));
const whoAmI = (cookie: string) => server.call('GET', session, { cookie });

/** Tries a link that was never made, from one address. */
const knock = () =>
  server.http.inject({
    method: 'POST',
    url: session,
    remoteAddress: '192.0.2.7',
    payload: { token: 'x'.repeat(43) },
  });
const createKey = async (cookie: string, name = 'Sklep') =>
  (await server.call('POST', '/api/v1/api-keys', { cookie, body: { name } })).json();

describe('the first sign-in', () => {
  it('makes the first administrator, who belongs to every company there is', async () => {
    await server.test.pool.query("insert into company (name) values ('Łoś'), ('Lis')");
    const answer = await signIn(await firstToken());
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      user: { id: '1', name: 'Administrator', email: null },
      via: 'session',
      companies: [
        { id: '2', name: 'Lis' },
        { id: '1', name: 'Łoś' },
      ],
    });
  });

  it('is offered at every start until somebody has signed in, and never again', async () => {
    const [first, second] = [await firstToken(), await firstToken()];
    expect(first).not.toBe(second);
    expect((await signIn(second)).statusCode).toBe(201);
    expect(await firstSignInLink(server.deps)).toBeNull();
  });

  it('lets only one of two links make an administrator, in one after another and at once', async () => {
    const [first, second, third] = [await firstToken(), await firstToken(), await firstToken()];
    const answers = await Promise.all([signIn(first), signIn(second)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 403]);
    expect((await signIn(third)).json()).toMatchObject({ code: 'sign_in_link_unusable' });
    const { rows } = await server.test.pool.query('select count(*) as users from app_user');
    expect(rows).toEqual([{ users: 1 }]);
  });

  it('works for 24 hours', async () => {
    const start = holdClock();
    const token = await firstToken();
    server.setNow(new Date(start + access.firstLinkMs));
    expect((await signIn(token)).statusCode).toBe(403);
  });
});

describe('a sign-in link', () => {
  it('works once, however many come with it at the same moment', async () => {
    await signedIn();
    const link = await createSignInLink(server.deps, { userId: 1, ttlMs: 60_000, actor: 'test' });
    const token = tokenOf(link.url);
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(token)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 403)).toHaveLength(7);
  });

  it('of a later sign-in works for a quarter of an hour', async () => {
    await signedIn();
    const start = holdClock();
    const made = await server.call('POST', '/api/v1/sign-in-links', { key: localKey });
    expect(made.statusCode).toBe(201);
    const token = tokenOf(made.json().url);
    server.setNow(new Date(start + access.laterLinkMs));
    expect((await signIn(token)).statusCode).toBe(403);
    server.setNow(new Date(start));
    expect((await signIn(token)).json()).toMatchObject({ user: { id: '1' } });
  });

  it('made at this computer before anybody came makes the first administrator', async () => {
    const made = await server.call('POST', '/api/v1/sign-in-links', { key: localKey });
    expect((await signIn(tokenOf(made.json().url))).json()).toMatchObject({ user: { name: 'Administrator' } });
  });

  it('of a user who was disabled opens nothing', async () => {
    await signedIn();
    const link = await createSignInLink(server.deps, { userId: 1, ttlMs: 60_000, actor: 'test' });
    await server.test.pool.query('update app_user set disabled_at = now()');
    expect((await signIn(tokenOf(link.url))).statusCode).toBe(403);
  });

  it('leaves no token in the database', async () => {
    const token = await firstToken();
    const { rows } = await server.test.pool.query('select * from sign_in_link, audit_event');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('is not tried more than ten times a minute from one address', async () => {
    const tries: LightMyRequestResponse[] = [];
    for (let n = 0; n < 12; n += 1) tries.push(await knock());
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
    expect(tries.at(-1)?.headers['content-type']).toContain('application/problem+json');
  });
});

describe('a session', () => {
  it('is a cookie no script can read and no other site can send', async () => {
    const answer = await signIn(await firstToken());
    const header = String(answer.headers['set-cookie']);
    expect(header).toMatch(/^goniec_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect((await whoAmI(sessionOf(answer))).json()).toMatchObject({ user: { id: '1' }, via: 'session' });
  });

  it('ends on the server when one signs out', async () => {
    const cookie = await signedIn();
    const answer = await server.call('DELETE', session, { cookie });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toContain('goniec_session=;');
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('ends after 30 days, used or not', async () => {
    const start = holdClock();
    const cookie = await signedIn();
    for (let day = 5; day < 30; day += 5) {
      server.setNow(new Date(start + day * 86_400_000));
      expect((await whoAmI(cookie)).statusCode).toBe(200);
    }
    server.setNow(new Date(start + 30 * 86_400_000));
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('ends after 7 idle days', async () => {
    const cookie = await signedIn();
    server.setNow(new Date(Date.now() + access.idleMs + 1_000));
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('ends with its user', async () => {
    const cookie = await signedIn();
    await server.test.pool.query('update app_user set disabled_at = now()');
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  it('changes nothing for another site', async () => {
    const cookie = await signedIn();
    const post = (headers: Record<string, string>) =>
      server.http.inject({
        method: 'POST',
        url: '/api/v1/companies',
        headers: { cookie, ...headers },
        payload: { name: 'X' },
      });
    const statusOf = async (headers: Record<string, string>) => (await post(headers)).statusCode;
    expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await statusOf({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await statusOf({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' })).toBe(403);
    expect(await statusOf({ origin: 'https://example.com', host: 'goniec.local' })).toBe(403);
    expect(await statusOf({ origin: 'null', host: 'goniec.local' })).toBe(403);
    expect(await statusOf({})).toBe(403);
    expect((await post({})).json()).toMatchObject({ code: 'cross_site_request' });
    expect(await statusOf({ 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await statusOf({ origin: 'http://goniec.local', host: 'goniec.local' })).toBe(201);
  });

  it('is not started by another site either', async () => {
    const token = await firstToken();
    expect((await signIn(token, { 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({
      code: 'cross_site_request',
    });
    expect((await signIn(token)).statusCode).toBe(201);
  });
});

describe('an https address', () => {
  it('makes the cookie Secure and bound to this host', async () => {
    const secure = await createTestHttp({ publicUrl: 'https://goniec.example' });
    const url = (await firstSignInLink(secure.deps)) ?? '';
    expect(url).toMatch(/^https:\/\/goniec\.example\/zaloguj\?token=[\w-]{43}$/);
    const answer = await secure.call('POST', session, { body: { token: tokenOf(url) } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-goniec_session=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect((await secure.call('GET', session, { cookie: sessionOf(answer) })).statusCode).toBe(200);
    await secure.close();
  });
});

describe('API keys', () => {
  it('show their secret once, and open what their user may see', async () => {
    const cookie = await signedIn();
    await server.call('POST', '/api/v1/companies', { cookie, body: { name: 'Moja' } });
    const made = await createKey(cookie);
    expect(made.secret).toMatch(/^goniec_[a-z0-9]{8}_[\w-]{43}$/);
    const me = await server.call('GET', session, { key: made.secret });
    expect(me.json()).toMatchObject({ via: 'api_key', user: { id: '1' }, companies: [{ name: 'Moja' }] });
    const listed = await server.call('GET', '/api/v1/api-keys', { cookie });
    const { secret, ...shown } = made;
    expect(listed.json().items).toEqual([{ ...shown, lastUsedAt: expect.any(String) }]);
    const { rows } = await server.test.pool.query('select * from api_key, audit_event');
    expect(JSON.stringify(rows)).not.toContain(secret.slice(16));
  });

  it('are marked as used at most once a minute', async () => {
    const { secret, id } = await createKey(await signedIn());
    const usedAt = async (at: number) => {
      server.setNow(new Date(at));
      await server.call('GET', session, { key: secret });
      const { rows } = await server.test.pool.query('select last_used_at from api_key where id = $1', [id]);
      return rows[0].last_used_at.getTime();
    };
    const start = Date.now();
    expect(await usedAt(start)).toBe(start);
    expect(await usedAt(start + 59_000)).toBe(start);
    expect(await usedAt(start + 60_000)).toBe(start + 60_000);
  });

  it('are worth nothing with another secret, a cut one, or after being revoked', async () => {
    const cookie = await signedIn();
    const { secret, id } = await createKey(cookie);
    const statusOf = async (key: string) => (await server.call('GET', session, { key })).statusCode;
    expect(await statusOf(secret)).toBe(200);
    expect(await statusOf(`${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBe(401);
    expect(await statusOf(secret.slice(0, -1))).toBe(401);
    expect(await statusOf('')).toBe(401);
    expect((await server.call('DELETE', `/api/v1/api-keys/${id}`, { cookie })).statusCode).toBe(204);
    expect(await statusOf(secret)).toBe(401);
    expect((await server.call('DELETE', `/api/v1/api-keys/${id}`, { cookie })).statusCode).toBe(404);
  });

  it('are worth nothing once their user is disabled', async () => {
    const { secret } = await createKey(await signedIn());
    await server.test.pool.query('update app_user set disabled_at = now()');
    expect((await server.call('GET', session, { key: secret })).statusCode).toBe(401);
  });

  it('do not fall back to a cookie: a wrong key is nobody', async () => {
    const cookie = await signedIn();
    const both = await server.call('GET', session, { cookie, key: 'goniec_zly' });
    expect(both.statusCode).toBe(401);
  });

  it('make no keys and no sign-in links: a leaked one must not outlive its revocation', async () => {
    const { secret, id } = await createKey(await signedIn());
    const refused = [
      await server.call('POST', '/api/v1/api-keys', { key: secret, body: { name: 'Druga' } }),
      await server.call('POST', '/api/v1/sign-in-links', { key: secret }),
      await server.call('DELETE', `/api/v1/api-keys/${id}`, { key: secret }),
    ];
    expect(refused.map((answer) => answer.json().code)).toEqual(['needs_person', 'needs_person', 'needs_person']);
  });

  it('of other people are neither seen nor revoked', async () => {
    const cookie = await signedIn();
    const mine = await createKey(cookie);
    await server.test.pool.query("insert into app_user (name) values ('Drugi')");
    const link = await createSignInLink(server.deps, { userId: 2, ttlMs: 60_000, actor: 'test' });
    const other = sessionOf(await signIn(tokenOf(link.url)));
    expect((await server.call('GET', '/api/v1/api-keys', { cookie: other })).json()).toEqual({ items: [] });
    expect((await server.call('DELETE', `/api/v1/api-keys/${mine.id}`, { cookie: other })).statusCode).toBe(404);
  });

  it('made at this computer see every company, those of today and of tomorrow', async () => {
    const made = await server.call('POST', '/api/v1/api-keys', { key: localKey, body: { name: 'Integracja' } });
    await server.test.pool.query("insert into company (name) values ('Nowa')");
    const listed = await server.call('GET', '/api/v1/companies', { key: made.json().secret });
    expect(listed.json().items).toMatchObject([{ name: 'Nowa' }]);
  });
});

describe('the key of this computer', () => {
  it('is new at each start, and the old one is worth nothing', async () => {
    const first = await renewLocalKey(server.deps, 'próba');
    const second = await renewLocalKey(server.deps, 'próba');
    expect((await server.call('GET', session, { key: first })).statusCode).toBe(401);
    expect((await server.call('GET', session, { key: second })).json()).toMatchObject({ user: null, via: 'api_key' });
  });

  it('is known by name after its time, where it was used; else nothing of it stays', async () => {
    const used = await renewLocalKey(server.deps, 'próba');
    await server.call('GET', session, { key: used });
    const unused = await renewLocalKey(server.deps, 'próba');
    await renewLocalKey(server.deps, 'próba');
    const actorOf = (key: string) => `key:${parseApiKey(key)?.prefix ?? ''}`;
    const names = await nameActors(server.test.db, [actorOf(used), actorOf(unused)]);
    expect([...names]).toEqual([[actorOf(used), 'goniec']]);
  });

  it('of another server on the same database goes on working', async () => {
    const other = await renewLocalKey(server.deps, 'inny serwer');
    await renewLocalKey(server.deps, 'próba');
    expect((await server.call('GET', session, { key: other })).statusCode).toBe(200);
  });
});

describe('nobody', () => {
  it('gets a problem that says how to sign in', async () => {
    const answer = await server.call('GET', session);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'not_signed_in',
      action: { pl: expect.stringContaining('goniec login') },
    });
  });
});
