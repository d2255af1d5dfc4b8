import { describe, expect, it } from 'vitest';
import { between, createRandom, fingerprint, keyedRandom } from './random.ts';

const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed));

describe('random', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('draws by key, whatever was drawn before', () => {
    const alone = keyedRandom(1, '48500100200 a')();
    keyedRandom(1, 'something else')();
    expect(keyedRandom(1, '48500100200 a')()).toBe(alone);
    expect(keyedRandom(2, '48500100200 a')()).not.toBe(alone);
    expect(keyedRandom(1, '48500100200 b')()).not.toBe(alone);
  });

  it('spreads evenly enough for shares of a few per cent to mean something', () => {
    const draws = Array.from({ length: 20_000 }, (_, index) => keyedRandom(3, `key ${index}`)());
    const share = draws.filter((drawn) => drawn < 0.05).length / draws.length;
    expect(share).toBeGreaterThan(0.045);
    expect(share).toBeLessThan(0.055);
    expect(draws.every((drawn) => drawn >= 0 && drawn < 1)).toBe(true);
  });

  it('keeps whole numbers between both ends', () => {
    const random = createRandom(5);
    const drawn = new Set(Array.from({ length: 200 }, () => between(random, 2, 4)));
    expect(drawn).toEqual(new Set([2, 3, 4]));
  });

  it('tells texts of equal letters in another order apart', () => {
    expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
  });
});
