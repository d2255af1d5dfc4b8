import { dropOldIdempotencyKeys } from '../db/idempotency-keys.ts';
import type { Deps } from './deps.ts';

/** Housekeeping of what has had its time. */
export async function sweep(deps: Pick<Deps, 'db'>): Promise<void> {
  await dropOldIdempotencyKeys(deps.db);
}
