import { expect, it } from 'vitest';
import { createLimiter } from './limiter.ts';

it('allows so many requests in each second, and any number without a limit', () => {
  let now = 10_000;
  const limiter = createLimiter(() => now);
  expect([1, 2, 3].map(() => limiter.allows(2))).toEqual([true, true, false]);
  now = 10_999;
  expect(limiter.allows(2)).toBe(false);
  now = 11_000;
  expect([limiter.allows(2), limiter.allows(0), limiter.allows(2), limiter.allows(2)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
