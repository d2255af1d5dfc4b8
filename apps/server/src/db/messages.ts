import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type LogRow = Database['messageLog'] & {
  readonly contractorName: string | null;
  readonly contactName: string | null;
};

export interface LogQuery {
  readonly companyId: number;
  readonly campaignId: number;
  readonly after: number;
  readonly offset: number;
  readonly limit: number;
  readonly handover?: Database['messageLog']['handover'];
  readonly delivery?: Database['messageLog']['delivery'];
  /** Part of a number, or of the folded name of a contractor. */
  readonly q?: { readonly digits: string; readonly folded: string };
}

/** The lines of a campaign's log that a query means. */
const linesOf = (db: Db, query: LogQuery) =>
  db
    .selectFrom('messageLog as m')
    .leftJoin('contractor as o', 'o.id', 'm.contractorId')
    .leftJoin('contact as c', 'c.id', 'm.contactId')
    .where('m.companyId', '=', query.companyId)
    .where('m.campaignId', '=', query.campaignId)
    .where('m.id', '>', query.after)
    .$if(query.handover !== undefined, (q) => q.where('m.handover', '=', query.handover ?? 'ready'))
    .$if(query.delivery !== undefined, (q) => q.where('m.delivery', '=', query.delivery ?? 'none'))
    .$if(query.q !== undefined, (q) =>
      q.where((eb) =>
        eb.or([
          eb('o.search', 'like', `%${escapeLike(query.q?.folded ?? '')}%`),
          ...(query.q?.digits ? [eb('m.phone', 'like', `%${query.q.digits}%`)] : []),
        ]),
      ),
    );

/** A page of the log, by key or at a row. */
export async function listMessages(db: Db, query: LogQuery): Promise<LogRow[]> {
  return linesOf(db, query)
    .selectAll('m')
    .select(['o.name as contractorName', 'c.name as contactName'])
    .orderBy('m.id')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
}

export async function countMessages(db: Db, query: LogQuery): Promise<number> {
  const { count } = await linesOf(db, query)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What a contractor was sent, newest first, with the campaign each line belongs to. */
export async function listContractorMessages(
  db: Db,
  query: {
    readonly companyId: number;
    readonly contractorId: number;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<(LogRow & { readonly subject: string })[]> {
  return db
    .selectFrom('messageLog as m')
    .innerJoin('campaign as g', 'g.id', 'm.campaignId')
    .leftJoin('contractor as o', 'o.id', 'm.contractorId')
    .leftJoin('contact as c', 'c.id', 'm.contactId')
    .selectAll('m')
    .select(['o.name as contractorName', 'c.name as contactName', 'g.subject'])
    .where('m.companyId', '=', query.companyId)
    .where('m.contractorId', '=', query.contractorId)
    .$if(query.before !== null, (q) => q.where('m.id', '<', query.before ?? 0))
    .orderBy('m.id', 'desc')
    .limit(query.limit)
    .execute();
}

/** LIKE's own characters, taken literally. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

export async function insertMessageText(
  tx: Db,
  text: {
    readonly companyId: number;
    readonly campaignId: number;
    readonly body: string;
    readonly encoding: 'gsm7' | 'ucs2';
    readonly units: number;
    readonly parts: number;
  },
): Promise<number> {
  const { id } = await tx.insertInto('messageText').values(text).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Messages of a campaign accepted before a moment that still await a report and whose id at the gateway is known. */
export async function listAwaited(
  db: Db,
  query: {
    readonly companyId: number;
    readonly campaignId: number;
    readonly acceptedBefore: Date;
    readonly after: number;
    readonly limit: number;
  },
): Promise<{ id: number; providerId: string }[]> {
  const { rows } = await sql<{ id: number; providerId: string }>`
    select id, provider_id from message
    where company_id = ${query.companyId} and campaign_id = ${query.campaignId} and id > ${query.after}
      and outcome = 'accepted' and delivery in ('none', 'pending') and provider_id is not null
      and accepted_at <= ${query.acceptedBefore}
    order by id limit ${query.limit}`.execute(db);
  return rows;
}

/** Gives up waiting: accepted before `before` and still without a final report (design section 3). */
export async function closeUnreported(db: Db, before: Date): Promise<{ campaignId: number; companyId: number }[]> {
  const { rows } = await sql<{ campaignId: number; companyId: number }>`
    with closed as (
      update message set delivery = 'no_report', reported_at = now()
      where outcome = 'accepted' and delivery in ('none', 'pending') and accepted_at < ${before}
        and campaign_id in (select id from campaign where state in ('sending', 'paused', 'cancelled', 'finished')
          and exists (select from message_tally t where t.campaign_id = campaign.id and t.outcome = 'accepted'
            and t.delivery in ('none', 'pending') and t.messages > 0))
      returning campaign_id, company_id
    )
    select distinct campaign_id, company_id from closed`.execute(db);
  return rows;
}
