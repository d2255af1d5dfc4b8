import { dropOldIdempotencyKeys } from '../db/idempotency-keys.ts';
import { forgetDirectoryChanges } from '../db/ordered-lists.ts';
import type { Deps } from './deps.ts';
import { sweepAccess } from './sweep-access.ts';

/** Housekeeping of what has had its time: sessions, links, kept answers, notes of changes. */
export async function sweep(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await dropOldIdempotencyKeys(deps.db);
  await forgetDirectoryChanges(deps.db);
  await sweepAccess(deps);
}
