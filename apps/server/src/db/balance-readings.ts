import type { Db } from './database.ts';

export interface BalanceReading {
  readonly points: number | null;
  readonly readAt: Date;
}

export async function insertBalanceReading(
  db: Db,
  reading: BalanceReading & { readonly companyId: number; readonly gatewayId: number },
): Promise<void> {
  await db.insertInto('balanceReading').values(reading).execute();
}

/** Newest first. */
export async function listBalanceReadings(
  db: Db,
  of: { readonly companyId: number; readonly gatewayId: number; readonly limit: number },
): Promise<BalanceReading[]> {
  return db
    .selectFrom('balanceReading')
    .select(['points', 'readAt'])
    .where('companyId', '=', of.companyId)
    .where('gatewayId', '=', of.gatewayId)
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute();
}
