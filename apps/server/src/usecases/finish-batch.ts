import { splitBatch } from '../db/batch-split.ts';
import { releaseBatch } from '../db/batches.ts';
import type { Db } from '../db/database.ts';
import { applyWaitingReports } from '../db/delivery-reports.ts';
import { recordGatewayError } from '../db/gateways.ts';
import { recordOutcomes, recordRefused } from '../db/outcomes.ts';
import { retryDelayMs } from '../domain/retry-delay.ts';
import { groupsOfDeferred, halvesOf, MOST_DEFERRALS } from '../domain/split.ts';
import type { AttemptedBatch, RecordDeps } from './attempt-result.ts';
import type { Deferred, SortedOutcomes } from './sort-outcomes.ts';

/** The balance is read this long after a batch, once for all batches in between. */
const BALANCE_DELAY_MS = 3_000;

/** Everything of the batch is decided, or has moved to others. */
export async function finishBatch(deps: RecordDeps, tx: Db, batch: AttemptedBatch): Promise<void> {
  await releaseBatch(tx, batch.batchId, { state: 'recorded', cause: null, retryMs: null });
  await applyWaitingReports(tx, batch.batchId);
  const runAt = new Date(deps.clock().getTime() + BALANCE_DELAY_MS);
  await deps.queue.add(
    tx,
    'read_balance',
    { companyId: batch.companyId },
    { key: `read_balance:${batch.companyId}`, runAt },
  );
}
/** The outcomes of single messages. What stays open keeps the batch open, or moves into batches of its own. */
export async function writeOutcomes(
  deps: RecordDeps,
  tx: Db,
  batch: AttemptedBatch,
  sorted: SortedOutcomes,
): Promise<void> {
  const { recorded, deferred, unproved } = sorted;
  await recordOutcomes(tx, batch.batchId, recorded);
  if (deferred && deferred.ids.length === batch.messages.length && deferred.ids.length === 1)
    return waitAlone(deps, tx, batch, deferred);
  if (deferred) await putOff(tx, batch, deferred);
  if (unproved.length === 0) return finishBatch(deps, tx, batch);
  await releaseBatch(tx, batch.batchId, {
    state: 'uncertain',
    cause: 'nobody_permitted',
    retryMs: retryDelayMs(batch.attempt, Math.random()),
  });
}

/** Error 52 about some of the messages: nothing speaks against the others. */
async function putOff(tx: Db, batch: AttemptedBatch, { ids, code, waitMs }: Deferred): Promise<void> {
  const asked = batch.messages.filter(({ permitted }) => permitted).length;
  const groups = groupsOfDeferred(ids, asked);
  const state = batch.settling ? 'uncertain' : 'ready';
  const deferrals = asked === 1 ? batch.deferrals : groups.every((group) => group.length === 1) ? 1 : 0;
  await splitBatch(tx, batch.batchId, { groups, state, cause: code, deferrals, retryMs: spread(waitMs) });
}

/** The one number of a batch was put off once more: it waits, and is given up in the end. Uncertain, it waits for as long as may be asked. */
async function waitAlone(deps: RecordDeps, tx: Db, batch: AttemptedBatch, { code, waitMs }: Deferred): Promise<void> {
  const deferrals = batch.deferrals + 1;
  if (!batch.settling && deferrals >= MOST_DEFERRALS) {
    await recordRefused(tx, batch.batchId, code);
    return finishBatch(deps, tx, batch);
  }
  const state = batch.settling ? 'uncertain' : 'ready';
  await releaseBatch(tx, batch.batchId, { state, cause: code, retryMs: spread(waitMs), deferrals });
}

/** At least the pause, and a little more, so that those who wait together do not come together. */
const spread = (waitMs: number): number => Math.round(waitMs * (1 + Math.random() / 4));

/** The request was too long for the gateway: halves of it may pass. One message alone cannot be made smaller. */
export async function halveBatch(deps: RecordDeps, tx: Db, batch: AttemptedBatch, code: string): Promise<void> {
  await recordGatewayError(tx, batch.companyId, code);
  const state = batch.settling ? 'uncertain' : 'ready';
  if (batch.messages.length > 1) {
    const groups = halvesOf(batch.messages.map(({ id }) => id));
    await splitBatch(tx, batch.batchId, { groups, state, cause: code, deferrals: 0, retryMs: 0 });
    return finishBatch(deps, tx, batch);
  }
  if (batch.settling) {
    const retryMs = retryDelayMs(batch.attempt, Math.random());
    return releaseBatch(tx, batch.batchId, { state, cause: code, retryMs });
  }
  await recordRefused(tx, batch.batchId, code);
  return finishBatch(deps, tx, batch);
}
