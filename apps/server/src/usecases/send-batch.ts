import { claimBatch, type ClaimedBatch } from '../db/batches.ts';
import { inTransaction } from '../db/database.ts';
import { isHeld } from '../db/instance.ts';
import { idxOf } from '../domain/message-idx.ts';
import { checkEntitlement } from './check-entitlement.ts';
import type { Deps } from './deps.ts';
import { openGateway } from './open-gateway.ts';
import { recordAttempt, type AttemptResult } from './record-attempt.ts';

/** The gateway remembers an idx for at least 24 h; nothing uncertain is asked for again after 20 (design section 4, step 6). */
const SETTLE_WINDOW_MS = 20 * 3_600_000;

/** How long after the gateway's time-out a silent worker counts as dead. */
const LEASE_GRACE_MS = 30_000;

/** Takes the next due batch for this worker, unless sending is held; null when nothing is due. Committed on return. */
export async function claimNextBatch(deps: Pick<Deps, 'db' | 'clock'>, worker: string): Promise<ClaimedBatch | null> {
  const settleAfter = new Date(deps.clock().getTime() - SETTLE_WINDOW_MS);
  return inTransaction(deps.db, async (tx) =>
    (await isHeld(tx)) ? null : claimBatch(tx, { worker, settleAfter, graceMs: LEASE_GRACE_MS }),
  );
}

/**
 * Asks the gateway for a claimed batch and writes down what it said. The claim was committed before, no network call is
 * inside a transaction, and a crash anywhere in between leaves a batch that becomes uncertain and is asked for again with
 * the same idx: that, and only that, is how nothing is sent twice and nothing is lost.
 */
export async function sendBatch(deps: Deps, worker: string, batch: ClaimedBatch): Promise<AttemptResult> {
  const result = await submit(deps, batch);
  await recordAttempt(deps, { ...batch, worker }, result);
  return result;
}

/** The last gate and the call itself. Whatever stands in the way here is a stop: the rows stay ready. */
async function submit(deps: Deps, batch: ClaimedBatch): Promise<AttemptResult> {
  const permitted = batch.messages.filter((message) => message.permitted);
  if (permitted.length === 0)
    return batch.settling ? { kind: 'uncertain', code: 'nobody_permitted' } : { kind: 'answered', outcomes: [] };
  const { usable, obstacle } = await checkEntitlement(deps, batch.companyId);
  if (!usable) return { kind: 'stopped', cause: 'entitlement', code: obstacle?.code ?? 'entitlement' };
  const opened = await openGateway(deps, batch.companyId);
  if (!opened.ok) return { kind: 'stopped', cause: 'credentials', code: opened.refusal.code };
  const { gateway, provider } = opened.value;
  return provider.submit({
    messages: permitted.map(({ id, phone }) => ({ phone, idx: idxOf(batch.epoch, id) })),
    text: batch.text,
    sender: gateway.sender,
    maxParts: batch.parts,
    reportUrl: `${deps.publicUrl}/callbacks/${gateway.provider}/${gateway.callbackSecret}`,
  });
}
