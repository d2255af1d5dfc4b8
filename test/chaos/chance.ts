import { createHash } from 'node:crypto';

/** Everything that is drawn comes from here, so that a seed names a run. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/**
 * Draws from SHA-256 of seed, purpose and a counter: two purposes do not disturb each other.
 * @example createChance(7, 'kills').between(1, 6)
 */
export function createChance(seed: number, purpose: string): Chance {
  let drawn = 0;
  const share = (): number =>
    createHash('sha256').update(`${seed}/${purpose}/${drawn++}`).digest().readUInt32BE() / 2 ** 32;
  const between = (from: number, to: number): number => from + Math.floor(share() * (to - from + 1));
  return {
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: share() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
}
