import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type CompanyRow = Selectable<Database['company']>;

/** By name, in the order of the Polish alphabet. */
export async function listCompanies(db: Db, which: 'all' | ReadonlySet<number>): Promise<CompanyRow[]> {
  if (which !== 'all' && which.size === 0) return [];
  const rows = await db
    .selectFrom('company')
    .selectAll()
    .$if(which !== 'all', (query) => query.where('id', 'in', which === 'all' ? [] : [...which]))
    .orderBy('id')
    .execute();
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'pl'));
}

export async function findCompany(db: Db, companyId: number): Promise<CompanyRow | undefined> {
  return db.selectFrom('company').selectAll().where('id', '=', companyId).executeTakeFirst();
}

/** The company, locked: its key is made or replaced by one at a time. */
export async function lockCompany(tx: Db, companyId: number): Promise<CompanyRow | undefined> {
  return tx.selectFrom('company').selectAll().where('id', '=', companyId).forNoKeyUpdate().executeTakeFirst();
}

export async function insertCompany(
  tx: Db,
  company: { readonly name: string; readonly nip: string | null },
): Promise<CompanyRow> {
  return tx.insertInto('company').values(company).returningAll().executeTakeFirstOrThrow();
}

export async function updateCompany(
  tx: Db,
  company: { readonly id: number; readonly name: string; readonly nip: string | null },
): Promise<CompanyRow> {
  const { id, name, nip } = company;
  return tx.updateTable('company').set({ name, nip }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

export async function setWrappedKey(tx: Db, companyId: number, wrappedKey: string): Promise<void> {
  await tx.updateTable('company').set({ wrappedKey }).where('id', '=', companyId).execute();
}
