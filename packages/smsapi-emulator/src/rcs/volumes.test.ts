import { describe, expect, it } from 'vitest';
import { countryOf } from './volumes.ts';

describe('the country of a number', () => {
  it.each([
    ['48500100200', 'PL'],
    ['420601234567', 'CZ'],
    ['421901234567', 'SK'],
    ['4915112345678', 'DE'],
    ['380671234567', 'UA'],
    ['12025550123', 'US'],
    ['99899123456', 'ZZ'],
  ])('%s is %s', (number, country) => {
    expect(countryOf(number)).toBe(country);
  });
});
