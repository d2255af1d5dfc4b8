import { sql } from 'kysely';
import type { ReleaseLine } from '../domain/entitlement.ts';
import type { Db } from './database.ts';

export async function listReleaseLines(db: Db): Promise<ReleaseLine[]> {
  return db
    .selectFrom('releaseLine')
    .select(['line', 'withdrawn'])
    .select(sql<string>`released_on::text`.as('releasedOn'))
    .execute();
}

/** Takes over what a catalogue says; lines it does not name stay, since an older program must not forget a newer line. */
export async function upsertReleaseLines(tx: Db, lines: readonly ReleaseLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insertInto('releaseLine')
    .values(lines.map(({ line, releasedOn, withdrawn }) => ({ line, releasedOn, withdrawn: withdrawn === true })))
    .onConflict((conflict) =>
      conflict.column('line').doUpdateSet({
        releasedOn: sql`excluded.released_on`,
        withdrawn: sql`excluded.withdrawn`,
      }),
    )
    .execute();
}
