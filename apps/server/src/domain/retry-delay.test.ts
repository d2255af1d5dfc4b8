import { expect, it } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

it('waits longer after every attempt, up to ten minutes', () => {
  expect([1, 2, 3, 7, 8, 60].map(retryDelayMs)).toEqual([5_000, 10_000, 20_000, 320_000, 600_000, 600_000]);
});
