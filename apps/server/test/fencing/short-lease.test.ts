import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reclaimBatches } from '../../src/db/batches.ts';
import { claimNextBatch, sendBatch } from '../../src/usecases/send-batch.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createRig, type Rig } from '../support/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig({ contacts: 2, emulator: { fateOf: () => 'delivered' } });
  await rig.test.db.updateTable('gateway').set({ timeoutMs: 5_000 }).execute();
  expect(await sendCampaign(rig.deps, await rig.draft('Test'))).toMatchObject({ ok: true });
});
afterEach(() => rig.close());

async function claim() {
  await sql`update gateway set next_request_at = now()`.execute(rig.test.db);
  await sql`update batch set not_before = null`.execute(rig.test.db);
  const batch = await claimNextBatch(rig.deps, 'rig');
  if (!batch) throw new Error('nothing was due');
  return batch;
}
const leaseLeft = (seconds: number) =>
  sql`update batch set lease_until = now() + make_interval(secs => ${seconds}::int)`.execute(rig.test.db);
const stateOf = async () => (await rig.test.db.selectFrom('batch').select('state').executeTakeFirstOrThrow()).state;

describe('a lease that would end before the call could', () => {
  it.each([4, 0, -60])('with %d s left of it nothing is asked, and the batch is free at once', async (seconds) => {
    const batch = await claim();
    await leaseLeft(seconds);
    expect(await sendBatch(rig.deps, 'rig', batch)).toEqual({ kind: 'too_late' });
    expect([await stateOf(), rig.emulator.ledger.totals.accepted]).toEqual(['ready', 0]);
    expect(await sendBatch(rig.deps, 'rig', await claim())).toMatchObject({ kind: 'answered' });
    expect([await stateOf(), rig.emulator.ledger.totals.accepted]).toEqual(['recorded', 2]);
  });

  it('an uncertain batch stays uncertain, as of its first attempt', async () => {
    const first = await claim();
    await reclaimBatches(rig.test.db, 'all');
    await leaseLeft(4);
    const again = await claim();
    await leaseLeft(4);
    expect(await sendBatch(rig.deps, 'rig', again)).toEqual({ kind: 'too_late' });
    expect([again.batchId, again.settling, await stateOf()]).toEqual([first.batchId, true, 'uncertain']);
  });

  it('one that another holds by now is left to that one', async () => {
    const mine = await claim();
    await reclaimBatches(rig.test.db, 'all');
    const theirs = await claim();
    expect(await sendBatch(rig.deps, 'rig', mine)).toEqual({ kind: 'too_late' });
    expect([await stateOf(), rig.emulator.ledger.totals.accepted]).toEqual(['submitting', 0]);
    expect(await sendBatch(rig.deps, 'rig', theirs)).toMatchObject({ kind: 'answered' });
    expect(rig.emulator.ledger.totals.accepted).toBe(2);
  });
});
