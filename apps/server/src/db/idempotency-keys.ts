import { sql } from 'kysely';
import type { Db } from './database.ts';

interface KeyOf {
  readonly actor: string;
  readonly key: string;
}

/** A key whose request died with its server may be claimed again after this long. */
const ABANDONED = sql`interval '10 minutes'`;

/** Takes the key for a request; gives what is already there when somebody had it before. */
export async function claimIdempotencyKey(
  db: Db,
  claim: KeyOf & { readonly operation: string; readonly requestHash: Buffer },
) {
  const inserted = await db
    .insertInto('idempotencyKey')
    .values({ ...claim, status: null, body: null })
    .onConflict((conflict) =>
      conflict
        .columns(['actor', 'key'])
        .doUpdateSet({ createdAt: sql`now()`, operation: claim.operation, requestHash: claim.requestHash })
        .where(sql<boolean>`idempotency_key.status is null and idempotency_key.created_at < now() - ${ABANDONED}`),
    )
    .returning('actor')
    .executeTakeFirst();
  if (inserted) return null;
  return db
    .selectFrom('idempotencyKey')
    .select(['requestHash', 'status', 'body'])
    .where('actor', '=', claim.actor)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
}

export async function keepAnswer(
  db: Db,
  answer: KeyOf & { readonly status: number; readonly body: unknown },
): Promise<void> {
  await db
    .updateTable('idempotencyKey')
    .set({ status: answer.status, body: answer.body === undefined ? null : JSON.stringify(answer.body) })
    .where('actor', '=', answer.actor)
    .where('key', '=', answer.key)
    .execute();
}

/** A refused request leaves no trace: the same key may be tried again. */
export async function forgetIdempotencyKey(db: Db, { actor, key }: KeyOf): Promise<void> {
  await db
    .deleteFrom('idempotencyKey')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute();
}

export async function dropOldIdempotencyKeys(db: Db): Promise<void> {
  await db
    .deleteFrom('idempotencyKey')
    .where('createdAt', '<', sql<Date>`now() - interval '7 days'`)
    .execute();
}
