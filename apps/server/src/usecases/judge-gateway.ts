import type { Db } from '../db/database.ts';
import { closeBreaker, countFailure } from '../db/gateway-pace.ts';
import { findGateway, recordGatewayError } from '../db/gateways.ts';
import { forgetVainChecks } from '../db/pauses.ts';
import { isOpen } from '../domain/breaker.ts';
import { proofOfPause } from '../domain/pause-check.ts';
import { signOf, type AttemptedBatch, type AttemptResult, type RecordDeps } from './attempt-result.ts';
import { pauseCampaigns, type Paused } from './pause-campaigns.ts';

type Stop = Extract<AttemptResult, { readonly kind: 'stopped' }>;

/** What the attempt means for others: an account that is barred, a gateway in trouble, or one that is well again. */
export async function judgeGateway(
  deps: RecordDeps,
  tx: Db,
  batch: AttemptedBatch,
  result: AttemptResult,
): Promise<Paused | null> {
  const sign = signOf(result);
  if (sign === 'answered') await closeBreaker(tx, batch.gatewayId);
  if (result.kind === 'answered' || result.kind === 'already_taken') await forgetVainChecks(tx, batch.campaignId);
  if (result.kind === 'stopped') return pauseStopped(deps, tx, batch, result);
  if (sign !== 'failed' || !isOpen(await countFailure(tx, batch.gatewayId))) return null;
  const code = 'code' in result ? result.code : null;
  if (code !== null) await recordGatewayError(tx, batch.companyId, code);
  return pauseCampaigns(deps, tx, { companyId: batch.companyId }, { cause: 'gateway_down', code, proof: 'answer' });
}

async function pauseStopped(deps: RecordDeps, tx: Db, batch: AttemptedBatch, stop: Stop): Promise<Paused | null> {
  const { cause, code } = stop;
  const { companyId, campaignId } = batch;
  if (cause !== 'entitlement') await recordGatewayError(tx, companyId, code);
  const gateway = await findGateway(tx, companyId);
  const byAdapter = deps.providers.get(gateway?.provider ?? '')?.proofOf(code) ?? null;
  const onlyThis = 'reach' in stop && stop.reach === 'campaign';
  const which = onlyThis ? { companyId, campaignId } : { companyId };
  return pauseCampaigns(deps, tx, which, { cause, code, proof: proofOfPause(cause, code, byAdapter) });
}
