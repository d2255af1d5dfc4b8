import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { claimBatch, reclaimBatches } from '../../src/db/batches.ts';
import { BREAKER_THRESHOLD } from '../../src/domain/breaker.ts';
import { SETTLE_WINDOW_MS } from '../../src/domain/uncertain.ts';
import { recordInbound } from '../../src/usecases/record-inbound.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { phoneOf, suppress, withdrawConsent } from '../support/firm.ts';
import { createRig, type Rig } from '../support/rig.ts';

let rig: Rig;
afterEach(() => rig.close());

/** A frozen campaign to three people, its one batch ready. */
async function ready() {
  rig = await createRig({ contacts: 3, batchSize: 100, emulator: { fateOf: () => 'delivered' } });
  const key = await rig.draft('Test');
  expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
  return key;
}

async function claim() {
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (!batch) throw new Error('nothing was due');
  return batch;
}

const rows = async () => {
  const found = await rig.test.db.selectFrom('messageLog').select(['handover', 'handoverCode']).orderBy('id').execute();
  return found.map(({ handover, handoverCode }) => (handoverCode === null ? handover : `${handover} ${handoverCode}`));
};
const taken = () => [1, 2, 3].map((n) => rig.emulator.ledger.accepted(phoneOf(n).slice(1)).length);
/** The gateway tells what the n-th contact wrote; true when it was kept. */
async function write(n: number, text: string): Promise<boolean> {
  const { inboundSecret } = await rig.test.db.selectFrom('gateway').select('inboundSecret').executeTakeFirstOrThrow();
  const fields = new URLSearchParams({ sms_from: phoneOf(n).slice(1), sms_text: text });
  return recordInbound(rig.deps, { provider: 'smsapi', secret: inboundSecret, fields, raw: fields.toString() });
}
const withdraw = (n: number) => withdrawConsent(rig.test.db, rig.firm.companyId, phoneOf(n));

describe('a right lost between the freeze and the claim', () => {
  it('makes the row excluded, with its reason, in the very transaction that claims the batch', async () => {
    await ready();
    await withdraw(1);
    await suppress(rig.test.db, rig.firm.companyId, phoneOf(3));
    const batch = await claim();
    expect(batch.messages.map(({ phone }) => phone)).toEqual([phoneOf(2)]);
    expect(await rows()).toEqual(['excluded consent_withdrawn', 'submitting', 'excluded suppressed']);
    const same = await sql<{ same: boolean }>`
      select m.xmin = b.xmin as same from message m join batch b on b.id = m.batch_id where m.outcome = 'excluded'`.execute(
      rig.test.db,
    );
    expect(same.rows).toEqual([{ same: true }, { same: true }]);
    await sendBatch(rig.deps, 'rig', batch);
    expect(taken()).toEqual([0, 1, 0]);
  });

  it('is not written down when the claim does not commit', async () => {
    await ready();
    await withdraw(1);
    const claiming = rig.test.db.transaction().execute(async (tx) => {
      const settings = { settleWithinMs: SETTLE_WINDOW_MS, graceMs: 30_000, openAt: BREAKER_THRESHOLD };
      expect(await claimBatch(tx, { worker: 'rig', now: new Date(), ...settings })).not.toBeNull();
      throw new Error('the worker died here');
    });
    await expect(claiming).rejects.toThrow('the worker died here');
    expect(await rows()).toEqual(['ready', 'ready', 'ready']);
  });

  it('by a STOP from the handset holds from its OK on, and any other word changes nothing', async () => {
    await ready();
    expect(await Promise.all([write(1, 'STOP'), write(2, 'Do kiedy promocja?')])).toEqual([true, true]);
    await sendBatch(rig.deps, 'rig', await claim());
    expect(await rows()).toEqual(['excluded consent_withdrawn', 'accepted', 'accepted']);
    expect(taken()).toEqual([0, 1, 1]);
  });

  it('of all asks the gateway nothing, and the campaign ends', async () => {
    await ready();
    for (const n of [1, 2, 3]) await withdraw(n);
    const before = rig.emulator.requests.total;
    expect(await sendBatch(rig.deps, 'rig', await claim())).toEqual({ kind: 'answered', outcomes: [] });
    expect(rig.emulator.requests.total).toBe(before);
    expect(await rows()).toEqual(Array.from({ length: 3 }, () => 'excluded consent_withdrawn'));
    expect(await rig.test.db.selectFrom('campaign').select('state').execute()).toEqual([{ state: 'finished' }]);
  });
});

describe('a right lost between the claim and the call', () => {
  it('is seen by the last look: the row is excluded and not in the request', async () => {
    await ready();
    const batch = await claim();
    await withdraw(2);
    await suppress(rig.test.db, rig.firm.companyId, phoneOf(3));
    await sendBatch(rig.deps, 'rig', batch);
    expect(await rows()).toEqual(['accepted', 'excluded consent_withdrawn', 'excluded suppressed']);
    expect(taken()).toEqual([1, 0, 0]);
  });

  it('by a STOP that comes just then is seen too', async () => {
    await ready();
    const batch = await claim();
    await write(2, 'stop');
    await sendBatch(rig.deps, 'rig', batch);
    expect(await rows()).toEqual(['accepted', 'excluded consent_withdrawn', 'accepted']);
    expect(taken()).toEqual([1, 0, 1]);
  });

  it('by a withdrawal that is still being written does not count: the order of commits decides', async () => {
    await ready();
    const batch = await claim();
    await rig.test.db.transaction().execute(async (tx) => {
      await withdrawConsent(tx, rig.firm.companyId, phoneOf(2));
      await sendBatch(rig.deps, 'rig', batch);
    });
    expect(await rows()).toEqual(['accepted', 'accepted', 'accepted']);
    expect(taken()).toEqual([1, 1, 1]);
  });
});

describe('a right lost while the request is under way', () => {
  it('cannot call it back: the message is accepted, as it was', async () => {
    await ready();
    rig.emulator.reports.pause();
    rig.emulator.faults.add({ reply: { kind: 'hang' }, accepted: true, next: 1 });
    await rig.test.db.updateTable('gateway').set({ timeoutMs: 1_000 }).execute();
    const asking = sendBatch(rig.deps, 'rig', await claim());
    while (taken().join('') !== '111') await new Promise((resolve) => setTimeout(resolve, 5));
    await withdraw(2);
    expect(await asking).toMatchObject({ kind: 'uncertain' });
    await rig.test.db.updateTable('gateway').set({ timeoutMs: 30_000 }).execute();
    await sql`update batch set not_before = null`.execute(rig.test.db);
    await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
    await rig.drain();
    expect(await rows()).toEqual(Array.from({ length: 3 }, () => 'accepted already_taken'));
    expect(taken()).toEqual([1, 1, 1]);
  });

  it('is not asked for again, and is excluded once the others show that nothing had been taken', async () => {
    await ready();
    await claim();
    await reclaimBatches(rig.test.db, 'all');
    await withdraw(2);
    await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
    await rig.drain();
    expect(await rows()).toEqual(['accepted', 'excluded consent_withdrawn', 'accepted']);
    expect(taken()).toEqual([1, 0, 1]);
  });
});
