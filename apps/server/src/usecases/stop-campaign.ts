import { cancelReadyBatches } from '../db/batches.ts';
import { updateCampaign } from '../db/campaigns.ts';
import type { Outcome } from '../domain/refusal.ts';
import { commandCampaign, nothing, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** No batch is taken after this; those under way come to their end. */
export async function pauseCampaign(deps: Pick<Deps, 'db' | 'clock'>, input: CampaignInput): Promise<Outcome<void>> {
  return commandCampaign(deps, input, 'pause', async (tx) => {
    await updateCampaign(tx, input, {
      state: 'paused',
      pauseCause: 'user',
      pauseCode: null,
      pauseUntil: null,
      pausedAt: deps.clock(),
    });
    return nothing;
  });
}

/** Cancels every message that has certainly not gone out. What is under way or uncertain keeps its state and its reports. */
export async function cancelCampaign(deps: Pick<Deps, 'db' | 'clock'>, input: CampaignInput): Promise<Outcome<void>> {
  return commandCampaign(deps, input, 'cancel', async (tx) => {
    await cancelReadyBatches(tx, input.campaignId);
    await updateCampaign(tx, input, {
      state: 'cancelled',
      pauseCause: null,
      pauseCode: null,
      pauseUntil: null,
      pausedAt: null,
      finishedAt: deps.clock(),
    });
    return nothing;
  });
}
