import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPace } from '../../src/db/gateway-pace.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createSender } from '../../src/sending/sender.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { createTestApi } from '../support/api.ts';
import { until } from '../support/watch.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

const CONTACTS = 40;
const everyone = Array.from({ length: CONTACTS }, (_, n) => n + 1);

let fault: FaultRig;
beforeEach(async () => {
  fault = await createFaultRig({ contacts: CONTACTS, batchSize: 1 });
});
afterEach(() => fault.close());

const setGateway = (change: { requestsPerSecond?: number; concurrency?: number }) =>
  fault.rig.test.db.updateTable('gateway').set(change).execute();
const pace = async () => {
  const found = await readPace(fault.rig.test.db, fault.rig.firm.companyId);
  if (!found) throw new Error('the gateway is gone');
  return found;
};
/** As if the gateway had been slowed down so much longer ago. */
const later = (seconds: number) =>
  sql`update gateway set slowed_at = slowed_at - make_interval(secs => ${seconds}::int)`.execute(fault.rig.test.db);
const claim = (worker: string) => claimNextBatch(fault.rig.deps, worker);

describe('the limits of a gateway account', () => {
  it('hold for claims of many workers at one moment: a gap after every request, never too many under way', async () => {
    await setGateway({ requestsPerSecond: 20, concurrency: 4 });
    await fault.launch();
    const claimedAt: number[] = [];
    while (claimedAt.length < 4) {
      const claimed = await Promise.all(Array.from({ length: 12 }, (_, n) => claim(`worker-${n}`)));
      claimedAt.push(...claimed.flatMap((batch) => (batch ? [batch.claimedAt.getTime()] : [])));
    }
    expect(claimedAt).toHaveLength(4);
    const inOrder = claimedAt.toSorted((one, other) => one - other);
    const gaps = inOrder.slice(1).map((at, n) => at - (inOrder[n] ?? 0));
    // 50 ms by the database's clock, which is cut to whole milliseconds here.
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(49);
    await fault.hurry();
    expect(await Promise.all(Array.from({ length: 12 }, (_, n) => claim(`worker-${n}`)))).toEqual(
      Array.from({ length: 12 }, () => null),
    );
  });

  it('hold for two loops together: each number gets one message, and the gateway never sees more than it may', async () => {
    await setGateway({ requestsPerSecond: 100, concurrency: 3 });
    fault.rig.emulator.setLatency({ minMs: 30, maxMs: 60 });
    const key = await fault.launch();
    const quiet = { subscribe: () => () => {} };
    const senders = [1, 2].map(() => createSender(fault.rig.deps, quiet, createMetrics()));
    for (const sender of senders) sender.start();
    try {
      await until(async () => (await fault.campaign(key)).state === 'finished');
    } finally {
      await Promise.all(senders.map((sender) => sender.stop()));
    }
    expect(everyone.map((n) => fault.taken(n))).toEqual(everyone.map(() => 1));
    expect(fault.proxy.busiest).toBeLessThanOrEqual(3);
  });

  it('let sending go on while reports are being stored', async () => {
    await fault.launch();
    const { firm } = fault.rig;
    await fault.rig.test.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('deliveryReport')
        .values({
          companyId: firm.companyId,
          gatewayId: firm.gatewayId,
          providerId: 'X',
          delivery: 'pending',
          source: 'callback',
        })
        .execute();
      expect(await claim('rig')).not.toBeNull();
    });
  });
});

describe('a gateway that asks for fewer requests', () => {
  const asking = [
    ['429', { kind: 'answer', status: 429, forwarded: false }],
    ['error 202', legacy(202)],
    ['error 203', legacy(203)],
  ] as const;

  it.each(asking)(
    'by %s gets half as many, one after another half of that, and in step fewer at once',
    async (_, struck) => {
      await setGateway({ requestsPerSecond: 40, concurrency: 6 });
      await fault.launch();
      expect(await pace()).toEqual({ requestsPerSecond: 40, concurrency: 6 });
      fault.proxy.strike(struck, '/sms.do');
      expect(await fault.attempt()).toMatchObject({ kind: 'throttled' });
      const halved = await pace();
      expect(halved.requestsPerSecond).toBeGreaterThanOrEqual(20);
      expect(halved.requestsPerSecond).toBeLessThan(21);
      expect(halved.concurrency).toBeLessThanOrEqual(4);
      await fault.attempt();
      expect((await pace()).requestsPerSecond).toBeLessThan(11);
      for (let n = 0; n < 12; n++) await fault.attempt();
      const slowest = await pace();
      expect(slowest.requestsPerSecond).toBeGreaterThanOrEqual(0.1);
      expect(slowest.concurrency).toBe(1);
    },
  );

  it('gets back a tenth of its rate a minute, and never more than is set', async () => {
    await setGateway({ requestsPerSecond: 40, concurrency: 6 });
    await fault.launch();
    fault.proxy.strike({ kind: 'answer', status: 429, forwarded: false }, '/sms.do');
    await fault.attempt();
    await later(60);
    const { requestsPerSecond } = await pace();
    expect(requestsPerSecond).toBeGreaterThanOrEqual(24);
    expect(requestsPerSecond).toBeLessThan(25);
    await later(300);
    expect(await pace()).toEqual({ requestsPerSecond: 40, concurrency: 6 });
    await setGateway({ requestsPerSecond: 5 });
    expect((await pace()).requestsPerSecond).toBe(5);
  });

  it('is slowed down once for all requests that were under way together', async () => {
    await setGateway({ requestsPerSecond: 40, concurrency: 6 });
    await fault.launch();
    fault.proxy.strike({ kind: 'answer', status: 429, forwarded: false }, '/sms.do');
    const claimed = [];
    for (let n = 0; n < 4; n++) {
      await fault.hurry();
      claimed.push(await claim('rig'));
    }
    for (const batch of claimed) if (batch) await sendBatch(fault.rig.deps, 'rig', batch);
    expect((await pace()).requestsPerSecond).toBeGreaterThanOrEqual(20);
  });

  it('shows its present pace in the settings', async () => {
    const test = await createTestApi({ contacts: 1 });
    const { api, rig } = test;
    try {
      const params = { companyId: String(rig.firm.companyId) };
      expect((await api.getGateway({ params })).pace).toEqual({ requestsPerSecond: 100, concurrency: 3 });
      await sql`update gateway set slowed_to = 5, slowed_at = now() + interval '1 hour'`.execute(rig.test.db);
      expect(await api.getGateway({ params })).toMatchObject({
        requestsPerSecond: 100,
        pace: { requestsPerSecond: 5, concurrency: 1 },
      });
    } finally {
      await test.close();
    }
  });
});

function legacy(code: number) {
  return {
    kind: 'answer',
    status: 200,
    forwarded: false,
    body: JSON.stringify({ error: code, message: 'Too many requests' }),
    headers: { 'content-type': 'application/json' },
  } as const;
}
