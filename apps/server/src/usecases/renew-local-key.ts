import { retireLocalKeys } from '../db/api-keys.ts';
import { inTransaction } from '../db/database.ts';
import { insertNewKey } from './create-api-key.ts';
import type { Deps } from './deps.ts';

/**
 * The key of this computer, new at each start: whoever can read the state folder may use the command line. `place` tells
 * servers that share a database apart, so that the start of one does not lock the others out.
 */
export async function renewLocalKey(deps: Pick<Deps, 'db' | 'clock'>, place = 'local'): Promise<string> {
  return inTransaction(deps.db, async (tx) => {
    const now = deps.clock();
    await retireLocalKeys(tx, { name: place, at: now });
    const made = await insertNewKey(tx, { userId: null, name: place, local: true, createdAt: now });
    return made.secret;
  });
}
