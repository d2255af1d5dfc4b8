import { recordAudit } from '../db/audit-events.ts';
import { findCampaign, insertCampaign, type CampaignRow } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { copyRecipients } from '../db/recipients.ts';
import { refreshStatistics } from '../db/statistics.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { announceCampaign, type CampaignInput } from './command-campaign.ts';
import type { Deps } from './deps.ts';

/** *Powiel*: a new draft with the same text and recipients. Who may be sent to is asked anew when that one is sent. */
export async function duplicateCampaign(deps: Pick<Deps, 'db'>, input: CampaignInput): Promise<Outcome<CampaignRow>> {
  const { companyId, campaignId, actor } = input;
  const outcome = await inTransaction(deps.db, async (tx) => {
    const original = await findCampaign(tx, input);
    if (!original) return refuse('not_found');
    const { subject, body, withoutPolish } = original;
    const campaign = await insertCampaign(tx, { companyId, subject, body, withoutPolish, createdBy: actor });
    const copied = await copyRecipients(tx, { companyId, campaignId }, campaign.id);
    const subjectOfAudit = `campaign:${campaign.id}`;
    await recordAudit(tx, { companyId, actor, action: 'campaign.duplicate', subject: subjectOfAudit });
    await announceCampaign(tx, campaign);
    return done({ campaign, copied });
  });
  if (!outcome.ok) return outcome;
  await refreshStatistics(deps.db, 'recipient', outcome.value.copied);
  return done(outcome.value.campaign);
}
