import { recordAudit } from '../db/audit-events.ts';
import { inTransaction, type Db } from '../db/database.ts';
import { lockInstance } from '../db/instance.ts';
import { insertSession } from '../db/sessions.ts';
import { takeSignInLink } from '../db/sign-in-links.ts';
import { findActiveUser, hasUsers, insertUser, joinAllCompanies, listMemberships, type UserRow } from '../db/users.ts';
import { access } from '../domain/access.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { hashOf, newToken } from './new-token.ts';

export interface OpenedSession {
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly user: UserRow;
  readonly companies: ReadonlySet<number>;
}

/** Turns a one-time link into a session. A link works once, even when two come at the same moment. */
export async function signIn(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: { readonly token: string },
): Promise<Outcome<OpenedSession>> {
  const now = deps.clock();
  return inTransaction(deps.db, async (tx) => {
    const link = await takeSignInLink(tx, { tokenHash: hashOf(input.token), now });
    const user = link && (link.userId === null ? await firstUser(tx) : await findActiveUser(tx, link.userId));
    if (!user) return refuse('sign_in_link_unusable');
    const token = newToken();
    const expiresAt = new Date(now.getTime() + access.sessionMs);
    await insertSession(tx, { userId: user.id, tokenHash: hashOf(token), createdAt: now, expiresAt });
    await recordAudit(tx, { companyId: null, actor: `user:${user.id}`, action: 'session.opened' });
    return done({ token, expiresAt, user, companies: new Set(await listMemberships(tx, user.id)) });
  });
}

/** The first administrator: of several links printed by several starts, the first one used makes it and ends the others. */
async function firstUser(tx: Db): Promise<UserRow | undefined> {
  await lockInstance(tx);
  if (await hasUsers(tx)) return undefined;
  const user = await insertUser(tx, { name: 'Administrator', email: null });
  await joinAllCompanies(tx, user.id);
  await recordAudit(tx, {
    companyId: null,
    actor: `user:${user.id}`,
    action: 'user.created',
    subject: `user:${user.id}`,
  });
  return user;
}
