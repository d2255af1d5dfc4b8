import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { DeliveryState } from '../domain/delivery.ts';

export interface IncomingReport {
  readonly companyId: number;
  readonly gatewayId: number;
  /** The gateway's id of the message; empty when the report names none. */
  readonly providerId: string;
  readonly idx: string | null;
  /** The message an idx of ours names, the epoch it was made in, and how often the message had been sent again. */
  readonly messageId: number | null;
  readonly epoch: number | null;
  readonly generation: number | null;
  readonly statusCode: number | null;
  readonly statusName: string | null;
  readonly delivery: DeliveryState;
  readonly doneAt: Date | null;
  readonly points: number | null;
  readonly source: 'callback' | 'query';
  readonly raw: string | null;
}

/**
 * Keeps every report as it came and raises the messages it speaks of; returns the campaigns that changed.
 * A report for an id nobody knows yet waits in the table until `applyWaitingReports` finds its message. A report also proves
 * that the gateway took the message, whatever we believed. Rows are locked in id order, so that two writers cannot deadlock.
 */
export async function storeReports(
  tx: Db,
  reports: readonly IncomingReport[],
): Promise<{ campaignId: number; companyId: number }[]> {
  const column = <K extends keyof IncomingReport>(name: K) => reports.map((report) => report[name]);
  const { rows } = await sql<{ campaignId: number; companyId: number }>`
    with incoming as (
      select * from unnest(${column('companyId')}::bigint[], ${column('gatewayId')}::bigint[], ${column('providerId')}::text[], ${column('idx')}::text[],
        ${column('messageId')}::bigint[], ${column('epoch')}::bigint[], ${column('generation')}::smallint[], ${column('statusCode')}::smallint[], ${column('statusName')}::text[],
        ${column('delivery')}::delivery_state[], ${column('doneAt')}::timestamptz[], ${column('points')}::bigint[], ${column('source')}::text[], ${column('raw')}::text[])
        as i (company_id, gateway_id, provider_id, idx, message_id, epoch, generation, status_code, status_name, delivery, done_at, points, source, raw)
    ),
    matched as (
      select i.*, coalesce(by_idx.id, by_id.id) as found
      from incoming i
      left join lateral (
        select m.id from message m join batch b on b.id = m.batch_id
        where m.id = i.message_id and m.company_id = i.company_id and b.gateway_id = i.gateway_id
          and (m.generation = i.generation and b.epoch = i.epoch or ${wasSentBefore})) by_idx on true
      left join lateral (
        select m.id from message m where by_idx.id is null and i.provider_id <> ''
          and m.company_id = i.company_id and m.provider_id = i.provider_id limit 1) by_id on true
    ),
    stored as (
      insert into delivery_report (company_id, gateway_id, message_id, provider_id, idx, status_code, status_name, delivery, done_at, source, raw)
      select company_id, gateway_id, found, provider_id, idx, status_code, status_name, delivery, done_at, source, raw from matched
    ),
    ${raise(sql`select found as message_id, ${strongest} from matched where found is not null group by found`)}
    select distinct campaign_id, company_id from raised`.execute(tx);
  return rows;
}

/** Whether message `m` had once gone out with the idx of report `i`, before a person had it sent again (ADR 0009). */
const wasSentBefore = sql<boolean>`exists (
  select from message_resend r join batch e on e.id = r.batch_id
  where r.message_id = m.id and r.generation = i.generation and e.epoch = i.epoch)`;

/** After a batch is recorded: reports that came before we knew the ids of its messages. */
export async function applyWaitingReports(tx: Db, batchId: number): Promise<void> {
  await sql`
    with waiting as (
      update delivery_report r set message_id = m.id from message m
      where m.batch_id = ${batchId} and r.message_id is null and r.company_id = m.company_id and r.provider_id = m.provider_id
      returning r.message_id, r.provider_id, r.status_code, r.delivery, null::bigint as points
    ),
    ${raise(sql`select message_id, ${strongest} from waiting group by message_id`)}
    select count(*) from raised`.execute(tx);
}

/** What several reports about one message say together. Of two codes of one state the greater is kept: any rule will do that has no order. */
const strongest = sql`
  max(nullif(provider_id, '')) as provider_id, max(delivery) as delivery, max(points) as points,
  (array_agg(status_code order by delivery desc, status_code desc nulls last))[1] as status_code`;

/** The fold of domain/delivery.ts in SQL: the stronger state wins, so order and repetition do not matter. */
function raise(news: ReturnType<typeof sql>) {
  return sql`
    strongest as (${news}),
    locked as (select id from message where id in (select message_id from strongest) order by id for update),
    raised as (
      update message m set
        delivery = greatest(m.delivery, s.delivery),
        delivery_code = case when s.delivery > m.delivery then s.status_code when s.delivery = m.delivery then greatest(m.delivery_code, s.status_code) else m.delivery_code end,
        provider_id = coalesce(m.provider_id, s.provider_id),
        billed_points = coalesce(m.billed_points, s.points),
        outcome = 'accepted', outcome_code = case when m.outcome = 'accepted' then nullif(m.outcome_code, 'treated_as_sent') end,
        accepted_at = coalesce(m.accepted_at, now()), reported_at = now()
      from strongest s join locked l on l.id = s.message_id
      where m.id = s.message_id and (m.delivery < s.delivery or m.outcome is distinct from 'accepted' or m.billed_points is null or m.provider_id is null
        or (m.delivery = s.delivery and s.status_code > coalesce(m.delivery_code, 0)))
      returning m.campaign_id, m.company_id
    )`;
}

/** Uncertain batches whose every message a report has decided need no further question. */
export async function settleDecidedBatches(tx: Db, campaignIds: readonly number[]): Promise<void> {
  await sql`
    update batch b set state = 'recorded', cause = null, not_before = null
    where b.campaign_id = any(${campaignIds}::bigint[]) and b.state = 'uncertain'
      and not exists (select from message m where m.batch_id = b.id and m.outcome is null)`.execute(tx);
}
