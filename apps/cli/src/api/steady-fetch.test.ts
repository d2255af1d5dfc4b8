import { describe, expect, it } from 'vitest';
import { cut, startStub, type StubAnswer } from '../testing/stub-server.ts';
import { causeCode, steadyFetch } from './steady-fetch.ts';

/** A server that cuts the first connections and then answers. */
const flaky = (cuts: number) => {
  let left = cuts;
  return startStub({ 'POST /x': (): StubAnswer => (left-- > 0 ? cut : { json: { ok: true } }) });
};
const steady = steadyFetch(fetch, [1, 1]);

describe('a connection cut in the middle', () => {
  it('is tried again with the same Idempotency-Key', async () => {
    await using stub = await flaky(2);
    const answer = await steady(`${stub.url}/x`, { method: 'POST', body: '{}' });
    expect(await answer.json()).toEqual({ ok: true });
    const keys = stub.requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is given up after the third time', async () => {
    await using stub = await flaky(3);
    await expect(steady(`${stub.url}/x`, { method: 'POST' })).rejects.toThrow('fetch failed');
    expect(stub.requests).toHaveLength(3);
  });

  it('is not tried again for an upload', async () => {
    await using stub = await flaky(1);
    const body = new FormData();
    body.set('file', new Blob(['x']));
    await expect(steady(`${stub.url}/x`, { method: 'POST', body })).rejects.toThrow('fetch failed');
    expect(stub.requests).toHaveLength(1);
  });
});

it('a refusal is not tried again, and a key of the caller is kept', async () => {
  await using stub = await startStub({ 'POST /x': () => ({ status: 503, json: {} }) });
  const answer = await steady(`${stub.url}/x`, { method: 'POST', headers: { 'idempotency-key': 'mine' } });
  expect(answer.status).toBe(503);
  expect(stub.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine']);
});

it('a server that is not there is told at once', async () => {
  await using stub = await startStub({});
  await stub[Symbol.asyncDispose]();
  const asked: unknown[] = [];
  const counting: typeof fetch = (...args) => {
    asked.push(args);
    return fetch(...args);
  };
  const error: unknown = await steadyFetch(counting, [1, 1])(`${stub.url}/x`).catch((thrown: unknown) => thrown);
  expect(causeCode(error)).toBe('ECONNREFUSED');
  expect(asked).toHaveLength(1);
});
