import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The one row about this installation. */
export interface InstanceRow {
  readonly installationId: string;
  readonly epoch: number;
  readonly keyCheck: string | null;
  readonly highestDate: string | null;
  readonly holdReason: string | null;
  readonly heldAt: Date | null;
}

export async function readInstance(db: Db): Promise<InstanceRow> {
  return selectInstance(db).executeTakeFirstOrThrow();
}

/** The row, locked: what is decided about the installation is decided one after another. */
export async function lockInstance(tx: Db): Promise<InstanceRow> {
  return selectInstance(tx).forUpdate().executeTakeFirstOrThrow();
}

const selectInstance = (db: Db) =>
  db
    .selectFrom('instance')
    .select(['installationId', 'epoch', 'keyCheck', 'holdReason', 'heldAt'])
    .select(sql<string | null>`highest_date::text`.as('highestDate'));

/** Whether sending is held until an administrator confirms. */
export async function isHeld(db: Db): Promise<boolean> {
  const { holdReason } = await db.selectFrom('instance').select('holdReason').executeTakeFirstOrThrow();
  return holdReason !== null;
}

/** Holds sending. The first reason stays: it is the one that happened. */
export async function holdInstance(tx: Db, hold: { readonly reason: string; readonly at: Date }): Promise<void> {
  await tx
    .updateTable('instance')
    .set({ holdReason: hold.reason, heldAt: hold.at })
    .where('holdReason', 'is', null)
    .execute();
}

/** A new life of the database: new epoch, this server's key, nothing held. */
export async function beginEpoch(tx: Db, life: { readonly epoch: number; readonly keyCheck: string }): Promise<void> {
  await tx
    .updateTable('instance')
    .set({ ...life, holdReason: null, heldAt: null })
    .execute();
}

export async function setKeyCheck(tx: Db, keyCheck: string): Promise<void> {
  await tx.updateTable('instance').set({ keyCheck }).execute();
}

/** The highest date ever seen never goes down (domain-facts 4.2). */
export async function raiseHighestDate(db: Db, date: string): Promise<void> {
  await db
    .updateTable('instance')
    .set({ highestDate: date })
    .where(sql<boolean>`highest_date is null or highest_date < ${date}::date`)
    .execute();
}

/** The last traces of sending in this database: what an administrator compares with the gateway's panel after a restore. */
export async function lastSent(
  db: Db,
): Promise<{ readonly messageId: number | null; readonly attemptAt: Date | null }> {
  const { rows } = await sql<{ messageId: number | null; attemptAt: Date | null }>`
    select (select max(id) from message) as message_id, (select max(first_attempt_at) from batch) as attempt_at`.execute(
    db,
  );
  return rows[0] ?? { messageId: null, attemptAt: null };
}
