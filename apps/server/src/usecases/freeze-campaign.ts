import { freezeAudience } from '../db/audience.ts';
import { updateCampaign, type CampaignRow } from '../db/campaigns.ts';
import type { Db } from '../db/database.ts';
import { findGateway } from '../db/gateways.ts';
import { insertMessageText } from '../db/messages.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { commandCampaign, nothing, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { textObstacles, textOf } from './quote-campaign.ts';

export interface Frozen {
  readonly messages: number;
  readonly points: number;
}

/** Freezes a draft: from here on recipients, text and price are what will be sent (design section 4, step 1). */
export async function freezeCampaign(
  deps: Pick<Deps, 'db' | 'clock' | 'providers'>,
  input: CampaignInput,
): Promise<Outcome<void>> {
  return commandCampaign(deps, input, 'freeze', async (tx, campaign) => {
    const frozen = await freeze(deps, tx, campaign);
    if (!frozen.ok) return frozen;
    await updateCampaign(tx, input, { state: 'frozen' });
    return nothing;
  });
}

/** Writes one row per recipient inside the caller's transaction and verifies the counts. */
export async function freeze(
  deps: Pick<Deps, 'clock' | 'providers'>,
  tx: Db,
  campaign: CampaignRow,
): Promise<Outcome<Frozen>> {
  const { companyId, id: campaignId } = campaign;
  const gateway = await findGateway(tx, companyId);
  if (!gateway) return refuse('gateway_missing');
  const text = textOf(deps, campaign, gateway);
  const obstacles = textObstacles(campaign, text, gateway);
  if (!text.withinLimit) return refuse('text_too_long');
  if (obstacles.length > 0) return refuse('too_many_parts');
  const { body, encoding, units, parts } = text;
  const textId = await insertMessageText(tx, { companyId, campaignId, body, encoding, units, parts });
  const points = parts * gateway.partPrice;
  const counts = await freezeAudience(
    tx,
    { companyId, campaignId },
    { gatewayId: gateway.id, textId, batchSize: gateway.batchSize, parts, points },
  );
  if (counts.written !== counts.recipients)
    throw new Error(`campaign ${campaignId}: ${counts.recipients} recipients gave ${counts.written} rows`);
  if (counts.messages === 0) return refuse('nobody_left');
  await updateCampaign(tx, { companyId, campaignId }, { frozenAt: deps.clock(), audienceHash: counts.audienceHash });
  return done({ messages: counts.messages, points: counts.messages * points });
}
