import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Moves messages without an outcome out of a batch into new ones, one per group, that are due after `retryMs`. Text, gateway and epoch stay, so every
 * idx stays: a part is asked for like the whole, and what the gateway had taken it still refuses with error 53.
 */
export async function splitBatch(
  tx: Db,
  batchId: number,
  to: {
    readonly groups: readonly (readonly number[])[];
    readonly state: 'ready' | 'uncertain';
    readonly cause: string;
    readonly deferrals: number;
    readonly retryMs: number;
  },
): Promise<void> {
  const placed = to.groups.flatMap((ids, group) => ids.map((id) => ({ id, group })));
  await sql`
    with made as (
      insert into batch (company_id, campaign_id, gateway_id, text_id, state, epoch, attempt, first_attempt_at, age_unknown, cause, deferrals, not_before)
      select b.company_id, b.campaign_id, b.gateway_id, b.text_id, ${to.state}::batch_state, b.epoch, b.attempt, b.first_attempt_at, b.age_unknown,
        ${to.cause}, ${to.deferrals}::smallint, now() + make_interval(secs => ${to.retryMs / 1000}::float8)
      from batch b, generate_series(1, ${to.groups.length}::int) where b.id = ${batchId}
      returning id
    ),
    numbered as (select id, row_number() over (order by id) - 1 as part from made)
    update message m set batch_id = n.id
    from unnest(${placed.map(({ id }) => id)}::bigint[], ${placed.map(({ group }) => group)}::int[]) as p (message_id, part)
    join numbered n on n.part = p.part
    where m.id = p.message_id and m.batch_id = ${batchId} and m.outcome is null`.execute(tx);
}
