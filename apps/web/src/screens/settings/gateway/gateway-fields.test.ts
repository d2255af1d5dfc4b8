import { expect, it } from 'vitest';
import { isInRange } from './gateway-fields.ts';

it.each([
  [1, true],
  [10_000, true],
  [0, false],
  [10_001, false],
  ['', false],
] as const)('a batch of %j is taken: %s', (value, taken) => expect(isInRange('batchSize', value)).toBe(taken));
