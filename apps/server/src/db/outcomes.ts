import { sql } from 'kysely';
import type { Db } from './database.ts';

/** What the gateway said of one message. */
export interface RecordedOutcome {
  readonly messageId: number;
  readonly outcome: 'accepted' | 'refused' | 'excluded';
  readonly code: string | null;
  readonly providerId: string | null;
  readonly parts: number | null;
  readonly points: number | null;
}

/**
 * Writes the outcomes of a batch, one UPDATE whatever its size. A message that a delivery report has already shown to be
 * accepted stays accepted and only learns its price. Six array parameters, measured against VALUES lists in storage.md 9.
 */
export async function recordOutcomes(tx: Db, batchId: number, outcomes: readonly RecordedOutcome[]): Promise<void> {
  await sql`
    update message m set
      outcome = case when m.outcome is null then o.outcome else m.outcome end,
      outcome_code = case when m.outcome is null then o.code else m.outcome_code end,
      provider_id = coalesce(m.provider_id, o.provider_id),
      billed_parts = coalesce(m.billed_parts, o.parts),
      billed_points = coalesce(m.billed_points, o.points),
      accepted_at = case when o.outcome = 'accepted' then coalesce(m.accepted_at, now()) else m.accepted_at end,
      delivery = case when o.outcome = 'accepted' then greatest(m.delivery, 'pending') else m.delivery end
    from unnest(${outcomes.map((o) => o.messageId)}::bigint[], ${outcomes.map((o) => o.outcome)}::message_outcome[],
      ${outcomes.map((o) => o.code)}::text[], ${outcomes.map((o) => o.providerId)}::text[],
      ${outcomes.map((o) => o.parts)}::smallint[], ${outcomes.map((o) => o.points)}::bigint[])
      as o (message_id, outcome, code, provider_id, parts, points)
    where m.id = o.message_id and m.batch_id = ${batchId} and (m.outcome is null or (m.outcome = 'accepted' and o.outcome = 'accepted'))`.execute(
    tx,
  );
}

/** Error 53: the gateway took all of them in an earlier attempt; ids come with the delivery reports. */
export async function recordTaken(tx: Db, batchId: number): Promise<void> {
  await sql`
    update message set outcome = 'accepted', outcome_code = 'already_taken', accepted_at = now(), delivery = greatest(delivery, 'pending')
    where batch_id = ${batchId} and outcome is null`.execute(tx);
}

/** The whole request was refused: every message of it for the same reason. */
export async function recordRefused(tx: Db, batchId: number, code: string): Promise<void> {
  await sql`update message set outcome = 'refused', outcome_code = ${code} where batch_id = ${batchId} and outcome is null`.execute(
    tx,
  );
}
