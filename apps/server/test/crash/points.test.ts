import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { reclaimBatches } from '../../src/db/batches.ts';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { decideUncertain } from '../../src/usecases/decide-uncertain.ts';
import { recordAttempt } from '../../src/usecases/record-attempt.ts';
import { claimNextBatch, sendBatch, submitBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { phoneOf } from '../support/firm.ts';
import { createRig, type Rig } from '../support/rig.ts';

let rig: Rig;
afterEach(async () => {
  expect(await findTallyDrift(rig.test.db)).toEqual([]);
  await rig.close();
});

async function draft() {
  rig = await createRig({ contacts: 3, batchSize: 100, emulator: { fateOf: () => 'delivered' } });
  rig.emulator.reports.pause();
  return rig.draft('Test');
}

async function sending(): Promise<void> {
  const key = await draft();
  expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
}

async function claim() {
  await sql`update batch set not_before = null`.execute(rig.test.db);
  await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (!batch) throw new Error('nothing was due');
  return { ...batch, worker: 'rig' };
}

const handovers = async () =>
  (await rig.test.db.selectFrom('messageLog').select('handover').orderBy('id').execute()).map(
    ({ handover }) => handover,
  );
const taken = () => [1, 2, 3].map((n) => rig.emulator.ledger.accepted(phoneOf(n).slice(1)).length);
const batches = () => rig.test.db.selectFrom('batch').select(['state', 'attempt', 'firstAttemptAt']).execute();

/** Dies at the commit of whatever writes to a table: everything of that transaction is gone, as after a crash. */
async function dieAt(
  table: 'message' | 'audit_event' | 'batch',
  when: 'insert' | 'update',
): Promise<() => Promise<void>> {
  const name = sql.id(`die_at_${table}`);
  await sql`create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'died here'; end $$`.execute(
    rig.test.db,
  );
  await sql`create constraint trigger ${name} after ${sql.raw(when)} on ${sql.id(table)} deferrable initially deferred for each row execute function ${name}()`.execute(
    rig.test.db,
  );
  return async () => {
    await sql`drop trigger ${name} on ${sql.id(table)}`.execute(rig.test.db);
  };
}

describe('a crash', () => {
  it('during the freeze leaves the draft as it was, and the next try sends everybody one message', async () => {
    const key = await draft();
    const live = await dieAt('message', 'insert');
    await expect(sendCampaign(rig.deps, key)).rejects.toThrow('died here');
    expect(await rig.test.db.selectFrom('campaign').select(['state', 'frozenAt']).execute()).toEqual([
      { state: 'draft', frozenAt: null },
    ]);
    expect(await handovers()).toEqual([]);
    expect(await batches()).toEqual([]);
    await live();
    expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
    await rig.drain();
    expect(taken()).toEqual([1, 1, 1]);
  });

  it('in the middle of the record leaves nothing of it, and the second question gets error 53', async () => {
    await sending();
    const batch = await claim();
    const { messages, result } = await submitBatch(rig.deps, batch);
    const live = await dieAt('batch', 'update');
    await expect(recordAttempt(rig.deps, { ...batch, messages }, result)).rejects.toThrow('died here');
    await live();
    expect(await handovers()).toEqual(['submitting', 'submitting', 'submitting']);
    await reclaimBatches(rig.test.db, 'all');
    expect(await sendBatch(rig.deps, 'rig', await claim())).toEqual({ kind: 'already_taken' });
    expect(await handovers()).toEqual(['accepted', 'accepted', 'accepted']);
    expect(taken()).toEqual([1, 1, 1]);
  });

  it('after the record changes nothing: a restart finds nothing to take back, and a second record writes nothing', async () => {
    await sending();
    const batch = await claim();
    const { messages, result } = await submitBatch(rig.deps, batch);
    await recordAttempt(rig.deps, { ...batch, messages }, result);
    const before = await rig.test.db.selectFrom('message').selectAll().orderBy('id').execute();
    expect(await reclaimBatches(rig.test.db, 'all')).toEqual([]);
    await recordAttempt(rig.deps, { ...batch, messages }, { kind: 'refused', code: 'smsapi_11' });
    expect(await rig.test.db.selectFrom('message').selectAll().orderBy('id').execute()).toEqual(before);
  });

  it('while an uncertain batch is being settled leaves it uncertain, as old as it was, and the next question settles it', async () => {
    await sending();
    await submitBatch(rig.deps, await claim());
    await reclaimBatches(rig.test.db, 'all');
    const [first] = await batches();
    const settling = await claim();
    expect(settling.settling).toBe(true);
    await submitBatch(rig.deps, settling);
    await reclaimBatches(rig.test.db, 'all');
    expect(await batches()).toEqual([{ state: 'uncertain', attempt: 2, firstAttemptAt: first?.firstAttemptAt }]);
    expect(await sendBatch(rig.deps, 'rig', await claim())).toEqual({ kind: 'already_taken' });
    expect(await handovers()).toEqual(['accepted', 'accepted', 'accepted']);
    expect(taken()).toEqual([1, 1, 1]);
  });

  it('during a decision of a person leaves the old uncertainty, without an audit event, and nothing goes out', async () => {
    const key = await draft();
    await sendCampaign(rig.deps, key);
    await claim();
    await reclaimBatches(rig.test.db, 'all');
    rig.setNow(new Date(Date.now() + 21 * 3_600_000));
    const command = {
      companyId: key.companyId,
      actor: rig.actor,
      decision: 'send_again',
      chosen: { campaignId: key.campaignId },
      confirm: 'may_be_sent_twice',
    } as const;
    const audits = () => sql`select from audit_event where action like 'message.%'`.execute(rig.test.db);
    const live = await dieAt('audit_event', 'insert');
    await expect(decideUncertain(rig.deps, command)).rejects.toThrow('died here');
    expect(await handovers()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    expect((await audits()).rows).toHaveLength(0);
    await rig.drain();
    expect(taken()).toEqual([0, 0, 0]);
    await live();
    expect(await decideUncertain(rig.deps, command)).toMatchObject({ ok: true, value: { decided: 3 } });
    await rig.drain();
    expect(taken()).toEqual([1, 1, 1]);
    expect((await audits()).rows).toHaveLength(3);
  });
});
