/** Lines of one name that pass in one minute. */
const MOST = 10;
const MINUTE_MS = 60_000;

/** Lets so many events of one name pass in a minute, and says with the next minute's first how many it kept back. */
export interface FloodGate {
  /** How many of this name were kept back before this one; null when this one is kept back too. */
  pass(name: string): number | null;
}

/**
 * A database that goes away is noticed by every connection and every job, once a second: ten lines a minute say it as well
 * as a thousand.
 * @param now a clock that is never set, in milliseconds
 */
export function createFloodGate(now: () => number): FloodGate {
  const seen = new Map<string, { since: number; passed: number; keptBack: number }>();
  return {
    pass: (name) => {
      const at = now();
      const last = seen.get(name);
      if (last && at - last.since < MINUTE_MS) {
        last.passed += 1;
        if (last.passed <= MOST) return 0;
        last.keptBack += 1;
        return null;
      }
      seen.set(name, { since: at, passed: 1, keptBack: 0 });
      return last?.keptBack ?? 0;
    },
  };
}
