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

/** Readings are a trend, not a ledger: the hourly last one is enough after a month. Called by housekeeping. */
export async function thinBalanceReadings(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('balanceReading')
    .where('readAt', '<', before)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('balanceReading as later')
          .select('later.id')
          .whereRef('later.gatewayId', '=', 'balanceReading.gatewayId')
          .whereRef('later.companyId', '=', 'balanceReading.companyId')
          .whereRef('later.id', '>', 'balanceReading.id')
          .where('later.readAt', '<', before),
      ),
    )
    .execute();
}
