import { sql } from 'kysely';
import type { Db } from './database.ts';

/** A sum that does not equal its rows. */
export interface Drift {
  readonly check: string;
  readonly subject: string;
  readonly found: number;
  readonly expected: number;
}

/** The tallies of every batch against its messages: how many, their parts, their price as quoted and as billed. */
export async function findTallyDrift(db: Db): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with counted as (
      select campaign_id, coalesce(batch_id, 0) as batch_id, coalesce(outcome::text, '') as outcome, delivery,
        count(*) as messages, sum(parts) as parts, sum(points) as points, sum(coalesce(billed_points, 0)) as billed_points
      from message group by 1, 2, 3, 4
    ),
    kept as (select * from message_tally where (messages, parts, points, billed_points) <> (0, 0, 0, 0))
    select 'message_tally' as check, concat_ws('/', 'campaign', campaign_id, 'batch', batch_id, nullif(outcome, ''), delivery, sums.name) as subject,
      sums.found::float8 as found, sums.expected::float8 as expected
    from kept t full join counted c using (campaign_id, batch_id, outcome, delivery)
    cross join lateral (values
      ('messages', coalesce(t.messages, 0), coalesce(c.messages, 0)), ('parts', coalesce(t.parts, 0), coalesce(c.parts, 0)),
      ('points', coalesce(t.points, 0), coalesce(c.points, 0)), ('billed_points', coalesce(t.billed_points, 0), coalesce(c.billed_points, 0))
    ) as sums (name, found, expected)
    where sums.found <> sums.expected order by campaign_id, batch_id, sums.name limit 100`.execute(db);
  return rows;
}

/** The delivery of every message against the reports that were kept about it: no message says less than its strongest report. */
export async function findReportDrift(db: Db): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with told as (select message_id, max(delivery) as delivery from delivery_report where message_id is not null group by message_id)
    select 'delivery_report' as check, concat_ws('/', 'campaign', m.campaign_id, t.delivery) as subject,
      count(*) filter (where m.outcome = 'accepted' and m.delivery >= t.delivery) as found, count(*) as expected
    from told t join message m on m.id = t.message_id
    group by m.campaign_id, t.delivery having bool_or(m.outcome is distinct from 'accepted' or m.delivery < t.delivery)
    order by m.campaign_id, t.delivery limit 100`.execute(db);
  return rows;
}

/** The present consents against a new fold of the ledger. */
export async function findConsentDrift(db: Db): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with folded as (
      select distinct on (company_id, phone, channel, purpose) company_id, phone, channel, purpose, event not in ('withdrawn', 'expired') as active
      from consent_event e
      where annuls is null and not exists (select from consent_event a where a.annuls = e.id)
      order by company_id, phone, channel, purpose, effective_at desc, event in ('withdrawn', 'expired') desc, id desc
    )
    select 'consent' as check, concat_ws('/', 'company', company_id, purpose) as subject,
      count(*) filter (where c.active) as found, count(*) filter (where f.active) as expected
    from consent c full join folded f using (company_id, phone, channel, purpose)
    where c.active is distinct from f.active group by company_id, purpose`.execute(db);
  return rows;
}
