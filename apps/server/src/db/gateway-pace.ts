import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/**
 * How fast a gateway `g` may be asked, for all workers of all machines: its row is their common clock. A gateway that asks for
 * fewer requests (429, errors 202 and 203) halves the pace; it recovers by a tenth of the configured rate a minute.
 */

const SLOWEST_PER_SECOND = 0.1;
const RECOVERY_SECONDS = 600;

/** Requests per second right now. */
export const currentRate: RawBuilder<number> = sql<number>`
  (case when g.slowed_at is null then g.requests_per_second::float8
    else least(g.requests_per_second::float8, g.slowed_to
      + g.requests_per_second * greatest(0, extract(epoch from now() - g.slowed_at)::float8) / ${RECOVERY_SECONDS}::int) end)`;

/** Requests under way at once right now: in step with the rate, and one while nobody knows whether the gateway is well. */
export const currentConcurrency: RawBuilder<number> = sql<number>`
  (case when g.failures > 0 then 1
    else greatest(1, ceil(g.concurrency * ${currentRate} / g.requests_per_second)::int) end)`;

export interface Pace {
  readonly requestsPerSecond: number;
  readonly concurrency: number;
}

/** The present pace of a company's gateway, for those who look at its settings. */
export async function readPace(db: Db, companyId: number): Promise<Pace | undefined> {
  const { rows } = await sql<Pace>`
    select ${currentRate} as requests_per_second, ${currentConcurrency} as concurrency
    from gateway g where g.company_id = ${companyId}`.execute(db);
  return rows[0];
}

/**
 * The gateway wants fewer requests. Requests that were under way when it was slowed down last say nothing new, so the pace is
 * halved once for all of them; a pause that the gateway names holds every request to it.
 * @returns the new rate, or null when it stays as it is
 */
export async function slowDown(
  tx: Db,
  slow: { readonly gatewayId: number; readonly claimedAt: Date; readonly pauseMs: number },
): Promise<number | null> {
  if (slow.pauseMs > 0)
    await sql`update gateway set next_request_at = greatest(next_request_at, now() + make_interval(secs => ${slow.pauseMs / 1000}::float8))
      where id = ${slow.gatewayId}`.execute(tx);
  const { rows } = await sql<{ rate: number }>`
    update gateway g set slowed_to = greatest(${SLOWEST_PER_SECOND}::float8, ${currentRate} / 2), slowed_at = now()
    where g.id = ${slow.gatewayId} and (g.slowed_at is null or g.slowed_at <= ${slow.claimedAt})
    returning g.slowed_to::float8 as rate`.execute(tx);
  return rows[0]?.rate ?? null;
}

/** One more attempt failed; returns how many did in a row. */
export async function countFailure(tx: Db, gatewayId: number): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    update gateway set failures = failures + 1 where id = ${gatewayId} returning failures`.execute(tx);
  return rows[0]?.failures ?? 0;
}

/** The gateway answers: the breaker closes. */
export async function closeBreaker(tx: Db, gatewayId: number): Promise<void> {
  await sql`update gateway set failures = 0 where id = ${gatewayId} and failures > 0`.execute(tx);
}
