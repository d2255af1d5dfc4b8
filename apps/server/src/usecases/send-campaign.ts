import { sumCampaigns } from '../db/campaign-sums.ts';
import { findCampaign, updateCampaign, type CampaignRow } from '../db/campaigns.ts';
import type { Db } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { collectObstacles } from './collect-obstacles.ts';
import { commandCampaign, nothing, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { freeze, type Frozen } from './freeze-campaign.ts';
import { leftToSend } from './left-to-send.ts';
import { quoteCampaign } from './quote-campaign.ts';

/**
 * Sends a campaign: the gate first (it asks the gateway, so outside any transaction), then in one transaction the freeze and
 * the state from which workers take batches. One refusal names everything that stands in the way; nothing is half done.
 */
export async function sendCampaign(
  deps: Deps,
  input: CampaignInput & { readonly expect?: Frozen | undefined },
): Promise<Outcome<void>> {
  const quote = await quoteCampaign(deps, input);
  if (!quote.ok) return quote;
  const allowed = await findCampaign(deps.db, input);
  if (
    allowed &&
    ['draft', 'frozen'].includes(allowed.state) &&
    quote.value.recipients > 0 &&
    quote.value.obstacles.length > 0
  )
    return refuse('sending_barred', { reasons: quote.value.obstacles });
  return commandCampaign(deps, input, 'send', async (tx, campaign) => {
    const frozen =
      campaign.state === 'draft' ? await freeze(deps, tx, campaign) : done(await frozenBefore(tx, campaign));
    if (!frozen.ok) return frozen;
    const shown = input.expect ?? { messages: quote.value.messages, points: quote.value.points };
    if (frozen.value.messages !== shown.messages || frozen.value.points !== shown.points)
      return refuse('quote_changed');
    await updateCampaign(tx, input, { state: 'sending', startedBy: input.actor, startedAt: deps.clock() });
    return nothing;
  });
}

/** Lets a paused campaign go on, through the same gate, for what is left of it. */
export async function resumeCampaign(deps: Deps, input: CampaignInput): Promise<Outcome<void>> {
  const campaign = await findCampaign(deps.db, input);
  if (campaign?.state === 'paused') {
    const points = await leftToSend(deps.db, campaign);
    const { obstacles } = await collectObstacles(deps, input.companyId, { points });
    if (obstacles.length > 0) return refuse('sending_barred', { reasons: obstacles });
  }
  return commandCampaign(deps, input, 'resume', async (tx) => {
    await updateCampaign(tx, input, {
      state: 'sending',
      pauseCause: null,
      pauseCode: null,
      pauseUntil: null,
      pausedAt: null,
      pauseChecks: 0,
    });
    return nothing;
  });
}

async function frozenBefore(tx: Db, campaign: CampaignRow): Promise<Frozen> {
  const sums = await sumCampaigns(tx, campaign.companyId, [campaign.id]);
  const sent = sums.filter(({ handover }) => handover !== 'excluded');
  return {
    messages: sent.reduce((sum, row) => sum + row.messages, 0),
    points: sent.reduce((sum, row) => sum + row.points, 0),
  };
}
