import { sql, type Insertable, type Selectable, type UpdateObject } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** A contact with the rights of its number. */
export type ContactRow = Selectable<Database['contact']> & {
  readonly consent: 'active' | 'withdrawn' | 'none';
  readonly suppressed: boolean;
};

const select = sql`
  select c.*, case when k.active then 'active' when not k.active then 'withdrawn' else 'none' end as consent, s.phone is not null as suppressed
  from contact c
  left join consent k on k.company_id = c.company_id and k.phone = c.phone and k.channel = 'sms' and k.purpose = 'marketing'
  left join suppression s on s.company_id = c.company_id and s.phone = c.phone`;

/** Contacts of several contractors at once, the primary one first. */
export async function listContacts(db: Db, companyId: number, contractorIds: readonly number[]): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    ${select} where c.company_id = ${companyId} and c.contractor_id = any(${contractorIds}::bigint[])
    order by c.contractor_id, not c.is_primary, c.id`.execute(db);
  return rows;
}

export async function findContact(db: Db, companyId: number, contactId: number): Promise<ContactRow | undefined> {
  const { rows } = await sql<ContactRow>`${select} where c.company_id = ${companyId} and c.id = ${contactId}`.execute(
    db,
  );
  return rows[0];
}

export async function insertContact(tx: Db, contact: Insertable<Database['contact']>): Promise<number> {
  const { id } = await tx.insertInto('contact').values(contact).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateContact(
  tx: Db,
  { companyId, contactId }: { readonly companyId: number; readonly contactId: number },
  change: UpdateObject<Database, 'contact'>,
): Promise<void> {
  await tx
    .updateTable('contact')
    .set(change)
    .set({ updatedAt: sql<Date>`now()` })
    .where('companyId', '=', companyId)
    .where('id', '=', contactId)
    .execute();
}

export async function deleteContact(tx: Db, companyId: number, contactId: number): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('contact')
    .where('companyId', '=', companyId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** Leaves one primary contact: the given one. */
export async function makePrimary(
  tx: Db,
  contact: { readonly companyId: number; readonly contractorId: number; readonly contactId: number },
): Promise<void> {
  await tx
    .updateTable('contact')
    .set({ isPrimary: sql<boolean>`id = ${contact.contactId}` })
    .where('companyId', '=', contact.companyId)
    .where('contractorId', '=', contact.contractorId)
    .execute();
}
