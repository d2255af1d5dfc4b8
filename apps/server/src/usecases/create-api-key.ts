import { randomInt } from 'node:crypto';
import { insertApiKey, type ApiKeyRow } from '../db/api-keys.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import type { Actor, Deps } from './deps.ts';
import { hashOf, newToken } from './new-token.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newPrefix = (): string =>
  `goniec_${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

export interface NewApiKey {
  readonly key: ApiKeyRow;
  /** The whole key, shown this once. */
  readonly secret: string;
}

/** A key for a program. Without a user it was made on this very computer and sees every company. */
export async function createApiKey(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { readonly userId: number | null; readonly name: string; readonly actor: Actor },
): Promise<NewApiKey> {
  const { userId, name, actor } = input;
  return inTransaction(deps.db, async (tx) => {
    const made = await insertNewKey(tx, { userId, name, local: false, createdAt: deps.clock() });
    await recordAudit(tx, {
      companyId: null,
      actor,
      action: 'api_key.created',
      subject: made.key.prefix,
      data: { name },
    });
    return made;
  });
}

/** Makes prefix and secret; only the hash of the secret is kept. */
export async function insertNewKey(
  tx: Db,
  key: { readonly userId: number | null; readonly name: string; readonly local: boolean; readonly createdAt: Date },
): Promise<NewApiKey> {
  const [prefix, secret] = [newPrefix(), newToken()];
  const row = await insertApiKey(tx, { ...key, prefix, secretHash: hashOf(secret) });
  return { key: row, secret: `${prefix}_${secret}` };
}
