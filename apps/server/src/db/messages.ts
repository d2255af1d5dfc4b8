import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import { directoryRevision, type OrderedLists } from './ordered-lists.ts';
import type { Database } from './schema.ts';
import { orFound, type SearchedText } from './searched-text.ts';

export type LogRow = Database['messageLog'] & {
  readonly contractorName: string | null;
  readonly contactName: string | null;
};

/** Which lines of a campaign's log: by either stage, by name or number. */
export interface LogFilter {
  readonly handover?: Database['messageLog']['handover'] | undefined;
  readonly delivery?: Database['messageLog']['delivery'] | undefined;
  readonly q?: SearchedText | undefined;
}

interface LogQuery {
  readonly companyId: number;
  readonly campaignId: number;
  readonly filter: LogFilter;
  readonly limit: number;
}

/** The lines a query means, as a condition on `m`, the contractor `o` and the contact `c`. */
function isMeant({ companyId, campaignId, filter }: Omit<LogQuery, 'limit'>): RawBuilder<unknown> {
  const { handover, delivery, q } = filter;
  const conditions = [sql`m.company_id = ${companyId}`, sql`m.campaign_id = ${campaignId}`];
  if (handover) conditions.push(sql`m.handover = ${handover}`);
  if (delivery) conditions.push(sql`m.delivery = ${delivery}`);
  if (q) conditions.push(sql`(${orFound(q, sql`m.phone`)})`);
  return sql.join(conditions, sql` and `);
}

const LINES = sql`message_log m left join contractor o on o.id = m.contractor_id left join contact c on c.id = m.contact_id`;
const LINE = sql`m.*, o.name as contractor_name, c.name as contact_name`;

/** A page of the log by key, for those who go through all of it. */
export async function listMessages(db: Db, query: LogQuery & { readonly after: number }): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select ${LINE} from ${LINES} where ${isMeant(query)} and m.id > ${query.after} order by m.id limit ${query.limit}`.execute(
    db,
  );
  return rows;
}

export async function countMessages(db: Db, query: LogQuery): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${LINES} where ${isMeant(query)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A page at a row of the log, and how long the log is. */
export async function listMessagesAt(
  db: Db,
  lists: OrderedLists,
  query: LogQuery & { readonly offset: number },
): Promise<{ readonly rows: readonly LogRow[]; readonly total: number }> {
  const { companyId, campaignId, filter } = query;
  const list = await lists.open({
    key: ['messages', companyId, campaignId, filter],
    revision: await logRevision(db, query),
    ids: sql`select m.id from ${filter.q ? LINES : sql`message_log m`} where ${isMeant(query)} order by m.id`,
  });
  const { rows } = await sql<LogRow>`
    select ${LINE} from ${LINES} where m.company_id = ${companyId} and m.id = any(${list.slice(query.offset, query.limit)}::bigint[])
    order by m.id`.execute(db);
  return { rows, total: list.total };
}

/**
 * Changes whenever other lines may be meant. A campaign gets its lines once, when it is frozen; later they only move from stage
 * to stage, forward, or back by a further attempt of their batch. So equal tallies and as many attempts mean: nothing has moved.
 */
async function logRevision(db: Db, { companyId, campaignId, filter }: Omit<LogQuery, 'limit'>): Promise<string> {
  const { rows } = await sql<{ lines: number; outcomes: string | null; batches: string | null }>`
    select coalesce(sum(messages), 0)::bigint as lines, string_agg(concat_ws(' ', outcome, delivery, messages), ',' order by outcome, delivery) as outcomes,
      (select string_agg(concat_ws(' ', state, batches, attempts), ',' order by state) from (
        select state, count(*) as batches, sum(attempt) as attempts from batch where campaign_id = ${campaignId} group by state) as standing) as batches
    from (select outcome, delivery, sum(messages) as messages from message_tally
      where company_id = ${companyId} and campaign_id = ${campaignId} group by 1, 2) as tallies`.execute(db);
  const { lines = 0, ...moves } = rows[0] ?? {};
  const byStage = filter.handover !== undefined || filter.delivery !== undefined;
  return JSON.stringify([lines, byStage && moves, filter.q && (await directoryRevision(db, companyId))]);
}

/** What a contractor was sent, newest first, with the text and the campaign each line belongs to; what was left out has no text. */
export async function listContractorMessages(
  db: Db,
  query: {
    readonly companyId: number;
    readonly contractorId: number;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<(LogRow & { readonly subject: string; readonly text: string | null })[]> {
  return db
    .selectFrom('messageLog as m')
    .innerJoin('campaign as g', 'g.id', 'm.campaignId')
    .leftJoin('contractor as o', 'o.id', 'm.contractorId')
    .leftJoin('contact as c', 'c.id', 'm.contactId')
    .leftJoin('messageText as x', 'x.id', 'm.textId')
    .selectAll('m')
    .select(['o.name as contractorName', 'c.name as contactName', 'g.subject', 'x.body as text'])
    .where('m.companyId', '=', query.companyId)
    .where('m.contractorId', '=', query.contractorId)
    .$if(query.before !== null, (q) => q.where('m.id', '<', query.before ?? 0))
    .orderBy('m.id', 'desc')
    .limit(query.limit)
    .execute();
}

/** The campaigns of messages to a number by their idx; an idx of another database's, or of another epoch, is not in the answer. */
export async function listCampaignsByIdx(
  db: Db,
  to: { readonly companyId: number; readonly phone: string },
  references: readonly { readonly idx: string; readonly messageId: number; readonly epoch: number }[],
): Promise<ReadonlyMap<string, { readonly id: number; readonly subject: string }>> {
  if (references.length === 0) return new Map();
  const column = <K extends 'idx' | 'messageId' | 'epoch'>(name: K) => references.map((reference) => reference[name]);
  const { rows } = await sql<{ idx: string; id: number; subject: string }>`
    select r.idx, c.id, c.subject
    from unnest(${column('idx')}::text[], ${column('messageId')}::bigint[], ${column('epoch')}::bigint[]) as r (idx, message_id, epoch)
    join message m on m.id = r.message_id and m.company_id = ${to.companyId} and m.phone = ${to.phone}
    join batch b on b.id = m.batch_id and b.epoch = r.epoch
    join campaign c on c.id = m.campaign_id`.execute(db);
  return new Map(rows.map(({ idx, ...campaign }) => [idx, campaign]));
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
