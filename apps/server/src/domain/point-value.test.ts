import { expect, it } from 'vitest';
import { USUAL_POINT_VALUE, valueOf } from './point-value.ts';

it.each([
  { points: 1_500, pointValue: USUAL_POINT_VALUE, value: 1_500 },
  { points: 100_000, pointValue: 800, value: 8_000 },
  { points: 1_500, pointValue: 1_655, value: 248 },
  { points: 0, pointValue: 1_655, value: 0 },
])('$points ten-thousandths of a point at $pointValue are worth $value', ({ points, pointValue, value }) => {
  expect(valueOf(points, pointValue)).toBe(value);
});
