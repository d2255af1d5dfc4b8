import { findApiKey, touchApiKey } from '../db/api-keys.ts';
import { findSession, touchSession } from '../db/sessions.ts';
import { access, isStale, parseApiKey } from '../domain/access.ts';
import type { Actor, Deps } from './deps.ts';
import { hashOf, isTokenOf } from './new-token.ts';

/** Who is behind a key or a session. */
export interface Identified {
  readonly actor: Actor;
  readonly via: 'session' | 'api_key';
  readonly user: { readonly id: number; readonly name: string; readonly email: string | null } | null;
  readonly companies: 'all' | ReadonlySet<number>;
  /** The key of the running server, readable only on this computer. */
  readonly local: boolean;
}

/** The owner of an API key; null for a key that is none, is wrong, was revoked, or whose user is disabled. */
export async function identifyByKey(deps: Pick<Deps, 'db' | 'clock'>, text: string): Promise<Identified | null> {
  const given = parseApiKey(text);
  const key = given && (await findApiKey(deps.db, given.prefix));
  if (!given || !key || !isTokenOf(key.secretHash, given.secret)) return null;
  const now = deps.clock();
  if (isStale(key.lastUsedAt, now)) await touchApiKey(deps.db, { id: key.id, at: now });
  const { userId, userName, userEmail } = key;
  return {
    actor: `key:${key.prefix}`,
    via: 'api_key',
    user: userId === null ? null : { id: userId, name: userName ?? '', email: userEmail },
    companies: userId === null ? 'all' : new Set(key.companyIds),
    local: key.local,
  };
}

/** The user of a session; null when it ended, was idle for too long, or its user is disabled. */
export async function identifyBySession(deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<Identified | null> {
  const now = deps.clock();
  const seenAfter = new Date(now.getTime() - access.idleMs);
  const session = await findSession(deps.db, { tokenHash: hashOf(token), now, seenAfter });
  if (!session) return null;
  if (isStale(session.lastSeenAt, now)) await touchSession(deps.db, { id: session.id, at: now });
  const { userId, userName: name, userEmail: email } = session;
  return {
    actor: `user:${userId}`,
    via: 'session',
    user: { id: userId, name, email },
    companies: new Set(session.companyIds),
    local: false,
  };
}
