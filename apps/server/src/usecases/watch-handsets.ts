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

interface Watched {
  /** Stops following when nobody has looked for a while. */
  readonly timer: NodeJS.Timeout;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Announces `phones.changed` while somebody looks, and costs nothing while nobody does: reading handsets is what keeps the
 * emulator followed. It says itself when something happens, several changes at once, so nothing is asked in turns.
 */
export function createHandsetWatch(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'log'>,
  lookMs: number = LOOK_MS,
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
      if (known) known.timer.refresh();
      if (known || closed) return;
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), lookMs).unref();
      const ended = follow(companyId, stop.signal).then(() => {
        clearTimeout(timer);
        watched.delete(companyId);
      });
      watched.set(companyId, { timer, stop, ended });
    },
    close: async () => {
      closed = true;
      for (const { stop } of watched.values()) stop.abort();
      await Promise.all([...watched.values()].map(({ ended }) => ended));
    },
  };
}
