import { lockAttempt, releaseBatch, type ClaimedBatch } from '../db/batches.ts';
import { finishCampaigns, pauseRunning } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { applyWaitingReports } from '../db/delivery-reports.ts';
import { recordGatewayError } from '../db/gateways.ts';
import { recordOutcomes, recordRefused, recordTaken, type RecordedOutcome } from '../db/outcomes.ts';
import type { PauseCause } from '../domain/campaign.ts';
import type { MessageOutcome, SubmitResult } from '../providers/provider.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { retryDelayMs } from '../domain/retry-delay.ts';

/** What an attempt came to: the gateway's word, or our own last gate's. */
export type AttemptResult =
  | Exclude<SubmitResult, { kind: 'stopped' }>
  | { readonly kind: 'stopped'; readonly cause: PauseCause; readonly code: string };

type AttemptedBatch = ClaimedBatch & { readonly worker: string };

/** The balance is read this long after a batch, once for all batches in between. */
const BALANCE_DELAY_MS = 3_000;

/**
 * Writes what an attempt came to, set-based and in one transaction. An attempt that no longer owns its batch (its lease ran
 * out and somebody else took over) writes nothing: the other attempt will learn the same from error 53.
 */
export async function recordAttempt(
  deps: Pick<Deps, 'db' | 'clock' | 'queue' | 'log'>,
  batch: AttemptedBatch,
  result: AttemptResult,
): Promise<void> {
  const owned = await inTransaction(deps.db, async (tx) => {
    if (!(await lockAttempt(tx, batch))) return false;
    await write(deps, tx, batch, result);
    await finishCampaigns(tx, [batch.campaignId]);
    await announceCampaign(tx, { id: batch.campaignId, companyId: batch.companyId });
    return true;
  });
  const { batchId, campaignId, attempt } = batch;
  const told = {
    batchId,
    campaignId,
    attempt,
    messages: batch.messages.length,
    result: result.kind,
    code: 'code' in result ? result.code : undefined,
  };
  if (owned) deps.log.info(told, 'batch.recorded');
  else deps.log.warn(told, 'batch.lease_lost');
}

async function write(
  deps: Pick<Deps, 'clock' | 'queue'>,
  tx: Db,
  batch: AttemptedBatch,
  result: AttemptResult,
): Promise<void> {
  const back = batch.settling ? 'uncertain' : 'ready';
  switch (result.kind) {
    case 'answered':
      await recordOutcomes(tx, batch.batchId, outcomesOf(batch, result.outcomes));
      return finish(deps, tx, batch);
    case 'already_taken':
      await recordTaken(tx, batch.batchId);
      return finish(deps, tx, batch);
    case 'refused':
      // While settling a refusal proves nothing about the attempt before: only "answered" and "taken" do.
      if (batch.settling)
        return releaseBatch(tx, batch.batchId, {
          state: 'uncertain',
          cause: result.code,
          retryMs: retryDelayMs(batch.attempt),
        });
      await recordRefused(tx, batch.batchId, result.code);
      return finish(deps, tx, batch);
    case 'uncertain':
      return releaseBatch(tx, batch.batchId, {
        state: 'uncertain',
        cause: result.code,
        retryMs: retryDelayMs(batch.attempt),
      });
    case 'deferred':
      return releaseBatch(tx, batch.batchId, {
        state: back,
        cause: result.code,
        retryMs: Math.max(result.retryAfterMs, retryDelayMs(batch.attempt)),
      });
    case 'stopped': {
      await releaseBatch(tx, batch.batchId, { state: back, cause: null, retryMs: null });
      const until =
        result.cause === 'gateway_down' ? new Date(deps.clock().getTime() + retryDelayMs(batch.attempt)) : null;
      await pauseRunning(tx, batch, { cause: result.cause, code: result.code, until });
      await recordGatewayError(tx, batch.companyId, result.code);
    }
  }
}

async function finish(deps: Pick<Deps, 'clock' | 'queue'>, tx: Db, batch: AttemptedBatch): Promise<void> {
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

/** The gateway's outcomes beside our messages, in order; those withheld while settling were certainly not sent. */
function outcomesOf(batch: AttemptedBatch, outcomes: readonly MessageOutcome[]): RecordedOutcome[] {
  const answers = outcomes[Symbol.iterator]();
  return batch.messages.map(({ id, permitted }): RecordedOutcome => {
    const none = { messageId: id, code: null, providerId: null, parts: null, points: null };
    if (!permitted) return { ...none, outcome: 'excluded', code: 'consent_withdrawn' };
    const answer = answers.next().value;
    if (!answer) throw new Error(`batch ${batch.batchId}: the adapter gave fewer outcomes than messages`);
    return answer.kind === 'accepted'
      ? { ...none, outcome: 'accepted', providerId: answer.providerId, parts: answer.parts, points: answer.points }
      : { ...none, outcome: 'refused', code: answer.code };
  });
}
