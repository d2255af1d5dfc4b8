import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Which row a secret belongs to. */
interface SecretKey {
  readonly companyId: number;
  readonly purpose: string;
  readonly recordId: number;
}

export async function storeSecret(tx: Db, secret: SecretKey & { readonly sealed: string }): Promise<void> {
  await tx
    .insertInto('sealedSecret')
    .values(secret)
    .onConflict((conflict) =>
      conflict
        .columns(['companyId', 'purpose', 'recordId'])
        .doUpdateSet({ sealed: secret.sealed, createdAt: sql`now()` }),
    )
    .execute();
}

export async function deleteSecret(tx: Db, { companyId, purpose, recordId }: SecretKey): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sealedSecret')
    .where('companyId', '=', companyId)
    .where('purpose', '=', purpose)
    .where('recordId', '=', recordId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
