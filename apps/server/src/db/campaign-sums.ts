import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** One cell of a campaign's table of both stages. */
export interface SumRow {
  readonly campaignId: number;
  readonly handover: Database['messageLog']['handover'];
  readonly delivery: Database['messageLog']['delivery'];
  readonly messages: number;
  readonly parts: number;
  readonly points: number;
  readonly billedPoints: number;
}

/** How many messages stand where, from the tallies of the batches: a few hundred rows even for a million messages. */
export async function sumCampaigns(db: Db, companyId: number, campaignIds: readonly number[]): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select t.campaign_id, coalesce(nullif(t.outcome, ''), b.state::text) as handover, t.delivery,
      sum(t.messages)::bigint as messages, sum(t.parts)::bigint as parts,
      sum(t.points)::bigint as points, sum(t.billed_points)::bigint as billed_points
    from message_tally t left join batch b on b.id = t.batch_id and t.outcome = ''
    where t.company_id = ${companyId} and t.campaign_id = any(${campaignIds}::bigint[])
    group by 1, 2, 3 having sum(t.messages) <> 0`.execute(db);
  return rows;
}

/** Picked recipients per campaign. */
export async function countRecipients(
  db: Db,
  companyId: number,
  campaignIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ campaignId: number; count: number }>`
    select campaign_id, count(*) as count from recipient
    where company_id = ${companyId} and campaign_id = any(${campaignIds}::bigint[]) group by campaign_id`.execute(db);
  return new Map(rows.map((row) => [row.campaignId, row.count]));
}
