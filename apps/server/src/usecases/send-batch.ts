import { claimBatch, lookBeforeCall, type ClaimedBatch, type ClaimedMessage } from '../db/batches.ts';
import { inTransaction } from '../db/database.ts';
import { isHeld } from '../db/instance.ts';
import { idxOf, idxRange } from '../domain/message-idx.ts';
import { SETTLE_WINDOW_MS } from '../domain/uncertain.ts';
import { checkEntitlement } from './check-entitlement.ts';
import type { Deps } from './deps.ts';
import { openGateway } from './open-gateway.ts';
import { troubleOf } from '../db/trouble.ts';
import type { Provider, WireBatch } from '../providers/provider.ts';
import type { AttemptedBatch, AttemptResult } from './attempt-result.ts';
import { recordAttempt } from './record-attempt.ts';

/** Takes the next due batch for this worker, unless sending is held; null when nothing is due. Committed on return. */
export async function claimNextBatch(
  deps: Pick<Deps, 'db' | 'clock' | 'leaseGraceMs'>,
  worker: string,
): Promise<ClaimedBatch | null> {
  const claim = {
    worker,
    now: deps.clock(),
    settleWithinMs: SETTLE_WINDOW_MS,
    graceMs: deps.leaseGraceMs,
  };
  return inTransaction(deps.db, async (tx) => ((await isHeld(tx)) ? null : claimBatch(tx, claim)));
}

/**
 * Asks the gateway for a claimed batch and writes down what it said. The claim was committed before, no network call is
 * inside a transaction, and a crash anywhere in between leaves a batch that becomes uncertain and is asked for again with
 * the same idx: that, and only that, is how nothing is sent twice and nothing is lost.
 */
export async function sendBatch(deps: Deps, worker: string, batch: ClaimedBatch): Promise<AttemptResult> {
  const { messages, result } = await submitBatch(deps, { ...batch, worker });
  await recordAttempt(deps, { ...batch, worker, messages }, result);
  return result;
}

export interface Submitted {
  /** Those the attempt was about when it looked last. */
  readonly messages: readonly ClaimedMessage[];
  readonly result: AttemptResult;
}

/** The last gates and the call itself. Whatever stands in the way here is a stop: the rows stay ready. */
export async function submitBatch(deps: Deps, batch: AttemptedBatch): Promise<Submitted> {
  const ready = await prepare(deps, batch).catch((error: unknown) => {
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    return { messages: batch.messages, result: { kind: 'not_asked', code: trouble } } satisfies Submitted;
  });
  if ('result' in ready) return ready;
  const { batchId, campaignId, attempt, epoch, settling, worker } = batch;
  const asked = ready.messages.filter(({ permitted }) => permitted);
  const about = { batchId, campaignId, attempt, ...idxRange(epoch, asked), messages: asked.length };
  deps.log.info({ ...about, settling, worker }, 'batch.submitting');
  // Asked last of all: even writing a line of log may take long where nobody reads it.
  if (!ready.inTime()) return { messages: ready.messages, result: { kind: 'too_late' } };
  return { messages: ready.messages, result: await ready.provider.submit(ready.request) };
}

interface Ready {
  readonly messages: readonly ClaimedMessage[];
  readonly provider: Provider;
  readonly request: WireBatch;
  /** Whether the lease lasts for the whole call, if it is made now. */
  readonly inTime: () => boolean;
}

/** Everything before the call: who may still be sent to, by whom, and whether this attempt is still the one. */
async function prepare(deps: Deps, batch: AttemptedBatch): Promise<Submitted | Ready> {
  const ended = (result: AttemptResult): Submitted => ({ messages: batch.messages, result });
  if (batch.messages.length === 0) return ended({ kind: 'answered', outcomes: [] });
  const { usable, obstacle } = await checkEntitlement(deps, batch.companyId);
  if (!usable) return ended({ kind: 'stopped', cause: 'entitlement', code: obstacle?.code ?? 'entitlement' });
  const opened = await openGateway(deps, batch.companyId);
  if (!opened.ok) return ended({ kind: 'stopped', cause: 'credentials', code: opened.refusal.code });
  const { gateway, provider } = opened.value;

  const looked = await lookLast(deps, batch);
  if (looked === null || looked.held) return ended({ kind: 'too_late' });
  const inTime = () => looked.leaseMs() >= gateway.timeoutMs;
  const { messages } = looked;
  const permitted = messages.filter((message) => message.permitted);
  if (permitted.length === 0) {
    const settled = !batch.settling || messages.length === 0;
    return {
      messages,
      result: settled ? { kind: 'answered', outcomes: [] } : { kind: 'uncertain', code: 'nobody_permitted' },
    };
  }
  const request = {
    messages: permitted.map(({ id, phone, generation }) => ({ phone, idx: idxOf(batch.epoch, id, generation) })),
    text: batch.text,
    sender: gateway.sender,
    maxParts: batch.parts,
    reportUrl: `${deps.publicUrl}/callbacks/${gateway.provider}/${gateway.callbackSecret}`,
  };
  return { messages, provider, request, inTime };
}

/**
 * What the database says of this attempt, and how much of its lease is left at any moment after. The lease is measured by the
 * clock that goes on while a process is stopped, and by the one that goes on while a computer sleeps: the stricter counts.
 */
async function lookLast(deps: Pick<Deps, 'db'>, batch: AttemptedBatch) {
  const [steady, wall] = [performance.now(), Date.now()];
  const looked = await inTransaction(deps.db, (tx) => lookBeforeCall(tx, batch));
  if (looked === null) return null;
  const leaseMs = () => looked.leaseMs - Math.max(performance.now() - steady, Date.now() - wall);
  return { ...looked, leaseMs };
}
