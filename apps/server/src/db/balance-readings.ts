import { sql } from 'kysely';
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

/** How often the history of so many days is shown at most: enough points for a line, few enough for any screen. */
const BUCKETS: Readonly<Record<number, string>> = { 7: '1 hour', 30: '6 hours', 90: '1 day' };

/** A first day is shown as finely as a whole period is later: a line has about so many points from its beginning. */
const POINTS = 120;

/** The last reading of each bucket of time, oldest first. */
export async function readBalanceLine(
  db: Db,
  of: { readonly companyId: number; readonly gatewayId: number; readonly since: Date; readonly days: number },
): Promise<{ readonly points: number; readonly readAt: Date }[]> {
  const { rows } = await sql<{ points: number; readAt: Date }>`
    with reading as (
      select points, read_at from balance_reading
      where company_id = ${of.companyId} and gateway_id = ${of.gatewayId} and read_at >= ${of.since} and points is not null
    ), bucket as (
      select least(${BUCKETS[of.days] ?? '1 day'}::interval,
        greatest(interval '1 second', (max(read_at) - min(read_at)) / ${POINTS}::int)) as length
      from reading
    )
    select points, read_at from (
      select distinct on (part) points, read_at from (
        select points, read_at, date_bin(bucket.length, read_at, ${of.since}::timestamptz) as part from reading, bucket
      ) parted order by part, read_at desc
    ) last order by read_at`.execute(db);
  return rows;
}

/** What was spent between the readings: every fall counts, a rise is a top-up. Null where there are no two readings. */
export async function sumSpending(
  db: Db,
  of: { readonly companyId: number; readonly gatewayId: number; readonly since: Date },
): Promise<{ readonly spent: number; readonly firstAt: Date; readonly lastAt: Date; readonly points: number } | null> {
  const { rows } = await sql<{ spent: number; firstAt: Date; lastAt: Date; points: number; readings: number }>`
    select coalesce(sum(greatest(0, before - points)), 0)::bigint as spent, min(read_at) as first_at, max(read_at) as last_at,
      (array_agg(points order by id desc))[1] as points, count(*)::int as readings
    from (
      select id, points, read_at, lag(points) over (order by id) as before from balance_reading
      where company_id = ${of.companyId} and gateway_id = ${of.gatewayId} and read_at >= ${of.since} and points is not null
    ) readings`.execute(db);
  const [sum] = rows;
  return sum && sum.readings > 1 ? sum : null;
}
