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
  readonly pulse: number;
  readonly pulseAt: Date | null;
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
    .select(['installationId', 'epoch', 'keyCheck', 'holdReason', 'heldAt', 'pulse', 'pulseAt'])
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

/** How old a pulse may become while nothing is sent. */
const PULSE_SECONDS = 60;

/**
 * Counts the pulse up by one: every backup made before is behind it from now on. `due`: only when somebody may have sent since
 * the last one (a claim moves its gateway's `next_request_at`), or when it has become old. Null when it was not counted: not
 * due, sending is held, or the epoch has changed; then the mirror stays what it was.
 */
export async function beatPulse(
  db: Db,
  beat: { readonly epoch: number; readonly when: 'now' | 'due' },
): Promise<{ readonly pulse: number; readonly at: Date } | null> {
  const due = sql`(pulse_at is null or pulse_at > now() or pulse_at < now() - make_interval(secs => ${PULSE_SECONDS}::int)
    or exists (select from gateway g where g.next_request_at > pulse_at))`;
  const { rows } = await sql<{ pulse: number; at: Date }>`
    update instance set pulse = pulse + 1, pulse_at = now()
    where epoch = ${beat.epoch} and hold_reason is null and ${beat.when === 'now' ? sql`true` : due}
    returning pulse, pulse_at as at`.execute(db);
  return rows[0] ?? null;
}

export async function lastMessageId(db: Db): Promise<number | null> {
  const { id } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return id;
}

/** The highest date ever seen never goes down (domain-facts 4.2). */
export async function raiseHighestDate(db: Db, date: string): Promise<void> {
  await db
    .updateTable('instance')
    .set({ highestDate: date })
    .where(sql<boolean>`highest_date is null or highest_date < ${date}::date`)
    .execute();
}

/**
 * The last traces of sending in this database, and how many messages wait that another copy of it may have sent: what an
 * administrator compares with the gateway's panel after a restore.
 */
export async function lastSent(
  db: Db,
): Promise<{ readonly messageId: number | null; readonly attemptAt: Date | null; readonly waiting: number }> {
  const { rows } = await sql<{ messageId: number | null; attemptAt: Date | null; waiting: number }>`
    select (select max(id) from message) as message_id, (select max(first_attempt_at) from batch) as attempt_at,
      (select coalesce(sum(t.messages), 0)::bigint from message_tally t join campaign c on c.id = t.campaign_id
        join batch b on b.id = t.batch_id
        where t.outcome = '' and b.state <> 'cancelled' and c.state in ('frozen', 'sending', 'paused')) as waiting`.execute(
    db,
  );
  return rows[0] ?? { messageId: null, attemptAt: null, waiting: 0 };
}
