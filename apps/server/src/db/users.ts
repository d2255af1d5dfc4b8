import type { Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type UserRow = Selectable<Database['appUser']>;

export async function insertUser(
  tx: Db,
  user: { readonly name: string; readonly email: string | null },
): Promise<UserRow> {
  return tx.insertInto('appUser').values(user).returningAll().executeTakeFirstOrThrow();
}

export async function findActiveUser(db: Db, userId: number): Promise<UserRow | undefined> {
  return db
    .selectFrom('appUser')
    .selectAll()
    .where('id', '=', userId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
}

/** The administrator who came first and is still one; undefined while nobody has ever signed in. */
export async function findFirstUser(db: Db): Promise<UserRow | undefined> {
  return db.selectFrom('appUser').selectAll().where('disabledAt', 'is', null).orderBy('id').limit(1).executeTakeFirst();
}

/** A user exists exactly when somebody has signed in: disabled ones count. */
export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('appUser').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function listMemberships(db: Db, userId: number): Promise<number[]> {
  const rows = await db.selectFrom('membership').select('companyId').where('userId', '=', userId).execute();
  return rows.map(({ companyId }) => companyId);
}

/** The first administrator belongs to every company there is. */
export async function joinAllCompanies(tx: Db, userId: number): Promise<void> {
  await tx
    .insertInto('membership')
    .columns(['companyId', 'userId'])
    .expression((query) =>
      query.selectFrom('company').select((column) => ['company.id', column.val(userId).as('userId')]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A new company belongs to the one who made it, or to every administrator when this computer did. */
export async function admitToCompany(
  tx: Db,
  companyId: number,
  who: 'everybody' | { readonly userId: number },
): Promise<void> {
  await tx
    .insertInto('membership')
    .columns(['companyId', 'userId'])
    .expression((query) =>
      query
        .selectFrom('appUser')
        .select((column) => [column.val(companyId).as('companyId'), 'appUser.id'])
        .where('disabledAt', 'is', null)
        .$if(who !== 'everybody', (users) => users.where('id', '=', who === 'everybody' ? 0 : who.userId)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
