import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The copy of a message that an idx of ours names. */
export interface NamedCopy {
  readonly companyId: number;
  readonly messageId: number;
  readonly generation: number;
  readonly epoch: number;
}

/**
 * Reports proved that the gateway had taken these copies. Where a person had the message sent again since, that is written down
 * and given back: the recipient may have got it twice.
 */
export async function markTakenCopies(
  tx: Db,
  copies: readonly NamedCopy[],
): Promise<{ companyId: number; messageId: number; generation: number }[]> {
  if (copies.length === 0) return [];
  const column = <K extends keyof NamedCopy>(name: K) => copies.map((copy) => copy[name]);
  const { rows } = await sql<{ companyId: number; messageId: number; generation: number }>`
    update message_resend r set taken_at = now()
    from unnest(${column('companyId')}::bigint[], ${column('messageId')}::bigint[], ${column('generation')}::smallint[], ${column('epoch')}::bigint[])
      as c (company_id, message_id, generation, epoch), batch b
    where r.company_id = c.company_id and r.message_id = c.message_id and r.generation = c.generation and r.taken_at is null
      and b.id = r.batch_id and b.epoch = c.epoch
    returning r.company_id, r.message_id, r.generation`.execute(tx);
  return rows;
}
