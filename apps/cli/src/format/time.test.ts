import { describe, expect, it } from 'vitest';
import { formatAge } from './time.ts';

describe('an age', () => {
  it.each([
    [0, '0 s'],
    [119, '119 s'],
    [120, '2 min'],
    [7199, '119 min'],
    [7200, '2 h'],
    [172_799, '47 h'],
    [172_800, '2 dni'],
  ])('of %d seconds is told as %s', (seconds, text) => {
    expect(formatAge(seconds)).toBe(text);
  });
});
