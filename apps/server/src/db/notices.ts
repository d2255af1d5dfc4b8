import { sql } from 'kysely';
import type { CampaignRow } from './campaigns.ts';
import type { Db } from './database.ts';

/** What of each kind is read at most: these are news, not a list to work through. */
const MOST = 20;

export type PausedRow = Pick<CampaignRow, 'id' | 'subject' | 'pauseCause' | 'pauseCode' | 'pausedAt' | 'pauseUntil'>;

/** Campaigns that stand for a cause no person chose, those that stand shortest first. */
export async function listPausedCampaigns(db: Db, companyId: number): Promise<PausedRow[]> {
  return db
    .selectFrom('campaign')
    .select(['id', 'subject', 'pauseCause', 'pauseCode', 'pausedAt', 'pauseUntil'])
    .where('companyId', '=', companyId)
    .where('state', '=', 'paused')
    .where('pauseCause', '!=', 'user')
    .orderBy('pausedAt', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}

export interface FinishedRow {
  readonly id: number;
  readonly subject: string;
  readonly finishedAt: Date;
  readonly messages: number;
  readonly delivered: number;
}

/** Campaigns that ended after a moment, newest first, with what became of them (from the tallies). */
export async function listFinishedCampaigns(db: Db, companyId: number, after: Date): Promise<FinishedRow[]> {
  const { rows } = await sql<FinishedRow>`
    select c.id, c.subject, c.finished_at, coalesce(s.messages, 0) as messages, coalesce(s.delivered, 0) as delivered
    from (select id, subject, finished_at from campaign
      where company_id = ${companyId} and state = 'finished' and finished_at > ${after}
      order by finished_at desc, id desc limit ${MOST}) c
    left join lateral (
      select sum(t.messages) filter (where t.outcome <> 'excluded')::bigint as messages,
        sum(t.messages) filter (where t.delivery = 'delivered')::bigint as delivered
      from message_tally t where t.campaign_id = c.id) s on true
    order by c.finished_at desc, c.id desc`.execute(db);
  return rows;
}
