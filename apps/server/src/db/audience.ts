import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import { barredFor, joinRights } from './eligibility.ts';
import { directoryRevision, type OrderedLists } from './ordered-lists.ts';
import { orFound, type SearchedText } from './searched-text.ts';

interface CampaignKey {
  readonly companyId: number;
  readonly campaignId: number;
}

/**
 * The picked contacts of a campaign with the reason for which each would be left out. One rule for all who ask: the list of
 * recipients, the quote and the freeze. With `only` just those contacts are judged, the others of a number still counting.
 */
function judged({ companyId, campaignId }: CampaignKey, only?: RawBuilder<unknown>): RawBuilder<unknown> {
  const meant = only ? sql`and c.id in (${only})` : sql``;
  return sql`
    select c.id as contact_id, c.contractor_id, c.phone,
      coalesce(${barredFor}, case when row_number() over (partition by c.phone order by c.id) > 1 then 'duplicate_number' end) as reason
    from recipient r
    join campaign g on g.id = r.campaign_id and g.company_id = r.company_id
    join contact c on c.id = r.contact_id and c.company_id = r.company_id
    ${joinRights(sql`g.purpose`)}
    where r.company_id = ${companyId} and r.campaign_id = ${campaignId} ${meant}`;
}

/** How many would get a message, and how many are left out for which reason. */
export async function countAudience(db: Db, key: CampaignKey): Promise<{ reason: string | null; count: number }[]> {
  const { rows } = await sql<{ reason: string | null; count: number }>`
    select reason, count(*) as count from (${judged(key)}) a group by reason order by count desc`.execute(db);
  return rows;
}

export interface AudienceRow {
  readonly contactId: number;
  readonly contractorId: number;
  readonly contractorName: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly reason: string | null;
}

/** Which of the picked contacts: a number or a name, those left out for a reason, or `none`: those who get the message. */
export interface AudienceFilter {
  readonly q?: SearchedText | undefined;
  readonly obstacle?: string | undefined;
}

/** The contacts a filter means, as a query of `id`, in the order of the list: by contractor as people sort, then as picked. */
export function audienceIds(key: CampaignKey, { q, obstacle }: AudienceFilter): RawBuilder<unknown> {
  const from =
    obstacle === undefined
      ? sql`recipient a`
      : sql`(select contact_id from (${judged(key)}) j where reason is not distinct from ${obstacle === 'none' ? null : obstacle}) a`;
  const picked =
    obstacle === undefined ? sql`a.company_id = ${key.companyId} and a.campaign_id = ${key.campaignId}` : sql`true`;
  const found = q ? sql`and (${orFound(q, sql`c.phone`)})` : sql``;
  return sql`
    select a.contact_id as id from ${from} join contact c on c.id = a.contact_id join contractor o on o.id = c.contractor_id
    where ${picked} ${found} order by o.name_key, o.id, c.id`;
}

/** A page at a row of the list, and how long the list is. */
export async function listAudienceAt(
  db: Db,
  lists: OrderedLists,
  query: CampaignKey & { readonly filter: AudienceFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly AudienceRow[]; readonly total: number }> {
  const list = await lists.open({
    key: ['audience', query.companyId, query.campaignId, query.filter],
    revision: await audienceRevision(db, query),
    ids: audienceIds(query, query.filter),
  });
  return { rows: await readAudience(db, query, list.slice(query.offset, query.limit)), total: list.total };
}

/** Changes with every pick and drop, and with the directory that the picked are judged by. */
async function audienceRevision(db: Db, { companyId, campaignId }: CampaignKey): Promise<string> {
  const { rows } = await sql<{ version: number }>`
    select version from campaign where company_id = ${companyId} and id = ${campaignId}`.execute(db);
  return `${rows[0]?.version ?? 0} ${await directoryRevision(db, companyId)}`;
}

/** Those contacts in this order. Whoever has the same number as one of them is judged too: only one of them gets the message. */
async function readAudience(db: Db, key: CampaignKey, ids: readonly number[]): Promise<AudienceRow[]> {
  const page = sql`select unnest(${ids}::bigint[])`;
  const samePhone = sql`
    select twin.id from contact c join contact twin on twin.company_id = c.company_id and twin.phone = c.phone
    where c.company_id = ${key.companyId} and c.id in (${page})`;
  const { rows } = await sql<AudienceRow>`
    select a.contact_id, a.contractor_id, o.name as contractor_name, c.name as contact_name, a.phone, a.reason
    from unnest(${ids}::bigint[]) with ordinality as page(id, nr)
    join (${judged(key, sql`${page} union ${samePhone}`)}) a on a.contact_id = page.id
    join contact c on c.id = a.contact_id join contractor o on o.id = a.contractor_id
    order by page.nr`.execute(db);
  return rows;
}

/** A page by key, for those who go through everybody. */
export async function listAudience(
  db: Db,
  key: CampaignKey,
  page: { readonly after: number; readonly limit: number },
): Promise<AudienceRow[]> {
  const { rows } = await sql<{ contactId: number }>`
    select contact_id from recipient where company_id = ${key.companyId} and campaign_id = ${key.campaignId}
      and contact_id > ${page.after} order by contact_id limit ${page.limit}`.execute(db);
  return readAudience(
    db,
    key,
    rows.map(({ contactId }) => contactId),
  );
}

/**
 * Freezes the audience in one statement, so that everything is judged at one moment: every recipient becomes a message
 * row, those left out too, with their reason; the others are dealt into batches of `batchSize`. The epoch of their idx is that of
 * this moment: a restored copy of these very rows asks with the same idx (ADR 0010). The audience hash is the SHA-256 of
 * the numbers in order.
 */
export async function freezeAudience(
  tx: Db,
  key: CampaignKey,
  plan: {
    readonly gatewayId: number;
    readonly textId: number;
    readonly batchSize: number;
    readonly parts: number;
    readonly points: number;
  },
): Promise<{ recipients: number; messages: number; written: number; audienceHash: Buffer | null }> {
  const { rows } = await sql<{ recipients: number; messages: number; written: number; audienceHash: Buffer | null }>`
    with judged as materialized (${judged(key)}),
    dealt as (
      select *, case when reason is null then (row_number() over (partition by reason is null order by contact_id) - 1) / ${plan.batchSize}::int end as deal
      from judged
    ),
    new_batch as (
      insert into batch (company_id, campaign_id, gateway_id, text_id, epoch)
      select ${key.companyId}::bigint, ${key.campaignId}::bigint, ${plan.gatewayId}::bigint, ${plan.textId}::bigint, i.epoch
      from instance i, generate_series(0, (select max(deal) from dealt))
      returning id
    ),
    numbered as (select id, row_number() over (order by id) - 1 as deal from new_batch),
    written as (
      insert into message (company_id, campaign_id, batch_id, text_id, contractor_id, contact_id, phone, outcome, outcome_code, left_out, parts, points)
      select ${key.companyId}::bigint, ${key.campaignId}::bigint, n.id, case when d.reason is null then ${plan.textId}::bigint end,
        d.contractor_id, d.contact_id, d.phone,
        case when d.reason is not null then 'excluded'::message_outcome end, d.reason, d.reason is not null,
        case when d.reason is null then ${plan.parts}::smallint else 0 end, case when d.reason is null then ${plan.points}::bigint else 0 end
      from dealt d left join numbered n on n.deal = d.deal
      order by d.deal nulls last, d.contact_id
      returning 1
    )
    select (select count(*) from recipient where campaign_id = ${key.campaignId}) as recipients,
      (select count(*) from judged where reason is null) as messages,
      (select count(*) from written) as written,
      (select sha256(convert_to(string_agg(phone, ',' order by phone), 'UTF8')) from judged where reason is null) as audience_hash`.execute(
    tx,
  );
  const frozen = rows[0];
  if (!frozen) throw new Error('freezing gave no counts');
  return frozen;
}
