import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, listOf, send, start } from './support.ts';

const tookIt = (emulator: Emulator): boolean => emulator.ledger.accepted(GOOD).length > 0;

const raw = (emulator: Emulator): Promise<Response> =>
  fetch(`${emulator.url}/sms.do?format=json&to=${GOOD}&message=a`, {
    headers: { authorization: `Bearer ${emulator.token}` },
  });

/** Legacy code, HTTP status or `taken`, request after request. */
const outcomes = async (emulator: Emulator, requests: number, to = GOOD): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  for (let nth = 0; nth < requests; nth += 1) {
    const answer = await send(emulator, { to });
    seen.push(answer.json['error'] ?? (answer.status === 200 ? 'taken' : answer.status));
  }
  return seen;
};

describe('a fault', () => {
  it('lets the proper answer trickle', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'drip', bytes: 10, everyMs: 1 }, accepted: false, next: 1 });
    const response = await raw(emulator);
    const pieces: number[] = [];
    for await (const piece of response.body ?? []) pieces.push(piece.length);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.reduce((sum, bytes) => sum + bytes, 0)).toBe(Number(response.headers.get('content-length')));
    expect([tookIt(emulator), emulator.requests.last()?.fault]).toEqual([true, 'drip']);
  });

  it('stops trickling for a client that has gone', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'drip', bytes: 1, everyMs: 1_000 }, accepted: true, next: 1 });
    const giveUp = new AbortController();
    const { headers, signal } = { headers: { authorization: `Bearer ${emulator.token}` }, signal: giveUp.signal };
    const response = await fetch(`${emulator.url}/sms.do?to=${GOOD}&message=a&format=json`, { headers, signal });
    giveUp.abort();
    await expect(response.text()).rejects.toThrow('aborted');
    await emulator.close();
  });

  it('answers under another content type', async () => {
    const emulator = await start();
    const reply = { kind: 'content-type', contentType: 'text/html; charset=utf-8' } as const;
    emulator.faults.add({ reply, accepted: false, next: 1 });
    const answer = await send(emulator);
    expect([answer.contentType, answer.json['count'], tookIt(emulator)]).toEqual([reply.contentType, 1, true]);
  });

  it.each([undefined, 0, 50])('puts %s bytes of garbage in place of the body', async (bytes) => {
    const emulator = await start();
    const reply = { kind: 'garbage', ...(bytes === undefined ? {} : { bytes }) } as const;
    emulator.faults.add({ reply, accepted: true, next: 1 });
    const answer = await send(emulator);
    expect([answer.status, answer.contentType, answer.json]).toEqual([200, 'application/json; charset=utf-8', {}]);
    expect(answer.text.length).toBe(bytes ?? emulator.requests.last()?.reply?.bodyLength);
    expect([tookIt(emulator), emulator.requests.last()?.reply?.body]).toEqual([true, answer.text]);
  });

  it('is slow by a distribution too', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'slow', delay: { minMs: 30, maxMs: 40 } }, accepted: true, next: 1 });
    const begin = performance.now();
    expect(idsOf(await send(emulator))).toEqual([emulator.ledger.accepted(GOOD)[0]?.id]);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(29);
  });

  it('strikes the nth requests only', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'error', code: 202 }, accepted: false, after: 2, every: 3, next: 2 });
    const struck = (await outcomes(emulator, 12)).flatMap((code, nth) => (code === 202 ? [nth + 1] : []));
    expect(struck).toEqual([5, 8]);
    expect(emulator.faults.list()).toEqual([]);
  });

  it('strikes between two moments of the clock', async () => {
    const emulator = await start({ clock: createManualClock() });
    emulator.faults.add({ reply: { kind: 'status', status: 503 }, accepted: false, from: 'PT1H', until: 'PT2H' });
    const seen: unknown[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      seen.push(...(await outcomes(emulator, 1)));
      await emulator.jumpTo('PT40M');
    }
    expect(seen).toEqual(['taken', 'taken', 503, 'taken']);
  });

  it('knows numbers by their digits with country code, however they were written', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'error', code: 999 }, accepted: false, numbers: '^48600100' });
    expect(await outcomes(emulator, 1, '+48 600 100 200')).toEqual([999]);
    expect(await outcomes(emulator, 1, '600100200')).toEqual([999]);
    expect(await outcomes(emulator, 1, '500600100')).toEqual(['taken']);
  });

  it('may be there from the start', async () => {
    const emulator = await start({ faults: [{ reply: { kind: 'error', code: 203 }, accepted: false, next: 1 }] });
    expect(await outcomes(emulator, 2)).toEqual([203, 'taken']);
  });
});

describe('latency by rules', () => {
  it('slows some paths and numbers, and is refused when it cannot be understood', async () => {
    const emulator = await start();
    emulator.setLatency([
      { delay: { ms: 40 }, path: '/profile' },
      { delay: { ms: 40 }, numbers: '^48600' },
    ]);
    const timeOf = async (act: () => Promise<unknown>): Promise<number> => {
      const begin = performance.now();
      await act();
      return performance.now() - begin;
    };
    expect(await timeOf(() => ask(emulator, 'GET', '/profile'))).toBeGreaterThanOrEqual(39);
    expect(await timeOf(() => send(emulator, { to: '600100200' }))).toBeGreaterThanOrEqual(39);
    expect(() => emulator.setLatency([{ delay: { ms: 1 }, numbers: '(' }])).toThrow(SyntaxError);
    const put = (body: unknown) => askJson(emulator, 'PUT', '/_emulator/latency', body);
    expect((await put({ rules: [{ delay: { medianMs: 1 }, path: '/x' }] })).status).toBe(204);
    expect((await put({ percentiles: [[100, 1]] })).status).toBe(204);
    expect((await put({})).status).toBe(204);
    const wrong = await put({ rules: [{ delay: { medianMs: -1 } }] });
    expect([wrong.status, wrong.json['message']]).toEqual([
      400,
      'rules[0].delay.medianMs must be a number from 0 to 86400000, not -1.',
    ]);
  });
});

describe('an account', () => {
  it('is out of points after exactly so many messages, until somebody pays', async () => {
    const emulator = await start();
    await send(emulator);
    await emulator.account.outOfPointsAfter(3);
    expect(await outcomes(emulator, 1, `${GOOD},48600100200`)).toEqual(['taken']);
    expect(await outcomes(emulator, 1, `${GOOD},48600100200`)).toEqual([103]);
    expect(emulator.account.points).toBe(1_000 - 3 * 0.15);
    expect(await outcomes(emulator, 2)).toEqual(['taken', 103]);
    expect([emulator.account.points, emulator.ledger.totals.accepted]).toEqual([0, 4]);
    await emulator.account.setPoints(1);
    expect(await outcomes(emulator, 7)).toEqual(['taken', 'taken', 'taken', 'taken', 'taken', 'taken', 103]);
  });

  it('is counted exactly among many requests at once', async () => {
    const emulator = await start({ points: 10_000 });
    await emulator.account.outOfPointsAfter(100);
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, nth) =>
        send(emulator, { to: `${48_501_000_050 + nth * 200},${48_501_000_150 + nth * 200}` }),
      ),
    );
    expect(answers.flatMap(listOf)).toHaveLength(100);
    expect(answers.filter(({ json }) => json['error'] === 103)).toHaveLength(40);
    expect([emulator.ledger.totals.accepted, emulator.account.points]).toEqual([100, 0]);
  });

  it('that may owe is held to the count too', async () => {
    const emulator = await start({ account: { paymentType: 'postpaid' }, points: 0 });
    await emulator.account.outOfPointsAfter(1);
    expect(await outcomes(emulator, 2)).toEqual(['taken', 103]);
    await emulator.account.outOfPointsAfter(null);
    expect(await outcomes(emulator, 1)).toEqual(['taken']);
  });

  it('takes its token back from everybody, and gives it back', async () => {
    const emulator = await start();
    emulator.account.revokeToken();
    expect((await send(emulator)).json['error']).toBe(101);
    expect((await ask(emulator, 'GET', '/profile')).status).toBe(401);
    expect((await ask(emulator, 'GET', '/ping')).json['authorized']).toBe(false);
    expect((await ask(emulator, 'GET', '/_emulator/state')).json['tokenRevoked']).toBe(true);
    expect((await askJson(emulator, 'PUT', '/_emulator/token', { revoked: false })).status).toBe(204);
    expect(await outcomes(emulator, 1)).toEqual(['taken']);
    expect((await askJson(emulator, 'PUT', '/_emulator/token', { revoked: 'no' })).status).toBe(400);
  });

  it('is emptied over HTTP too', async () => {
    const emulator = await start();
    const put = (body: unknown) => askJson(emulator, 'PUT', '/_emulator/balance', body);
    expect((await put({ outOfPointsAfter: 1 })).status).toBe(204);
    expect(await outcomes(emulator, 2)).toEqual(['taken', 103]);
    expect((await put({ outOfPointsAfter: null })).status).toBe(204);
    expect((await put({ points: 3 })).status).toBe(204);
    expect(await outcomes(emulator, 1)).toEqual(['taken']);
    expect((await put({ outOfPointsAfter: 1.5 })).status).toBe(400);
    expect((await put({ outOfPointsAfter: 'many' })).status).toBe(400);
  });
});
