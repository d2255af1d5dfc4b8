import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import { insertSignInLink } from '../db/sign-in-links.ts';
import { hasUsers } from '../db/users.ts';
import { access } from '../domain/access.ts';
import type { Actor, Deps } from './deps.ts';
import { hashOf, newToken } from './new-token.ts';

export interface SignInLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A link that signs one person in once. For nobody (`userId` null) it makes the first administrator. */
export async function createSignInLink(
  deps: Pick<Deps, 'db' | 'clock' | 'publicUrl'>,
  input: { readonly userId: number | null; readonly ttlMs: number; readonly actor: Actor },
): Promise<SignInLink> {
  const { userId, ttlMs, actor } = input;
  const token = newToken();
  const expiresAt = new Date(deps.clock().getTime() + ttlMs);
  await inTransaction(deps.db, async (tx) => {
    await insertSignInLink(tx, { tokenHash: hashOf(token), userId, expiresAt });
    const subject = userId === null ? 'user:first' : `user:${userId}`;
    await recordAudit(tx, { companyId: null, actor, action: 'sign_in_link.created', subject, data: { expiresAt } });
  });
  return { url: `${deps.publicUrl}/zaloguj?token=${token}`, expiresAt };
}

/** The address that makes the first administrator, printed at every start until somebody has used one; then null. */
export async function firstSignInLink(deps: Pick<Deps, 'db' | 'clock' | 'publicUrl'>): Promise<string | null> {
  if (await hasUsers(deps.db)) return null;
  const link = await createSignInLink(deps, { userId: null, ttlMs: access.firstLinkMs, actor: 'system:start' });
  return link.url;
}
