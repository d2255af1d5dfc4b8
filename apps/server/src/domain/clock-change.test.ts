import { expect, it } from 'vitest';
import { judgeClock } from './clock-change.ts';

const HOUR = 3_600_000;

it.each([
  [0, 'fine'],
  [300_000, 'fine'],
  [300_001, 'adjust'],
  [HOUR, 'adjust'],
  [48 * HOUR, 'adjust'],
  [48 * HOUR + 1, 'stop'],
  [365 * 24 * HOUR, 'stop'],
])('a clock %i ms behind the latest moment seen: %s', (backMs, verdict) => {
  expect(judgeClock(backMs)).toBe(verdict);
});
