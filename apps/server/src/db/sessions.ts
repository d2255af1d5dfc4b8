import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Who a session or key belongs to, and the companies they may see. */
export interface Bearer {
  readonly userId: number;
  readonly userName: string;
  readonly userEmail: string | null;
  readonly companyIds: readonly number[];
}

export async function insertSession(
  tx: Db,
  session: { readonly userId: number; readonly tokenHash: Buffer; readonly createdAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('session')
    .values({ ...session, lastSeenAt: session.createdAt })
    .execute();
}

/** The session behind a token, its user and their companies, in one query; nothing of a disabled user. */
export async function findSession(
  db: Db,
  of: { readonly tokenHash: Buffer; readonly now: Date; readonly seenAfter: Date },
): Promise<(Bearer & { readonly id: number; readonly lastSeenAt: Date }) | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('appUser', 'appUser.id', 'session.userId')
    .select(['session.id', 'session.lastSeenAt', 'appUser.id as userId', 'appUser.name as userName'])
    .select(['appUser.email as userEmail', companiesOf().as('companyIds')])
    .where('session.tokenHash', '=', of.tokenHash)
    .where('session.expiresAt', '>', of.now)
    .where('session.lastSeenAt', '>', of.seenAfter)
    .where('appUser.disabledAt', 'is', null)
    .executeTakeFirst();
}

/** The companies of `app_user` in the surrounding query. */
export const companiesOf = () =>
  sql<number[]>`(select coalesce(json_agg(m.company_id), '[]') from membership m where m.user_id = app_user.id)`;

export async function touchSession(db: Db, session: { readonly id: number; readonly at: Date }): Promise<void> {
  await db
    .updateTable('session')
    .set({ lastSeenAt: session.at })
    .where('id', '=', session.id)
    .where('lastSeenAt', '<', session.at)
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<number | undefined> {
  const row = await db.deleteFrom('session').where('tokenHash', '=', tokenHash).returning('userId').executeTakeFirst();
  return row?.userId;
}

export async function dropOldSessions(
  db: Db,
  before: { readonly expired: Date; readonly unseenSince: Date },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where((query) => query.or([query('expiresAt', '<', before.expired), query('lastSeenAt', '<', before.unseenSince)]))
    .execute();
}
