import type { Insertable, Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type ConsentEventRow = Selectable<Database['consentEvent']>;

/** Adds to the ledger; a trigger folds it into the present consent in the same statement. Nothing here is ever changed. */
export async function addConsentEvent(tx: Db, event: Insertable<Database['consentEvent']>): Promise<ConsentEventRow> {
  return tx.insertInto('consentEvent').values(event).returningAll().executeTakeFirstOrThrow();
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
