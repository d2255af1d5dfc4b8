import { sql, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';
import { companiesOf } from './sessions.ts';

export type ApiKeyRow = Selectable<Database['apiKey']>;

/** A key of nobody (`userId` null) speaks for the installation: made on this very computer, it sees every company. */
export async function insertApiKey(
  tx: Db,
  key: {
    readonly userId: number | null;
    readonly name: string;
    readonly prefix: string;
    readonly secretHash: Buffer;
    readonly local: boolean;
    readonly createdAt: Date;
  },
): Promise<ApiKeyRow> {
  return tx.insertInto('apiKey').values(key).returningAll().executeTakeFirstOrThrow();
}

/** The key with this prefix, its user and their companies, in one query. Whether the secret fits is the caller's question. */
export async function findApiKey(db: Db, prefix: string) {
  return db
    .selectFrom('apiKey')
    .leftJoin('appUser', 'appUser.id', 'apiKey.userId')
    .select(['apiKey.id', 'apiKey.prefix', 'apiKey.secretHash', 'apiKey.lastUsedAt', 'apiKey.userId', 'apiKey.local'])
    .select(['appUser.name as userName', 'appUser.email as userEmail', companiesOf().as('companyIds')])
    .where('apiKey.prefix', '=', prefix)
    .where('apiKey.revokedAt', 'is', null)
    .where('appUser.disabledAt', 'is', null)
    .executeTakeFirst();
}

export async function touchApiKey(db: Db, key: { readonly id: number; readonly at: Date }): Promise<void> {
  await db
    .updateTable('apiKey')
    .set({ lastUsedAt: key.at })
    .where('id', '=', key.id)
    .where(sql<boolean>`last_used_at is null or last_used_at < ${key.at}`)
    .execute();
}

/** Keys that work, newest first: those of one user, or all. */
export async function listApiKeys(db: Db, of: 'all' | { readonly userId: number }): Promise<ApiKeyRow[]> {
  return db
    .selectFrom('apiKey')
    .selectAll()
    .where('revokedAt', 'is', null)
    .$if(of !== 'all', (keys) => keys.where('userId', '=', of === 'all' ? 0 : of.userId))
    .orderBy('id', 'desc')
    .execute();
}

/** False: no such key, revoked before, or somebody else's. The key of the running server is not revoked by hand. */
export async function revokeApiKey(
  tx: Db,
  key: { readonly id: number; readonly of: 'all' | { readonly userId: number }; readonly at: Date },
): Promise<string | undefined> {
  const { of } = key;
  const row = await tx
    .updateTable('apiKey')
    .set({ revokedAt: key.at })
    .where('id', '=', key.id)
    .where('revokedAt', 'is', null)
    .where('local', '=', false)
    .$if(of !== 'all', (keys) => keys.where('userId', '=', of === 'all' ? 0 : of.userId))
    .returning('prefix')
    .executeTakeFirst();
  return row?.prefix;
}

/** The keys an earlier start left behind at the same place. One that was used stays known by name: it may stand in ledgers and trails. */
export async function retireLocalKeys(
  tx: Db,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<void> {
  await tx
    .deleteFrom('apiKey')
    .where('local', '=', true)
    .where('name', '=', name)
    .where('lastUsedAt', 'is', null)
    .execute();
  await tx
    .updateTable('apiKey')
    .set({ revokedAt: at })
    .where('local', '=', true)
    .where('name', '=', name)
    .where('revokedAt', 'is', null)
    .execute();
}
