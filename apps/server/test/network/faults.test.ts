import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import type { Fault } from './fault-proxy.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

/** What an attempt does to a batch of three that meets a fault. */
interface Effect {
  readonly kind: string;
  readonly code?: string;
  /** State of the messages and of their batch afterwards. */
  readonly rows: 'uncertain' | 'ready' | 'accepted';
  /** The gateway named this pause: nothing is asked again before. */
  readonly pauseMs?: number;
}

const uncertain = (code: string, pauseMs = 0): Effect => ({ kind: 'uncertain', code, rows: 'uncertain', pauseMs });
const throttled = (pauseMs: number): Effect => ({
  kind: 'throttled',
  code: 'gateway_throttled',
  rows: 'ready',
  pauseMs,
});
const answered: Effect = { kind: 'answered', rows: 'accepted' };

const answer = (
  status: number,
  forwarded: boolean,
  more: { retryAfter?: string; body?: string; location?: string } = {},
) =>
  ({
    kind: 'answer',
    status,
    forwarded,
    ...(more.body ? { body: more.body } : {}),
    headers: {
      ...(more.body ? { 'content-type': 'application/json' } : { 'content-type': 'text/html' }),
      ...(more.retryAfter ? { 'retry-after': more.retryAfter } : {}),
      ...(more.location ? { location: more.location } : {}),
    },
  }) satisfies Fault;
const error = (code: number, forwarded: boolean) =>
  answer(200, forwarded, { body: JSON.stringify({ error: code, message: 'Internal error' }) });

const lost = 'gateway_connection_lost';
const failing = 'gateway_http_error';

/** The fault, and what it does. Where the gateway may have taken the request both cases stand here. */
const faults: readonly (readonly [name: string, Fault, Effect])[] = [
  ['no answer, and the gateway never got it', { kind: 'silence', forwarded: false }, uncertain('gateway_timeout')],
  ['no answer, though the gateway took it', { kind: 'silence', forwarded: true }, uncertain('gateway_timeout')],
  ["an answer after the client's time-out", { kind: 'late', delayMs: 5_000 }, uncertain('gateway_timeout')],
  ['a connection cut before the request is passed on', { kind: 'cut', forwarded: false }, uncertain(lost)],
  ['a connection cut after the gateway took it', { kind: 'cut', forwarded: true }, uncertain(lost)],
  ['half a body', { kind: 'half' }, uncertain(lost)],
  ['a slow drip beyond the time-out', { kind: 'drip', bytes: 1, everyMs: 40 }, uncertain('gateway_timeout')],
  ['a slow drip within the time-out', { kind: 'drip', bytes: 100, everyMs: 20 }, answered],
  ['a wrong content type', { kind: 'mislabelled', contentType: 'text/html' }, answered],
  ['a page of a hotel network', answer(200, false), uncertain('gateway_unreadable')],
  ['an empty 204', answer(204, false), uncertain('gateway_unreadable')],
  ['500 without taking it', answer(500, false), uncertain(failing)],
  ['500 after taking it', answer(500, true), uncertain(failing)],
  ['502 of a proxy', answer(502, false), uncertain(failing)],
  ['503', answer(503, true), uncertain(failing)],
  ['503 with Retry-After', answer(503, false, { retryAfter: '90' }), uncertain(failing, 90_000)],
  ['500 with Retry-After', answer(500, true, { retryAfter: '45' }), uncertain(failing, 45_000)],
  ['a redirect, 301', answer(301, false, { location: 'https://example.com/' }), uncertain(failing)],
  ['a redirect after a form, 303', answer(303, true, { location: '/thanks' }), uncertain(failing)],
  ['a redirect that keeps the method, 307', answer(307, false, { location: '/sms.do' }), uncertain(failing)],
  ['408', answer(408, false), uncertain(failing)],
  ['429', answer(429, false), throttled(0)],
  ['429 with Retry-After', answer(429, false, { retryAfter: '30' }), throttled(30_000)],
  ['error 201 without taking it', error(201, false), uncertain('gateway_code_unsure')],
  ['error 201 after taking it', error(201, true), uncertain('gateway_code_unsure')],
  ['error 666', error(666, true), uncertain('gateway_code_unsure')],
  ['error 999', error(999, true), uncertain('gateway_code_unsure')],
  ['error 200', error(200, false), { kind: 'deferred', code: 'smsapi_200', rows: 'ready', pauseMs: 30_000 }],
];

let fault: FaultRig;
beforeAll(async () => {
  fault = await createFaultRig({ contacts: 3, batchSize: 3 });
});
afterAll(() => fault.close());

const dbNow = async (): Promise<number> => {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(fault.rig.test.db);
  return rows[0]?.at.getTime() ?? 0;
};
const notBefore = async (): Promise<number> => {
  const query = fault.rig.test.db.selectFrom('batch').select('notBefore').orderBy('id', 'desc');
  return (await query.executeTakeFirst())?.notBefore?.getTime() ?? 0;
};
const takenOf = () => [1, 2, 3].map((n) => fault.taken(n));

/** An attempt, and between which bounds the wait after it lies; both bounds are free of how long the attempt took. */
async function attemptAndWait() {
  const before = await dbNow();
  const result = await fault.attempt();
  const [due, after] = [await notBefore(), await dbNow()];
  return { result, atLeastMs: due - after, atMostMs: due - before };
}

describe('between worker and gateway', () => {
  it.each(faults)('%s', async (_name, struck, effect) => {
    const key = await fault.launch();
    const takenBefore = takenOf();
    // A report would settle what is uncertain before the gateway is asked again.
    fault.rig.emulator.reports.pause();
    fault.proxy.strike(struck, '/sms.do');
    if (effect.code === 'gateway_timeout') await fault.impatient();

    // Half of the doubled delay is certain, the rest is jitter; a pause the gateway names is kept.
    for (const [shortest, longest] of [
      [2_500, 5_000],
      [5_000, 10_000],
    ] as const) {
      const { result, atLeastMs, atMostMs } = await attemptAndWait();
      expect(result).toMatchObject({ kind: effect.kind, ...(effect.code ? { code: effect.code } : {}) });
      expect(await fault.handovers(key)).toEqual([`${effect.rows} 3`]);
      if (effect.rows === 'accepted') break;
      expect(await fault.batches(key)).toMatchObject([{ state: effect.rows, cause: effect.code, size: 3 }]);
      expect(atMostMs).toBeGreaterThanOrEqual(Math.max(shortest, effect.pauseMs ?? 0));
      expect(atLeastMs).toBeLessThanOrEqual(Math.max(longest, effect.pauseMs ?? 0));
      expect((await fault.campaign(key)).state).toBe('sending');
    }

    fault.proxy.strike(null);
    await fault.patient();
    await fault.finish();
    expect(takenOf()).toEqual(takenBefore.map((count) => count + 1));
    expect(await fault.handovers(key)).toEqual(['accepted 3']);
    expect(await fault.campaign(key)).toMatchObject({ state: 'finished' });
    expect(await findTallyDrift(fault.rig.test.db)).toEqual([]);
  });

  it('429 with Retry-After holds every request to that gateway, not only its batch', async () => {
    await fault.launch();
    await fault.launch();
    fault.proxy.strike(answer(429, false, { retryAfter: '30' }), '/sms.do');
    const before = await dbNow();
    await fault.attempt();
    const { nextRequestAt } = await fault.rig.test.db.selectFrom('gateway').selectAll().executeTakeFirstOrThrow();
    expect(nextRequestAt.getTime()).toBeGreaterThanOrEqual(before + 30_000);
    expect(await fault.rig.drain()).toBe(0);
  });
});
