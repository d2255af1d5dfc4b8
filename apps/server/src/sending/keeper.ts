import type { Log } from '../log.ts';
import type { EpochWatch } from '../usecases/watch-epoch.ts';

const LOOK_MS = 1_000;

/** Looks after the epoch every second, beside sending and whatever sending waits for. */
export interface Keeper {
  /** Resolves after the first look: nothing is claimed before it. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when this program must not send any more. */
  readonly lost: Promise<void>;
}

export function createKeeper(watch: EpochWatch, log: Log): Keeper {
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  let failing = false;

  const look = async () => {
    try {
      if ((await watch.look()) !== null) {
        stopped = true;
        lose();
      }
      failing = false;
    } catch (error) {
      // The database may be restarting, the disk full: sending finds out by itself, and the mirror is written later.
      if (!failing) log.warn({ err: error }, 'epoch.look_failed');
      failing = true;
    }
    if (!stopped) timer = setTimeout(turn, LOOK_MS);
  };
  const turn = () => {
    looking = look();
  };

  return {
    start: () => {
      turn();
      return looking;
    },
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      await looking;
      await watch.leave().catch((error: unknown) => log.debug({ err: error }, 'epoch.leave_failed'));
    },
    lost,
  };
}
