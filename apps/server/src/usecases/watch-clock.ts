import { inTransaction } from '../db/database.ts';
import { lockInstance, raiseHighestDate } from '../db/instance.ts';
import { howFarBack, moveMomentsBack, noteMoment, readHighestMoment } from '../db/moments.ts';
import { judgeClock } from '../domain/clock-change.ts';
import { warsawDate } from '../domain/warsaw-time.ts';
import type { Deps } from './deps.ts';
import { logPaused, pauseCampaigns } from './pause-campaigns.ts';

/**
 * Notices a clock that was set back, once: everything that is waited for moves back with it, nothing whose age is not known any
 * more is asked for again by a program, and a clock more than two days behind stops all campaigns (`clock`) until it is right
 * or a person lets them go on.
 */
export async function watchClock(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<void> {
  if (judgeClock(await howFarBack(deps.db)) === 'fine') return noteMoment(deps.db);
  const change = await inTransaction(deps.db, async (tx) => {
    await lockInstance(tx);
    // Another worker may have seen to it while this one waited for the lock.
    const backMs = await howFarBack(tx);
    const verdict = judgeClock(backMs);
    if (verdict === 'fine') return null;
    const highest = await readHighestMoment(tx);
    if (highest) await raiseHighestDate(tx, warsawDate(highest));
    await moveMomentsBack(tx, backMs);
    const stop = { cause: 'clock', code: null, proof: 'time' } as const;
    return { backMs, paused: verdict === 'stop' ? await pauseCampaigns(deps, tx, {}, stop) : null };
  });
  if (!change) return;
  deps.log.warn({ backSeconds: Math.round(change.backMs / 1000) }, 'clock.set_back');
  logPaused(deps, change.paused);
}
