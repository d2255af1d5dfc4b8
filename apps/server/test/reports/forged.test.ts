import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReporting, type Reporting } from './support.ts';

let r: Reporting;
beforeAll(async () => {
  r = await createReporting(1);
});
beforeEach(async () => {
  await r.db.deleteFrom('deliveryReport').execute();
});
afterAll(() => r.close());

const secretPath = () => `/callbacks/smsapi/secret-${r.key.companyId}`;
const count = async () => (await r.kept()).length;
const untouched = async () => {
  expect(await r.states()).toEqual(['submitting/none']);
};

/** What a stranger learns: everything but the name of the request. */
async function seen(method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD', url: string, payload?: string) {
  const answer = await r.test.http.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  });
  const body = answer.body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll(url.split('?')[0] ?? url, 'path');
  return { status: answer.statusCode, body, type: answer.headers['content-type'] };
}

describe('a forged report', () => {
  const forged = () => `MsgId=1&status=404&idx=${r.idx(0)}`;

  it.each([
    ['the wrong secret', () => '/callbacks/smsapi/secret-0'],
    ['the secret in other letters', () => secretPath().toUpperCase()],
    ['the secret of another provider', () => secretPath().replace('smsapi', 'other')],
    ['a secret with a NUL in it', () => `${secretPath()}%00`],
    ['a secret that is SQL', () => `/callbacks/smsapi/${encodeURIComponent("' or true --")}`],
    ['a secret of 10 000 letters', () => `/callbacks/smsapi/${'a'.repeat(10_000)}`],
    ['no secret', () => '/callbacks/smsapi/'],
  ])('with %s finds the same nothing as any wrong address', async (_name, path) => {
    const nowhere = await seen('GET', `/nie-ma-takiej-strony?${forged()}`);
    expect(nowhere.status).toBe(404);
    expect(await seen('GET', `${path()}?${forged()}`)).toEqual(nowhere);
    const posted = await seen('POST', path(), forged());
    expect(posted.status).toBe(404);
    expect(await count()).toBe(0);
    await untouched();
  });

  it.each(['PUT', 'DELETE', 'HEAD'] as const)('by %s is not heard', async (method) => {
    expect((await seen(method, `${secretPath()}?${forged()}`)).status).toBe(404);
    expect(await count()).toBe(0);
    await untouched();
  });
});

describe('a call with the right secret', () => {
  it('and a body of a megabyte is refused before it is read', async () => {
    const huge = `MsgId=${'9,'.repeat(500_000)}&status=404`;
    expect((await seen('POST', secretPath(), huge)).status).toBe(413);
    expect(await count()).toBe(0);
  });

  it('and thousands of ids at once keeps one copy of itself, not thousands', async () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `x${n}`).join(',');
    expect((await seen('POST', secretPath(), `MsgId=${ids}&status=404`)).status).toBe(200);
    const kept = await r.db.selectFrom('deliveryReport').select('raw').execute();
    expect(kept).toHaveLength(20_000);
    expect(kept.filter(({ raw }) => raw !== null)).toHaveLength(1);
    await untouched();
  });

  it.each([
    ['nonsense', 'co%20to%20jest'],
    ['reports without id and idx', 'status=404&to=48500100200'],
  ])('and %s is kept as it came and answered OK: a repetition would say the same', async (_name, query) => {
    expect(await seen('GET', `${secretPath()}?${query}`)).toMatchObject({ status: 200, body: 'OK' });
    expect(await r.db.selectFrom('deliveryReport').select(['raw', 'delivery', 'messageId']).execute()).toEqual([
      { raw: query, delivery: 'none', messageId: null },
    ]);
  });

  it('and nothing in it (the test button of the panel) is answered OK', async () => {
    expect(await seen('GET', secretPath())).toMatchObject({ status: 200, body: 'OK' });
    expect(await count()).toBe(0);
  });

  it.each([
    ['application/json', '{"MsgId":"1","status":"404"}', 'none'],
    ['text/plain', 'MsgId=1&status=404', 'delivered'],
    ['multipart/form-data; boundary=x', '--x--', 'none'],
  ])('and a body of type %s loses nothing', async (type, payload, delivery) => {
    const answer = await r.test.http.inject({
      method: 'POST',
      url: secretPath(),
      payload,
      headers: { 'content-type': type },
    });
    expect(`${answer.statusCode} ${answer.body}`).toBe('200 OK');
    expect(await r.db.selectFrom('deliveryReport').select(['raw', 'delivery']).execute()).toEqual([
      { raw: payload, delivery },
    ]);
  });

  it('and an empty form is read from its query', async () => {
    expect((await seen('POST', `${secretPath()}?MsgId=5&status=403`, '')).status).toBe(200);
    expect(await r.kept()).toEqual(['5/-/403/pending/f']);
  });

  it.each([
    ['a NUL', 'MsgId=a%00b&status=404&status_name=x%00'],
    ['half a character', 'MsgId=%ED%A0%80&status=404'],
    ['broken percent signs', 'MsgId=%zz%&status=404'],
    ['an id of 5000 characters', `MsgId=${'i'.repeat(5_000)}&status=404`],
    ['a price beyond all numbers', 'MsgId=1&status=404&points=9e99'],
    ['a moment beyond all calendars', 'MsgId=1&status=404&donedate=99999999999'],
  ])('and %s in it is stored like any other', async (_name, query) => {
    expect(await seen('GET', `${secretPath()}?${query}`)).toMatchObject({ status: 200, body: 'OK' });
    expect(await count()).toBe(1);
  });
});
