import type { Log } from '../log.ts';
import { backOffMs, type BackOff } from '../domain/retry-delay.ts';

const PAUSES: BackOff = { firstMs: 500, longestMs: 30_000 };

/** While it lasts a trouble is mentioned again this often. */
const REMINDER_MS = 10 * 60_000;

/** A trouble of the worker itself, mostly of its database: how long to wait after each failure, told once and not at every try. */
export interface Stall {
  readonly lasts: boolean;
  /** One more failure; returns how long to wait before the next try. */
  hit(error: unknown, trouble: string | null): number;
  /**
   * Something begins; what is returned says that it worked, so whatever was wrong has passed. What began before the last failure
   * proves nothing: a database that stops lets some still finish.
   */
  begin(): () => void;
}

/** @param now a clock that is never set: milliseconds since any moment */
export function createStall(log: Log, now: () => number): Stall {
  let [failures, since, toldAt] = [0, 0, 0];
  let hits = 0;
  return {
    get lasts() {
      return failures > 0;
    },
    hit: (error, trouble) => {
      failures += 1;
      hits += 1;
      if (failures === 1) since = now();
      if (failures === 1 || now() - toldAt >= REMINDER_MS) {
        toldAt = now();
        log.error({ err: error, trouble, failures }, 'sending.stalled');
      }
      return backOffMs(PAUSES, failures, Math.random());
    },
    begin: () => {
      const before = hits;
      return () => {
        if (failures === 0 || hits !== before) return;
        log.warn({ failures, seconds: Math.round((now() - since) / 1000) }, 'sending.goes_on');
        failures = 0;
      };
    },
  };
}
