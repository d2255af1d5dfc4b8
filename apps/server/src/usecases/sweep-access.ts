import { dropOldSessions } from '../db/sessions.ts';
import { dropOldSignInLinks } from '../db/sign-in-links.ts';
import { access } from '../domain/access.ts';
import type { Deps } from './deps.ts';

/** Forgets links and sessions that open nothing any more. */
export async function sweepAccess(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = deps.clock();
  await dropOldSignInLinks(deps.db, now);
  await dropOldSessions(deps.db, { expired: now, unseenSince: new Date(now.getTime() - access.idleMs) });
}
