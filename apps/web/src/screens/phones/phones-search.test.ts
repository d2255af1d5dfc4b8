import { describe, expect, it } from 'vitest';
import { numerOf, phoneOf, readPhonesSearch } from './phones-search.ts';

describe('the address of the test phones', () => {
  it.each([
    [{ numer: 48501234567 }, { numer: 48501234567 }],
    [
      { numer: '48501234567', q: 'żurek' },
      { numer: 48501234567, q: 'żurek' },
    ],
    [{ numer: '+48501234567' }, { numer: 48501234567 }],
    [{ q: 501 }, { q: '501' }],
    [{ numer: 'STOP', q: '' }, {}],
    [{ numer: 5, q: ['x'] }, {}],
    [{}, {}],
  ])('%o means %o', (search, meant) => {
    expect(readPhonesSearch(search)).toEqual(meant);
  });

  it('names a number by its digits', () => {
    expect(numerOf(phoneOf(48501234567))).toBe(48501234567);
  });
});
