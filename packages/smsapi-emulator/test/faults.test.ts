import { describe, expect, it } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { ask, GOOD, listOf, send, start, startReceiver } from './support.ts';

/** Whether the gateway took the message, whatever the client got to see. */
const tookIt = (emulator: Emulator): boolean => emulator.ledger.accepted(GOOD).length > 0;

const sendRaw = (emulator: Emulator, signal?: AbortSignal): Promise<Response> =>
  fetch(`${emulator.url}/sms.do`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'json', to: GOOD, message: 'a', idx: 'a', check_idx: 1 }),
    ...(signal === undefined ? {} : { signal }),
  });

describe('a fault', () => {
  it.each([true, false])('hangs, with the message taken: %s', async (accepted) => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'hang' }, accepted, next: 1 });
    const giveUp = new AbortController();
    const asked = sendRaw(emulator, giveUp.signal).then(
      () => 'answered',
      () => 'given up',
    );
    await expect.poll(() => emulator.requests.last()?.fault).toBe('hang');
    expect(tookIt(emulator)).toBe(accepted);
    giveUp.abort();
    expect(await asked).toBe('given up');
    // What idx and error 53 are for: the same request again tells which of the two it was.
    const again = await send(emulator, { idx: 'a', check_idx: 1 });
    expect(again.json['error'] ?? 'taken').toBe(accepted ? 53 : 'taken');
  });

  it.each([true, false])('cuts the connection, with the message taken: %s', async (accepted) => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'cut' }, accepted, next: 1 });
    await expect(sendRaw(emulator)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(tookIt(emulator)).toBe(accepted);
    expect(emulator.requests.last()).toMatchObject({ status: null, fault: 'cut' });
  });

  it('sends half of the body', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'half' }, accepted: true, next: 1 });
    const response = await sendRaw(emulator);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(tookIt(emulator)).toBe(true);
  });

  it.each([
    [{ kind: 'status', status: 500 }, false, 500],
    [{ kind: 'status', status: 503 }, true, 503],
    [{ kind: 'html', status: 502 }, false, 502],
    [{ kind: 'html' }, true, 200],
  ] as const)('%j, taken %s, answers status %i', async (reply, accepted, status) => {
    const emulator = await start();
    emulator.faults.add({ reply, accepted, next: 1 });
    const answer = await send(emulator);
    expect([answer.status, tookIt(emulator), answer.json]).toEqual([status, accepted, {}]);
  });

  it('answers 429 with a hint when to come back', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'status', status: 429, retryAfterSeconds: 7 }, accepted: false, next: 1 });
    const response = await sendRaw(emulator);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await send(emulator)).status).toBe(200);
  });

  it('answers a legacy code', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'error', code: 202 }, accepted: false, next: 1 });
    expect((await send(emulator)).json).toMatchObject({ error: 202 });
    expect(emulator.requests.last()).toMatchObject({ status: 200, error: 202, fault: 'error' });
  });

  it('answers in text although JSON was asked for', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'text' }, accepted: true, next: 1 });
    const answer = await send(emulator);
    expect([answer.contentType, answer.text]).toEqual([
      'text/plain; charset=utf-8',
      expect.stringMatching(/^OK:\d+:0.15$/),
    ]);
    emulator.faults.add({ reply: { kind: 'text' }, accepted: false, next: 1 });
    expect((await send(emulator)).text).toBe('ERROR:201');
  });

  it('forgets a number it took', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'omit' }, accepted: true, next: 1 });
    const answer = await send(emulator, { to: `${GOOD},48600100200` });
    expect([answer.json['count'], listOf(answer).map((item) => item['number'])]).toEqual([1, ['48600100200']]);
    expect(tookIt(emulator)).toBe(true);
  });

  it('answers so late that the report comes first', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url });
    emulator.faults.add({ reply: { kind: 'slow', ms: 3_600_000 }, accepted: true, next: 1 });
    const giveUp = new AbortController();
    const asked = sendRaw(emulator, giveUp.signal).catch(() => 'given up');
    await expect.poll(() => receiver.calls.length).toBeGreaterThan(0);
    expect(receiver.statuses(emulator.ledger.accepted(GOOD)[0]?.id ?? '').length).toBeGreaterThan(0);
    giveUp.abort();
    expect(await asked).toBe('given up');
  });

  it('strikes only requests to certain numbers', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'error', code: 999 }, accepted: false, numbers: '^48600' });
    expect((await send(emulator)).json['count']).toBe(1);
    expect((await send(emulator, { to: `${GOOD},48600100200` })).json['error']).toBe(999);
  });

  it('strikes REST paths by name', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'status', status: 503 }, accepted: false, path: '/profile', next: 1 });
    expect((await ask(emulator, 'GET', '/ping')).status).toBe(200);
    expect((await ask(emulator, 'GET', '/profile')).status).toBe(503);
    expect((await ask(emulator, 'GET', '/profile')).status).toBe(200);
  });
});

describe('the limit of requests per second', () => {
  it('answers 429 above it', async () => {
    const emulator = await start({ switches: { requestsPerSecond: 1 } });
    const calls = Array.from({ length: 40 }, async () => (await ask(emulator, 'GET', '/ping')).status);
    expect(new Set(await Promise.all(calls))).toEqual(new Set([200, 429]));
  });
});

describe('closing', () => {
  it('lets an answer under way leave', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'slow', ms: 30 }, accepted: true });
    const asked = sendRaw(emulator).then((response) => response.json());
    await expect.poll(() => tookIt(emulator), { interval: 1 }).toBe(true);
    await emulator.close();
    expect(await asked).toMatchObject({ count: 1 });
  });

  it('does not wait for clients that hang', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'hang' }, accepted: true });
    const hanging = sendRaw(emulator).catch(() => 'cut off');
    await expect.poll(() => tookIt(emulator)).toBe(true);
    await emulator.close();
    expect(await hanging).toBe('cut off');
  });
});
