import { sql, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type SuppressionRow = Selectable<Database['suppression']>;

export async function listSuppressions(
  db: Db,
  query: {
    readonly companyId: number;
    readonly after: number;
    readonly limit: number;
    readonly phone?: string | undefined;
  },
): Promise<SuppressionRow[]> {
  return db
    .selectFrom('suppression')
    .selectAll()
    .where('companyId', '=', query.companyId)
    .where('id', '>', query.after)
    .$if(query.phone !== undefined, (rows) => rows.where('phone', '=', query.phone ?? ''))
    .orderBy('id')
    .limit(query.limit)
    .execute();
}

/** Adding a number twice changes nothing: the first reason stays. */
export async function addSuppression(
  tx: Db,
  suppression: { readonly companyId: number; readonly phone: string; readonly reason: string; readonly source: string },
): Promise<SuppressionRow> {
  return tx
    .insertInto('suppression')
    .values(suppression)
    .onConflict((conflict) => conflict.columns(['companyId', 'phone']).doUpdateSet({ phone: sql`excluded.phone` }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function removeSuppression(tx: Db, companyId: number, suppressionId: number): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('suppression')
    .where('companyId', '=', companyId)
    .where('id', '=', suppressionId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
