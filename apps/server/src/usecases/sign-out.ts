import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { deleteSession } from '../db/sessions.ts';
import type { Deps } from './deps.ts';
import { hashOf } from './new-token.ts';

/** Ends the session on the server: a copy of the cookie is worth nothing after this. */
export async function signOut(deps: Pick<Deps, 'db'>, input: { readonly token: string }): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const userId = await deleteSession(tx, hashOf(input.token));
    if (userId !== undefined)
      await recordAudit(tx, { companyId: null, actor: `user:${userId}`, action: 'session.closed' });
  });
}
