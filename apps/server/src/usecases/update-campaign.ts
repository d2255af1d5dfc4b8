import { deleteCampaign as deleteRow, updateCampaign as updateRow } from '../db/campaigns.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { commandCampaign, nothing, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** Changes a draft. A stale `version` is refused, so that two people do not overwrite each other. */
export async function updateCampaign(
  deps: Pick<Deps, 'db'>,
  input: CampaignInput & {
    readonly subject?: string | undefined;
    readonly body?: string | undefined;
    readonly withoutPolish?: boolean | undefined;
    readonly version?: number | undefined;
  },
): Promise<Outcome<void>> {
  return commandCampaign(deps, input, 'edit', async (tx, campaign) => {
    if (input.version !== undefined && input.version !== campaign.version) return refuse('campaign_changed_meanwhile');
    await updateRow(tx, input, {
      subject: input.subject ?? campaign.subject,
      body: input.body ?? campaign.body,
      withoutPolish: input.withoutPolish ?? campaign.withoutPolish,
    });
    return nothing;
  });
}

/** Deletes a draft with its list of recipients. What was frozen stays: it is the proof of what was sent. */
export async function deleteCampaign(deps: Pick<Deps, 'db'>, input: CampaignInput): Promise<Outcome<void>> {
  return commandCampaign(deps, input, 'edit', async (tx) => done(await deleteRow(tx, input)));
}
