import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Whether the company has the service switched on; nobody switched means off. */
export async function isServiceEnabled(
  db: Db,
  of: { readonly companyId: number; readonly code: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('subscriptionService')
    .select('enabled')
    .where('companyId', '=', of.companyId)
    .where('code', '=', of.code)
    .executeTakeFirst();
  return row?.enabled === true;
}

export async function setService(
  tx: Db,
  service: { readonly companyId: number; readonly code: string; readonly enabled: boolean; readonly changedBy: string },
): Promise<void> {
  const { enabled, changedBy } = service;
  await tx
    .insertInto('subscriptionService')
    .values(service)
    .onConflict((conflict) =>
      conflict.columns(['companyId', 'code']).doUpdateSet({ enabled, changedBy, changedAt: sql`now()` }),
    )
    .execute();
}
