import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The latest moment seen is written down this often; a clock behind it by less may simply not have been noticed. */
const NOTED_EVERY_SECONDS = 60;

/** How far the database's clock is behind the latest moment this database has seen, in milliseconds; 0 when it is not. */
export async function howFarBack(db: Db): Promise<number> {
  const { rows } = await sql<{ backMs: number | null }>`
    select (extract(epoch from highest_at - now()) * 1000)::float8 as back_ms from instance`.execute(db);
  return Math.max(0, Math.round(rows[0]?.backMs ?? 0));
}

/** Writes down that this moment has been seen. It never goes down by this, and costs a write a minute. */
export async function noteMoment(db: Db): Promise<void> {
  await sql`
    update instance set highest_at = now()
    where highest_at is null or highest_at < now() - make_interval(secs => ${NOTED_EVERY_SECONDS}::int)`.execute(db);
}

/** The calendar of the latest moment seen, as an instant. */
export async function readHighestMoment(tx: Db): Promise<Date | null> {
  const { highestAt } = await tx.selectFrom('instance').select('highestAt').executeTakeFirstOrThrow();
  return highestAt;
}

/**
 * The clock was set back: every moment that somebody waits for moves back with it, or sending would stand still until the old time
 * comes again. What is under way or uncertain has lost its age: the gateway's memory of its idx runs by another clock, so only a
 * report or a person settles it from now on.
 */
export async function moveMomentsBack(tx: Db, backMs: number): Promise<void> {
  const back = sql`make_interval(secs => ${backMs / 1000}::float8)`;
  await sql`update gateway set next_request_at = next_request_at - ${back} where next_request_at > now()`.execute(tx);
  await sql`update gateway set slowed_at = slowed_at - ${back} where slowed_at > now()`.execute(tx);
  await sql`
    update batch set not_before = not_before - ${back}, lease_until = lease_until - ${back},
      age_unknown = state in ('submitting', 'uncertain'), cause = case when state = 'uncertain' then 'clock_set_back' else cause end
    where state in ('ready', 'submitting', 'uncertain') and (not_before > now() or lease_until > now() or state <> 'ready')`.execute(
    tx,
  );
  await sql`update campaign set pause_until = pause_until - ${back} where pause_until > now()`.execute(tx);
  await sql`update instance set highest_at = now()`.execute(tx);
}
