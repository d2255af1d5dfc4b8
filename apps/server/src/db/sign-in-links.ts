import type { Db } from './database.ts';

/** A link for nobody (`userId` null) makes the first administrator. */
export async function insertSignInLink(
  db: Db,
  link: { readonly tokenHash: Buffer; readonly userId: number | null; readonly expiresAt: Date },
): Promise<void> {
  await db.insertInto('signInLink').values(link).execute();
}

/** Uses a link up. Of two who come at once only one gets it (style rule 18); undefined: used, expired or never made. */
export async function takeSignInLink(
  tx: Db,
  link: { readonly tokenHash: Buffer; readonly now: Date },
): Promise<{ readonly userId: number | null } | undefined> {
  return tx
    .updateTable('signInLink')
    .set({ usedAt: link.now })
    .where('tokenHash', '=', link.tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', link.now)
    .returning('userId')
    .executeTakeFirst();
}

export async function dropOldSignInLinks(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('signInLink').where('expiresAt', '<', before).execute();
}
