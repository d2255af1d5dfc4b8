import { announce } from '../db/announcements.ts';
import type { Deps } from './deps.ts';
import { openHandsets } from './open-handsets.ts';

/** How long the emulator is followed after the last look. A screen that stays open looks again within this. */
const LOOK_MS = 60_000;

/** Follows the emulators of those companies whose handsets somebody looks at. */
export interface HandsetWatch {
  /** Somebody has just looked at the handsets of a company: what happens on them is announced for a while. */
  look(companyId: number): void;
  close(): Promise<void>;
}

/** Ends once, a while after it began or was last begun anew. */
export interface Countdown {
  beginAnew(): void;
  cancel(): void;
}

export function countDown(end: () => void, ms = LOOK_MS): Countdown {
  const timer = setTimeout(end, ms).unref();
  return { beginAnew: () => void timer.refresh(), cancel: () => clearTimeout(timer) };
}

interface Watched {
  /** Stops following when nobody has looked for a while. */
  readonly patience: Countdown;
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

/**
 * Announces `phones.changed` while somebody looks, and costs nothing while nobody does: reading handsets is what keeps the
 * emulator followed. It says itself when something happens, several changes at once, so nothing is asked in turns.
 */
export function createHandsetWatch(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'log'>,
  begin: (end: () => void) => Countdown = countDown,
): HandsetWatch {
  const watched = new Map<number, Watched>();
  let closed = false;

  const tell = (companyId: number) => {
    announce(deps.db, { type: 'phones.changed', companyId: String(companyId), id: null }).catch((error: unknown) =>
      deps.log.warn({ err: error, companyId }, 'phones.not_announced'),
    );
  };
  const follow = async (companyId: number, signal: AbortSignal): Promise<void> => {
    try {
      const handsets = await openHandsets(deps, companyId);
      if (handsets.ok) await handsets.value.follow(() => tell(companyId), signal);
    } catch (error) {
      deps.log.warn({ err: error, companyId }, 'phones.not_followed');
    }
  };

  return {
    look: (companyId) => {
      const known = watched.get(companyId);
      const isFollowed = known !== undefined && !known.stop.signal.aborted;
      if (isFollowed) known.patience.beginAnew();
      if (isFollowed || closed) return;
      const stop = new AbortController();
      const patience = begin(() => stop.abort());
      const following = follow(companyId, stop.signal).then(() => {
        patience.cancel();
        if (watched.get(companyId)?.stop === stop) watched.delete(companyId);
      });
      // one that was told to stop may still be about to
      watched.set(companyId, { patience, stop, ended: Promise.all([known?.ended, following]) });
    },
    close: async () => {
      closed = true;
      for (const { stop } of watched.values()) stop.abort();
      await Promise.all([...watched.values()].map(({ ended }) => ended));
    },
  };
}
