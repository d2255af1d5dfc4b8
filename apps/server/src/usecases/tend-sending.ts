import { reclaimBatches } from '../db/batches.ts';
import { finishCampaigns, holdAllCampaigns } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { isHeld } from '../db/instance.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { watchClock } from './watch-clock.ts';

/**
 * What a worker does every second beside sending: a clock that was set back is noticed, batches of dead workers become
 * uncertain, a held database stops everything, campaigns with nothing open end.
 */
export async function tendSending(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<void> {
  await watchClock(deps);
  const lost = await reclaimBatches(deps.db, 'expired');
  for (const batch of lost) deps.log.warn({ batchId: batch.id, campaignId: batch.campaignId }, 'batch.worker_lost');
  await inTransaction(deps.db, async (tx) => {
    const changed = (await isHeld(tx)) ? await holdAllCampaigns(tx) : [];
    const finished = await finishCampaigns(tx, 'all');
    const lostIn = lost.map(({ campaignId, companyId }) => ({ id: campaignId, companyId }));
    for (const campaign of [...changed, ...finished, ...lostIn]) await announceCampaign(tx, campaign);
  });
}

/** At the start of the only program on this database: whatever was under way belongs to nobody any more. */
export async function reclaimAll(deps: Pick<Deps, 'db' | 'log'>): Promise<void> {
  const lost = await reclaimBatches(deps.db, 'all');
  if (lost.length > 0) deps.log.warn({ batches: lost.length }, 'batch.reclaimed_at_start');
}
