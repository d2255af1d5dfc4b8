import { arm, type Armed, type Conditions, type Tally } from './conditions.ts';

/** A rule in force, with what it did so far. */
export type ActiveRule<R> = R & Tally & { readonly id: number };

/** Rules in force: those added by hand first, then those of the scenario. */
export interface Rulebook<R extends Conditions> {
  /** Returns the id by which it can be removed. Throws for a pattern or moment that cannot be understood. */
  add(rule: R): number;
  remove(id: number): boolean;
  /** Removes what was added by hand. */
  clear(): void;
  /** Added by hand, and not yet used up. */
  list(): readonly ActiveRule<R>[];
  /** Replaces the rules of the scenario, and begins to count anew. */
  useScenario(rules: readonly R[]): void;
  /** Rules of the scenario, used up or not; their ids are their places in its list. */
  ofScenario(): readonly ActiveRule<R>[];
  /**
   * The first rule that fits and strikes. `draw` gives a number in [0, 1) for a rule's own key, so that two rules
   * never share their luck.
   */
  first(fits: (rule: Armed<R>) => boolean, draw: (key: string) => number): R | null;
}

const show = <R extends Conditions>(armed: Armed<R>, id: number): ActiveRule<R> => ({
  ...armed.rule,
  ...armed.tally(),
  id,
});

export const createRulebook = <R extends Conditions>(now: () => number): Rulebook<R> => {
  let byHand: readonly { readonly id: number; readonly armed: Armed<R> }[] = [];
  let ofScenario: readonly Armed<R>[] = [];
  let handedOut = 0;

  return {
    add(rule) {
      const armed = arm(rule, now());
      handedOut += 1;
      byHand = [...byHand, { id: handedOut, armed }];
      return handedOut;
    },
    remove(id) {
      const before = byHand.length;
      byHand = byHand.filter((entry) => entry.id !== id);
      return byHand.length < before;
    },
    clear() {
      byHand = [];
    },
    list: () => byHand.map(({ id, armed }) => show(armed, id)),
    useScenario(rules) {
      ofScenario = rules.map((rule) => arm(rule, now()));
    },
    ofScenario: () => ofScenario.map(show),
    first(fits, draw) {
      const at = now();
      const struck = byHand.find(({ id, armed }) => fits(armed) && armed.strikes(at, () => draw(`hand ${id}`)));
      if (struck !== undefined) {
        if (struck.armed.tally().left === 0) byHand = byHand.filter((entry) => entry !== struck);
        return struck.armed.rule;
      }
      const index = ofScenario.findIndex(
        (armed, place) => fits(armed) && armed.strikes(at, () => draw(`profile ${place}`)),
      );
      return ofScenario[index]?.rule ?? null;
    },
  };
};
