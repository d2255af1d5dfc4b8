import { revokeApiKey as revoke } from '../db/api-keys.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';

/** Ends a key at once: its next request is not signed in. */
export async function revokeApiKey(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { readonly keyId: number; readonly of: 'all' | { readonly userId: number }; readonly actor: Actor },
): Promise<Outcome<void>> {
  return inTransaction(deps.db, async (tx) => {
    const prefix = await revoke(tx, { id: input.keyId, of: input.of, at: deps.clock() });
    if (prefix === undefined) return refuse('not_found');
    await recordAudit(tx, { companyId: null, actor: input.actor, action: 'api_key.revoked', subject: prefix });
    return done(undefined);
  });
}
