/** A seeded source of choices: the same seed gives the same samples on every machine. */
export type Random = {
  /** A whole number from 0 to `below` - 1. */
  readonly below: (below: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly chance: (share: number) => boolean;
  readonly digits: (count: number) => string;
};

/** Mulberry32: small, fast, and good enough for inventing firms. */
export function createRandom(seed: number): Random {
  let state = seed;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(fraction() * count);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    chance: (share) => fraction() < share,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  };
}
