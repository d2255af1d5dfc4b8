import { sql } from 'kysely';
import type { Db } from './database.ts';

/** A sum that does not equal its rows. */
export interface Drift {
  readonly check: string;
  readonly subject: string;
  readonly found: number;
  readonly expected: number;
}

/** The tallies of every batch against its messages. */
export async function findTallyDrift(db: Db): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with counted as (
      select campaign_id, coalesce(batch_id, 0) as batch_id, coalesce(outcome::text, '') as outcome, delivery, count(*) as messages
      from message group by 1, 2, 3, 4
    )
    select 'message_tally' as check, concat_ws('/', 'campaign', campaign_id, 'batch', batch_id, outcome, delivery) as subject,
      coalesce(t.messages, 0) as found, coalesce(c.messages, 0) as expected
    from (select * from message_tally where messages <> 0) t full join counted c using (campaign_id, batch_id, outcome, delivery)
    where t.messages is distinct from c.messages order by campaign_id, batch_id limit 100`.execute(db);
  return rows;
}

/** The present consents against a new fold of the ledger. */
export async function findConsentDrift(db: Db): Promise<Drift[]> {
  const { rows } = await sql<Drift>`
    with folded as (
      select distinct on (company_id, phone, channel, purpose) company_id, phone, channel, purpose, event not in ('withdrawn', 'expired') as active
      from consent_event
      order by company_id, phone, channel, purpose, effective_at desc, event in ('withdrawn', 'expired') desc, id desc
    )
    select 'consent' as check, concat_ws('/', 'company', company_id, purpose) as subject,
      count(*) filter (where c.active) as found, count(*) filter (where f.active) as expected
    from consent c full join folded f using (company_id, phone, channel, purpose)
    where c.active is distinct from f.active group by company_id, purpose`.execute(db);
  return rows;
}
