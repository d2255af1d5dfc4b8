import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type ConsentEventRow = Selectable<Database['consentEvent']>;

/** Adds to the ledger; a trigger folds it into the present consent in the same statement. Nothing here is ever changed. */
export async function addConsentEvent(tx: Db, event: Insertable<Database['consentEvent']>): Promise<ConsentEventRow> {
  return tx.insertInto('consentEvent').values(event).returningAll().executeTakeFirstOrThrow();
}

/**
 * The holder of a number takes back everything: each purpose he was ever asked about, and marketing in any case, so that the
 * word also stands for a number which only a later import brings. It is the newest event whatever the clocks say: an earlier
 * one with a later moment is overtaken, never obeyed (style rule 15).
 */
export async function withdrawAllConsents(
  tx: Db,
  word: {
    readonly companyId: number;
    readonly phone: string;
    /** To whom we had written; otherwise the first who has the number. */
    readonly contractorId: number | null;
    readonly at: Date;
    readonly recordedBy: string;
    readonly source: string;
  },
): Promise<number[]> {
  const { companyId, phone, contractorId, at, recordedBy, source } = word;
  const { rows } = await sql<{ id: number }>`
    insert into consent_event (company_id, contractor_id, contact_id, phone, purpose, event, effective_at, recorded_by, how, source)
    select ${companyId}::bigint, c.contractor_id, c.id, ${phone}, p.purpose, 'withdrawn', greatest(${at}::timestamptz, k.effective_at),
      ${recordedBy}, 'sms', ${source}
    from (select 'marketing' as purpose
      union select purpose from consent where company_id = ${companyId} and phone = ${phone} and channel = 'sms') p
    left join consent k on k.company_id = ${companyId} and k.phone = ${phone} and k.channel = 'sms' and k.purpose = p.purpose
    left join lateral (select id, contractor_id from contact where company_id = ${companyId} and phone = ${phone}
      order by contractor_id is not distinct from ${contractorId}::bigint desc, id limit 1) c on true
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The ledger of a number, newest first. */
export async function listConsentEvents(db: Db, companyId: number, phone: string): Promise<ConsentEventRow[]> {
  return db
    .selectFrom('consentEvent')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('phone', '=', phone)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
}
