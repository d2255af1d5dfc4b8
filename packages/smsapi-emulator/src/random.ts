/** A source of numbers in [0, 1). */
export type Random = () => number;

/** 32-bit mixing step: every input bit reaches every output bit. */
const scramble = (value: number): number => {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** A 32-bit fingerprint of a text; equal texts and seeds give equal numbers on every machine. */
export const fingerprint = (text: string, seed = 0): number => {
  let state = scramble(seed ^ 0x5bd1e995);
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return scramble(state ^ text.length);
};

/** A repeatable stream: the same seed gives the same numbers. */
export const createRandom = (seed: number): Random => {
  let position = scramble(seed);
  return () => {
    position = (position + 0x9e3779b9) | 0;
    return scramble(position) / 0x1_0000_0000;
  };
};

/**
 * A stream that depends on what is asked about, not on when it is asked:
 * two runs whose requests arrive in another order still draw the same numbers for the same key.
 */
export const keyedRandom = (seed: number, key: string): Random => createRandom(fingerprint(key, seed));

/** A whole number between both ends, both included. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
