import { sql } from 'kysely';
import type { Db } from './database.ts';
import { currentRate } from './gateway-pace.ts';

/** A campaign whose messages are to be asked about. */
export interface DuePoll {
  readonly id: number;
  readonly companyId: number;
  readonly polledTo: number;
  readonly pollRounds: number;
}

/** Campaigns with accepted messages that still await a report, the one that waited longest first. */
export async function listDuePolls(
  db: Db,
  when: { readonly now: Date; readonly quietSince: Date },
): Promise<DuePoll[]> {
  const { rows } = await sql<DuePoll>`
    select c.id, c.company_id, c.polled_to, c.poll_rounds from campaign c
    where c.started_at < ${when.quietSince} and (c.poll_at is null or c.poll_at <= ${when.now})
      and exists (select from message_tally t where t.campaign_id = c.id and t.outcome = 'accepted'
        and t.delivery in ('none', 'pending') and t.messages > 0)
    order by coalesce(c.poll_at, c.started_at), c.id limit 100`.execute(db);
  return rows;
}

/** Where the next question about a campaign begins, and when. */
export async function notePoll(
  db: Db,
  campaignId: number,
  next: { readonly polledTo: number; readonly pollRounds: number; readonly pollAt: Date },
): Promise<void> {
  const { polledTo, pollRounds, pollAt } = next;
  await db.updateTable('campaign').set({ polledTo, pollRounds, pollAt }).where('id', '=', campaignId).execute();
}

/**
 * A turn at the gateway for one question, out of the same clock that sending takes its turns from (db/gateway-pace.ts), so that
 * questions and messages together keep its rate.
 * @returns how long to wait for it in milliseconds; null when that is longer than `patienceMs`: the gateway wants to be left alone
 */
export async function takeTurn(db: Db, companyId: number, patienceMs: number): Promise<number | null> {
  const { rows } = await sql<{ waitMs: number }>`
    update gateway g set next_request_at = greatest(next_request_at, now()) + make_interval(secs => 1.0 / ${currentRate})
    where g.company_id = ${companyId} and next_request_at <= now() + make_interval(secs => ${patienceMs / 1000}::float8)
    returning (greatest(0, extract(epoch from next_request_at - now()) - 1.0 / ${currentRate}) * 1000)::float8 as wait_ms`.execute(
    db,
  );
  return rows[0]?.waitMs ?? null;
}
