import type { Db } from '../db/database.ts';
import { lockRunning, pauseRunning } from '../db/pauses.ts';
import type { PauseCause } from '../domain/campaign.ts';
import { nextCheckAt } from '../domain/pause-check.ts';
import type { StopProof } from '../domain/pause-rules.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** What has been paused, to be logged once after the commit. */
export interface Paused {
  readonly campaignIds: readonly number[];
  readonly cause: PauseCause;
  readonly code: string | null;
  readonly nextCheckAt: Date | null;
}

/**
 * Stops every running campaign that the cause concerns: one, all of a company, or all. They share the next look at the cause;
 * those that have just gone on in vain are looked at later than the time before. Null when none was running.
 */
export async function pauseCampaigns(
  deps: Pick<Deps, 'clock'>,
  tx: Db,
  which: { readonly companyId?: number; readonly campaignId?: number },
  stop: { readonly cause: PauseCause; readonly code: string | null; readonly proof: StopProof | null },
): Promise<Paused | null> {
  const running = await lockRunning(tx, which);
  if (running.length === 0) return null;
  const at = deps.clock();
  const vain = Math.max(...running.map(({ pauseChecks }) => pauseChecks));
  const next = nextCheckAt({ ...stop, pausedAt: at, vain }, at, Math.random());
  const campaignIds = running.map(({ id }) => id);
  await pauseRunning(tx, campaignIds, { cause: stop.cause, code: stop.code, at, nextCheckAt: next });
  for (const campaign of running) await announceCampaign(tx, campaign);
  return { campaignIds, cause: stop.cause, code: stop.code, nextCheckAt: next };
}

/** One line for a pause, however many campaigns it stops. */
export function logPaused(deps: Pick<Deps, 'log'>, paused: Paused | null): void {
  if (paused) deps.log.warn(paused, 'campaign.paused');
}
