import { inTransaction } from '../db/database.ts';
import { troubleOf, type DatabaseTrouble } from '../db/trouble.ts';
import type { Deps } from './deps.ts';
import { logPaused, pauseCampaigns } from './pause-campaigns.ts';

/**
 * An error while sending: whether it is the database's own, and what can still be done about it. A full disk is shown in the campaigns
 * as the cause of a pause (`storage`), as far as a row that is already there can still be changed; else the log and `/ready`
 * tell it.
 */
export async function meetTrouble(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  error: unknown,
): Promise<DatabaseTrouble | null> {
  const trouble = troubleOf(error);
  if (trouble !== 'database_full') return trouble;
  try {
    const stop = { cause: 'storage', code: null, proof: 'room' } as const;
    logPaused(deps, await inTransaction(deps.db, (tx) => pauseCampaigns(deps, tx, {}, stop)));
  } catch (second) {
    if (troubleOf(second) === null) throw second;
  }
  return trouble;
}
