import { momentAfter, WHEN_ALLOWED, type When } from '../when.ts';

/** When a fault strikes; all that is said must hold. Nothing said: always. */
export interface Conditions {
  /** Lets the first so many pass. */
  readonly after?: number;
  /** Strikes only every so many-th: 3 is the third, the sixth, … of those after `after`. */
  readonly every?: number;
  /** Share (0..1) it strikes; 1 unless said otherwise. */
  readonly rate?: number;
  /** Strikes so many times and is gone. Without it the rule stays until it is removed. */
  readonly next?: number;
  /** From this moment on the emulator's clock. */
  readonly from?: When;
  /** Until this moment, which is not included. */
  readonly until?: When;
  /** A regular expression: strikes only what concerns such a number. */
  readonly numbers?: string;
}

/** How often a rule was met, and what it did. */
export interface Tally {
  /** How often it may still strike; null means no end. */
  readonly left: number | null;
  readonly struck: number;
  /** How many fitted it while it was in force, struck or let pass. */
  readonly seen: number;
}

/** One rule in force. */
export interface Armed<R extends Conditions> {
  readonly rule: R;
  tally(): Tally;
  readonly fitsNumber: (number: string) => boolean;
  /**
   * Whether it strikes what already fits its place and numbers, now; counts it either way.
   * `draw` is asked for a number in [0, 1) only when the rule has a rate.
   */
  strikes(now: number, draw: () => number): boolean;
}

const momentIn = (when: When | undefined, now: number, otherwise: number): number => {
  const at = when === undefined ? otherwise : momentAfter(when, now);
  if (at === null) throw new RangeError(`A moment is ${WHEN_ALLOWED}.`);
  return at;
};

/**
 * Puts a rule in force: from here on it counts.
 * @throws SyntaxError for a pattern that cannot be compiled, RangeError for a moment that cannot be understood
 */
export const arm = <R extends Conditions>(rule: R, now: number): Armed<R> => {
  const { after = 0, every = 1, rate } = rule;
  const pattern = rule.numbers === undefined ? null : new RegExp(rule.numbers);
  const fromAt = momentIn(rule.from, now, -Infinity);
  const untilAt = momentIn(rule.until, now, Infinity);
  let left = rule.next ?? null;
  let struck = 0;
  let seen = 0;
  return {
    rule,
    tally: () => ({ left, struck, seen }),
    fitsNumber: (number) => pattern === null || pattern.test(number),
    strikes(at, draw) {
      if (left === 0 || at < fromAt || at >= untilAt) return false;
      seen += 1;
      const nth = seen - after;
      if (nth <= 0 || nth % every !== 0) return false;
      if (rate !== undefined && draw() >= rate) return false;
      struck += 1;
      if (left !== null) left -= 1;
      return true;
    },
  };
};
