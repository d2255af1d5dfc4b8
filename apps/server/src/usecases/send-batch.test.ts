import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { closedAddress } from '../../test/support/closed-address.ts';
import { phoneOf, withdrawConsent } from '../../test/support/firm.ts';
import { createRig, type Rig } from '../../test/support/rig.ts';
import { reclaimBatches } from '../db/batches.ts';
import { findCampaign } from '../db/campaigns.ts';
import { findTallyDrift } from '../db/doctor.ts';
import { idxOf } from '../domain/message-idx.ts';
import { closeUnreportedMessages, checkDelivery } from './await-delivery.ts';
import { recordAttempt } from './record-attempt.ts';
import { recordReports } from './record-reports.ts';
import { sendCampaign } from './send-campaign.ts';
import { claimNextBatch, sendBatch } from './send-batch.ts';

let rig: Rig;
afterEach(() => rig.close());

async function sending(contacts = 3) {
  rig = await createRig({ contacts, batchSize: 100, emulator: { fateOf: () => 'delivered' } });
  const key = await rig.draft('Test');
  const sent = await sendCampaign(rig.deps, key);
  expect(sent).toMatchObject({ ok: true });
  return key;
}

async function claim() {
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (!batch) throw new Error('nothing was due');
  return batch;
}

/** Lets an uncertain or deferred batch be due now, whatever the gateway's rate. */
async function dueNow(): Promise<void> {
  await sql`update batch set not_before = null`.execute(rig.test.db);
  await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
}

const outcomes = async () =>
  await rig.test.db.selectFrom('messageLog').select(['handover', 'delivery', 'providerId']).orderBy('id').execute();

const takenOf = (n: number) => rig.emulator.ledger.accepted(phoneOf(n).slice(1)).length;

describe('a worker that dies', () => {
  it('before the network call: the batch becomes uncertain, is asked for again, and goes out once', async () => {
    const key = await sending();
    await claim();
    expect(await reclaimBatches(rig.test.db, 'all')).toHaveLength(1);
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['uncertain', 'uncertain', 'uncertain']);
    await rig.drain();
    await rig.emulator.idle();
    expect([1, 2, 3].map(takenOf)).toEqual([1, 1, 1]);
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
  });

  it('after the reply and before the record: error 53 tells that it was taken, the reports bring the ids', async () => {
    const key = await sending();
    rig.emulator.reports.pause();
    const batch = await claim();
    const opened = rig.deps.providers
      .get('smsapi')
      ?.connect({ baseUrl: rig.emulator.url, token: 'rig-token', timeoutMs: 5_000 });
    const messages = batch.messages.map(({ id, phone }) => ({ phone, idx: idxOf(batch.epoch, id) }));
    const secret = `secret-${key.companyId}`;
    const submitted = await opened?.submit({
      messages,
      text: batch.text,
      sender: 'Test',
      maxParts: 1,
      reportUrl: `${rig.deps.publicUrl}/callbacks/smsapi/${secret}`,
    });
    expect(submitted).toMatchObject({ kind: 'answered' });
    await reclaimBatches(rig.test.db, 'all');
    await rig.drain();
    expect(await outcomes()).toEqual(
      Array.from({ length: 3 }, () => ({ handover: 'accepted', delivery: 'pending', providerId: null })),
    );
    rig.emulator.reports.resume();
    await rig.emulator.idle();
    expect(
      (await outcomes()).every(({ delivery, providerId }) => delivery === 'delivered' && providerId !== null),
    ).toBe(true);
    expect([1, 2, 3].map(takenOf)).toEqual([1, 1, 1]);
  });

  it('and wakes up after its lease writes nothing over the one who took over', async () => {
    await sending();
    const batch = await claim();
    await reclaimBatches(rig.test.db, 'all');
    await dueNow();
    const second = await claimNextBatch(rig.deps, 'other');
    expect(second?.batchId).toBe(batch.batchId);
    await recordAttempt(rig.deps, { ...batch, worker: 'rig' }, { kind: 'refused', code: 'smsapi_11' });
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['submitting', 'submitting', 'submitting']);
  });
});

describe('a gateway that does not answer properly', () => {
  const faults = [
    ['takes the messages and never answers', { kind: 'hang' }, true],
    ['never answers and takes nothing', { kind: 'hang' }, false],
    ['takes them and cuts the connection', { kind: 'cut' }, true],
    ['answers 500 after taking them', { kind: 'status', status: 500 }, true],
    ['answers 503 without taking them', { kind: 'status', status: 503 }, false],
    ['answers half a body', { kind: 'half' }, true],
    ['answers error 999 after taking them', { kind: 'error', code: 999 }, true],
  ] as const;

  it.each(faults)(
    '%s: uncertain, then settled with the same idx, and everyone gets it once',
    async (_name, reply, accepted) => {
      const key = await sending();
      const answerWithin = (timeoutMs: number) => rig.test.db.updateTable('gateway').set({ timeoutMs }).execute();
      await answerWithin(reply.kind === 'hang' ? 3_000 : 60_000);
      rig.emulator.faults.add({ reply, accepted, next: 1 });
      const first = await claim();
      expect(await sendBatch(rig.deps, 'rig', first)).toMatchObject({ kind: 'uncertain' });
      await answerWithin(60_000);
      await dueNow();
      await rig.drain();
      await rig.emulator.idle();
      expect([1, 2, 3].map(takenOf)).toEqual([1, 1, 1]);
      expect((await outcomes()).map(({ handover, delivery }) => `${handover}/${delivery}`)).toEqual(
        Array.from({ length: 3 }, () => 'accepted/delivered'),
      );
      expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
      expect(await findTallyDrift(rig.test.db)).toEqual([]);
    },
  );

  it('is too busy (429): nothing is uncertain, the batch waits', async () => {
    await sending();
    rig.emulator.faults.add({
      reply: { kind: 'status', status: 429, retryAfterSeconds: 60 },
      accepted: false,
      next: 1,
    });
    expect(await sendBatch(rig.deps, 'rig', await claim())).toMatchObject({ kind: 'throttled' });
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['ready', 'ready', 'ready']);
    expect(await claimNextBatch(rig.deps, 'rig')).toBeNull();
  });

  it('is gone three times in a row: the campaign pauses by itself with everything ready', async () => {
    const key = await sending();
    await rig.test.db
      .updateTable('gateway')
      .set({ baseUrl: await closedAddress() })
      .execute();
    for (const state of ['sending', 'sending', 'paused']) {
      await dueNow();
      expect(await sendBatch(rig.deps, 'rig', await claim())).toMatchObject({ kind: 'unreachable' });
      expect(await findCampaign(rig.test.db, key)).toMatchObject({ state });
    }
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'paused', pauseCause: 'gateway_down' });
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['ready', 'ready', 'ready']);
  });

  it('stays uncertain for twenty hours: after that nobody asks again by himself', async () => {
    await sending();
    await claim();
    await reclaimBatches(rig.test.db, 'all');
    rig.setNow(new Date(Date.now() + 20 * 3_600_000 + 60_000));
    expect(await claimNextBatch(rig.deps, 'rig')).toBeNull();
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['uncertain', 'uncertain', 'uncertain']);
  });
});

describe('rights at the last moment', () => {
  it('does not repeat an uncertain message to a number that has withdrawn since, and says so once it is certain', async () => {
    await sending();
    await claim();
    await reclaimBatches(rig.test.db, 'all');
    await withdrawConsent(rig.test.db, rig.firm.companyId, phoneOf(2));
    await dueNow();
    await rig.drain();
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['accepted', 'excluded', 'accepted']);
    expect([1, 2, 3].map(takenOf)).toEqual([1, 0, 1]);
  });

  it('stops a campaign whose subscription ends at midnight in Warsaw, with the rest ready', async () => {
    const key = await sending();
    await rig.test.db
      .insertInto('releaseLine')
      .values([
        { line: '0.1', releasedOn: '2025-01-01' },
        { line: '0.2', releasedOn: '2026-06-01' },
      ])
      .execute();
    rig.setNow(new Date('2026-12-31T23:00:00Z'));
    expect(await sendBatch(rig.deps, 'rig', await claim())).toMatchObject({ kind: 'stopped', cause: 'entitlement' });
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'paused', pauseCause: 'entitlement' });
    expect((await outcomes()).map(({ handover }) => handover)).toEqual(['ready', 'ready', 'ready']);
    expect([1, 2, 3].map(takenOf)).toEqual([0, 0, 0]);
  });

  it('holds everything while a restored database is not confirmed', async () => {
    await sending();
    await rig.test.db.updateTable('instance').set({ holdReason: 'no_file', heldAt: new Date() }).execute();
    expect(await claimNextBatch(rig.deps, 'rig')).toBeNull();
  });
});

describe('delivery reports', () => {
  const origin = () => ({
    companyId: rig.firm.companyId,
    gatewayId: rig.firm.gatewayId,
    source: 'callback' as const,
    raw: 'raw',
  });
  const report = (idx: string | null, delivery: 'pending' | 'delivered' | 'expired', providerId = 'X1') => ({
    report: { providerId, idx, statusCode: 404, statusName: null, delivery, doneAt: null, points: 1500 },
    origin: origin(),
  });

  it('that come before the reply is recorded count, and are not undone by it', async () => {
    await sending(1);
    const batch = await claim();
    const idx = idxOf(batch.epoch, batch.messages[0]?.id ?? 0);
    await recordReports(rig.deps, [report(idx, 'delivered')]);
    await recordAttempt(
      rig.deps,
      { ...batch, worker: 'rig' },
      { kind: 'answered', outcomes: [{ kind: 'accepted', providerId: 'X1', parts: 1, points: 1500 }] },
    );
    expect(await outcomes()).toEqual([{ handover: 'accepted', delivery: 'delivered', providerId: 'X1' }]);
  });

  it('without our idx that come before we know the id wait for it', async () => {
    await sending(1);
    const batch = await claim();
    await recordReports(rig.deps, [report(null, 'delivered', 'LATE-7')]);
    await recordAttempt(
      rig.deps,
      { ...batch, worker: 'rig' },
      { kind: 'answered', outcomes: [{ kind: 'accepted', providerId: 'LATE-7', parts: 1, points: 1500 }] },
    );
    expect(await outcomes()).toEqual([{ handover: 'accepted', delivery: 'delivered', providerId: 'LATE-7' }]);
  });

  it('settle an uncertain message without another question', async () => {
    const key = await sending(1);
    const batch = await claim();
    await reclaimBatches(rig.test.db, 'all');
    await recordReports(rig.deps, [report(idxOf(batch.epoch, batch.messages[0]?.id ?? 0), 'delivered')]);
    expect(await outcomes()).toEqual([{ handover: 'accepted', delivery: 'delivered', providerId: 'X1' }]);
    expect(await claimNextBatch(rig.deps, 'rig')).toBeNull();
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
  });

  it('leave nothing uncertain of a dead worker when they have decided every message', async () => {
    const key = await sending(1);
    const batch = await claim();
    await recordReports(rig.deps, [report(idxOf(batch.epoch, batch.messages[0]?.id ?? 0), 'delivered')]);
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
    await reclaimBatches(rig.test.db, 'all');
    expect(await rig.test.db.selectFrom('batch').select('state').execute()).toEqual([{ state: 'recorded' }]);
  });

  it('twice, backwards and for other epochs change nothing', async () => {
    await sending(1);
    const batch = await claim();
    const id = batch.messages[0]?.id ?? 0;
    const idx = idxOf(batch.epoch, id);
    await recordReports(rig.deps, [report(idx, 'delivered'), report(idx, 'delivered')]);
    await recordReports(rig.deps, [report(idx, 'pending'), report(idxOf(batch.epoch + 1, id), 'expired', 'Y2')]);
    expect(await outcomes()).toEqual([{ handover: 'accepted', delivery: 'delivered', providerId: 'X1' }]);
    const { rows } = await sql<{
      n: number;
      matched: number;
    }>`select count(*) as n, count(message_id) as matched from delivery_report`.execute(rig.test.db);
    expect(rows).toEqual([{ n: 4, matched: 3 }]);
  });

  it('that never come: no report after 72 h, and a late one still wins', async () => {
    const key = await sending(1);
    rig.emulator.reports.pause();
    await rig.drain();
    rig.setNow(new Date(Date.now() + 73 * 3_600_000));
    await closeUnreportedMessages(rig.deps);
    expect((await outcomes())[0]).toMatchObject({ handover: 'accepted', delivery: 'no_report' });
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
    rig.emulator.reports.resume();
    await rig.emulator.idle();
    expect((await outcomes())[0]).toMatchObject({ delivery: 'delivered' });
  });

  it('that got lost are asked for by Sprawdź doręczenie', async () => {
    const key = await sending(3);
    rig.emulator.reports.pause();
    await rig.drain();
    await rig.emulator.advance(600_000);
    expect(await checkDelivery(rig.deps, key)).toMatchObject({ ok: true, value: { asked: 3, changed: 3 } });
    expect((await outcomes()).every(({ delivery }) => delivery === 'delivered')).toBe(true);
  });
});
