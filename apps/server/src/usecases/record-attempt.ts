import { lockAttempt, releaseBatch } from '../db/batches.ts';
import { finishCampaigns } from '../db/campaigns.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { slowDown } from '../db/gateway-pace.ts';
import { recordRefused, recordTaken } from '../db/outcomes.ts';
import { idxRange } from '../domain/message-idx.ts';
import { retryDelayMs } from '../domain/retry-delay.ts';
import { troubleIn, type AttemptedBatch, type AttemptResult, type RecordDeps } from './attempt-result.ts';
import { announceCampaign } from './command-campaign.ts';
import { finishBatch, halveBatch, writeOutcomes } from './finish-batch.ts';
import { judgeGateway } from './judge-gateway.ts';
import { noteGatewayTrouble } from './note-gateway-trouble.ts';
import { logPaused, type Paused } from './pause-campaigns.ts';
import { sortOutcomes } from './sort-outcomes.ts';

/** What there is to tell once it is committed. */
interface News {
  readonly paused: Paused | null;
  /** Requests per second from now on, when the gateway asked for fewer. */
  readonly slowedTo: number | null;
}

/**
 * Writes what an attempt came to, set-based and in one transaction. An attempt that no longer owns its batch (its lease ran
 * out and somebody else took over) writes nothing: the other attempt will learn the same from error 53.
 */
export async function recordAttempt(deps: RecordDeps, batch: AttemptedBatch, result: AttemptResult): Promise<void> {
  const news = await inTransaction(deps.db, async (tx) => {
    if (!(await lockAttempt(tx, batch))) return null;
    const slowedTo = await write(deps, tx, batch, result);
    const paused = await judgeGateway(deps, tx, batch, result);
    await finishCampaigns(tx, [batch.campaignId]);
    await announceCampaign(tx, { id: batch.campaignId, companyId: batch.companyId });
    return { paused, slowedTo };
  });
  tell(deps, batch, result, news);
  const code = news === null ? null : troubleIn(result);
  const { companyId, gatewayId } = batch;
  // After the commit: what the attempt came to stands, whatever becomes of this.
  if (code !== null) await noteGatewayTrouble(deps, { companyId, gatewayId, operation: 'send', code });
}

function tell(deps: RecordDeps, batch: AttemptedBatch, result: AttemptResult, news: News | null): void {
  const { batchId, campaignId, attempt } = batch;
  const told = {
    batchId,
    campaignId,
    attempt,
    ...idxRange(batch.epoch, batch.messages),
    messages: batch.messages.length,
    result: result.kind,
    code: 'code' in result ? result.code : undefined,
  };
  if (news === null) return deps.log.warn(told, 'batch.lease_lost');
  deps.log.info(told, 'batch.recorded');
  if (news.slowedTo !== null)
    deps.log.warn({ gatewayId: batch.gatewayId, requestsPerSecond: news.slowedTo }, 'gateway.slowed');
  logPaused(deps, news.paused);
}

/** The batch and its messages; returns the gateway's new rate when it asked for fewer requests. */
async function write(deps: RecordDeps, tx: Db, batch: AttemptedBatch, result: AttemptResult): Promise<number | null> {
  const back = batch.settling ? 'uncertain' : 'ready';
  const retryMs = retryDelayMs(batch.attempt, Math.random());
  switch (result.kind) {
    case 'answered': {
      await writeOutcomes(deps, tx, batch, sortOutcomes(batch, result.outcomes));
      return null;
    }
    case 'already_taken':
      await recordTaken(tx, batch.batchId);
      await finishBatch(deps, tx, batch);
      return null;
    case 'refused':
      // While settling a refusal proves nothing about the attempt before: only "answered" and "taken" do.
      if (batch.settling) await releaseBatch(tx, batch.batchId, { state: 'uncertain', cause: result.code, retryMs });
      else {
        await recordRefused(tx, batch.batchId, result.code);
        await finishBatch(deps, tx, batch);
      }
      return null;
    case 'too_large':
      await halveBatch(deps, tx, batch, result.code);
      return null;
    case 'uncertain': {
      const askedMs = 'retryAfterMs' in result ? (result.retryAfterMs ?? 0) : 0;
      await releaseBatch(tx, batch.batchId, {
        state: 'uncertain',
        cause: result.code,
        retryMs: Math.max(askedMs, retryMs),
      });
      return null;
    }
    case 'unreachable':
      await releaseBatch(tx, batch.batchId, { state: back, cause: result.code, retryMs });
      return null;
    case 'deferred':
      await releaseBatch(tx, batch.batchId, {
        state: back,
        cause: result.code,
        retryMs: Math.max(result.retryAfterMs, retryMs),
      });
      return null;
    case 'throttled': {
      const pauseMs = result.retryAfterMs ?? 0;
      await releaseBatch(tx, batch.batchId, { state: back, cause: result.code, retryMs: Math.max(pauseMs, retryMs) });
      return slowDown(tx, { gatewayId: batch.gatewayId, claimedAt: batch.claimedAt, pauseMs });
    }
    case 'not_asked':
    case 'too_late':
    case 'stopped':
      await releaseBatch(tx, batch.batchId, { state: back, cause: null, retryMs: null });
      return null;
  }
}
