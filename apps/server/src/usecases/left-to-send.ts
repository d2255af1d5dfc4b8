import { sumCampaigns } from '../db/campaign-sums.ts';
import type { Db } from '../db/database.ts';

/** What the messages of a campaign that may still go out will cost, in ten-thousandths of a point. */
export async function leftToSend(
  db: Db,
  campaign: { readonly id: number; readonly companyId: number },
): Promise<number> {
  const sums = await sumCampaigns(db, campaign.companyId, [campaign.id]);
  return sums
    .filter(({ handover }) => handover === 'ready' || handover === 'submitting' || handover === 'uncertain')
    .reduce((total, { points }) => total + points, 0);
}
