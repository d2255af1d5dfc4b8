import { countRecipients } from '../db/campaign-sums.ts';
import { updateCampaign } from '../db/campaigns.ts';
import { addRecipients, dropRecipients as dropRows, type Dropped, type Picked } from '../db/recipients.ts';
import { refreshStatistics } from '../db/statistics.ts';
import { exclusionReason } from '../domain/exclusion.ts';
import type { Reason } from '../domain/reason.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import { commandCampaign, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';

export interface Exclusion {
  readonly reason: Reason;
  readonly count: number;
}

export interface PickResult {
  readonly added: number;
  readonly already: number;
  readonly leftOut: readonly Exclusion[];
  readonly recipients: number;
}

/** Adds contacts to a draft; those that may not be sent to are not proposed unless asked for (S6), and are counted by reason. */
export async function pickRecipients(
  deps: Pick<Deps, 'db'>,
  input: CampaignInput & { readonly picked: Picked; readonly eligibleOnly: boolean },
): Promise<Outcome<PickResult>> {
  const result = await commandCampaign(deps, input, 'edit', async (tx, campaign) => {
    const counts = await addRecipients(tx, { ...input, purpose: campaign.purpose }, input.picked, input.eligibleOnly);
    await updateCampaign(tx, input, {});
    const recipients = (await countRecipients(tx, input.companyId, [input.campaignId])).get(input.campaignId) ?? 0;
    const isProposed = ({ reason }: { readonly reason: string | null }) =>
      reason === null || (!input.eligibleOnly && reason !== 'no_contact');
    const proposed = counts.filter(isProposed);
    const added = proposed.reduce((sum, row) => sum + row.added, 0);
    return done({
      added,
      already: proposed.reduce((sum, row) => sum + row.picked, 0) - added,
      leftOut: exclusionsOf(
        counts.filter((row) => !isProposed(row)).map(({ reason, picked: count }) => ({ reason, count })),
      ),
      recipients,
    });
  });
  if (result.ok) await refreshStatistics(deps.db, 'recipient', result.value.added);
  return result;
}

/** Takes contacts out of a draft: named ones, or those that a filter means at this moment. */
export async function dropRecipients(
  deps: Pick<Deps, 'db'>,
  input: CampaignInput & { readonly meant: Dropped },
): Promise<Outcome<{ dropped: number; recipients: number }>> {
  return commandCampaign(deps, input, 'edit', async (tx) => {
    const dropped = await dropRows(tx, input, input.meant);
    await updateCampaign(tx, input, {});
    const recipients = (await countRecipients(tx, input.companyId, [input.campaignId])).get(input.campaignId) ?? 0;
    return done({ dropped, recipients });
  });
}

/** Counts by reason, for people; rows without a reason are those who get the message. */
export function exclusionsOf(
  counts: readonly { readonly reason: string | null; readonly count: number }[],
): readonly Exclusion[] {
  return counts.flatMap(({ reason: code, count }) => {
    const reason = code === null ? null : exclusionReason(code);
    return reason && count > 0 ? [{ reason, count }] : [];
  });
}
