import { recordAudit } from '../db/audit-events.ts';
import { insertCampaign, type CampaignRow } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Actor, Deps } from './deps.ts';

/** A new draft. */
export async function createCampaign(
  deps: Pick<Deps, 'db'>,
  input: {
    readonly companyId: number;
    readonly actor: Actor;
    readonly subject: string;
    readonly body: string;
    readonly withoutPolish: boolean;
  },
): Promise<CampaignRow> {
  return inTransaction(deps.db, async (tx) => {
    const { actor, ...fields } = input;
    const campaign = await insertCampaign(tx, { ...fields, createdBy: actor });
    await recordAudit(tx, {
      companyId: input.companyId,
      actor,
      action: 'campaign.create',
      subject: `campaign:${campaign.id}`,
    });
    await announceCampaign(tx, campaign);
    return campaign;
  });
}
