import { dropOldEditors } from '../db/campaign-editors.ts';
import { dropOldIdempotencyKeys } from '../db/idempotency-keys.ts';
import { forgetDirectoryChanges } from '../db/ordered-lists.ts';
import { EDITOR_SILENT_MS } from './announce-editor.ts';
import type { Deps } from './deps.ts';
import { sweepAccess } from './sweep-access.ts';

/** Housekeeping of what has had its time: sessions, links, kept answers, notes of changes, closed windows. */
export async function sweep(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await dropOldIdempotencyKeys(deps.db);
  await forgetDirectoryChanges(deps.db);
  await dropOldEditors(deps.db, new Date(deps.clock().getTime() - EDITOR_SILENT_MS));
  await sweepAccess(deps);
}
