import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import { barredFor, joinRights } from './eligibility.ts';

interface CampaignKey {
  readonly companyId: number;
  readonly campaignId: number;
}

/**
 * The picked contacts of a campaign with the reason for which each would be left out. One rule, three readers:
 * the list of recipients, the quote and the freeze.
 */
function judged({ companyId, campaignId }: CampaignKey): RawBuilder<unknown> {
  return sql`
    select c.id as contact_id, c.contractor_id, c.phone,
      coalesce(${barredFor}, case when row_number() over (partition by c.phone order by c.id) > 1 then 'duplicate_number' end) as reason
    from recipient r
    join campaign g on g.id = r.campaign_id and g.company_id = r.company_id
    join contact c on c.id = r.contact_id and c.company_id = r.company_id
    ${joinRights(sql`g.purpose`)}
    where r.company_id = ${companyId} and r.campaign_id = ${campaignId}`;
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

export async function listAudience(
  db: Db,
  key: CampaignKey,
  page: { readonly after: number; readonly offset: number; readonly limit: number },
): Promise<AudienceRow[]> {
  const { rows } = await sql<AudienceRow>`
    select a.contact_id, a.contractor_id, o.name as contractor_name, c.name as contact_name, a.phone, a.reason
    from (${judged(key)}) a join contact c on c.id = a.contact_id join contractor o on o.id = a.contractor_id
    where a.contact_id > ${page.after} order by a.contact_id limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows;
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
