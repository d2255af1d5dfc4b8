import { describe, expect, it } from 'vitest';
import { filterOf, readContractorsSearch } from './contractors-search.ts';

describe('the address of the contractor list', () => {
  it('keeps what it knows', () => {
    const search = {
      q: 'Nowak',
      group: 'VIP',
      consent: 'active',
      number: 'faulty',
      sort: 'city',
      desc: true,
      open: '12',
      tab: 'zgody',
    };
    expect(readContractorsSearch(search)).toEqual(search);
  });

  it('forgets what it does not know', () => {
    expect(readContractorsSearch({ q: '', consent: 'perhaps', sort: 'password', desc: 'yes', other: 1 })).toEqual({});
  });

  it('takes a number for a text: the router reads digits as one', () => {
    expect(readContractorsSearch({ q: 501234567, open: 12 })).toEqual({ q: '501234567', open: '12' });
  });

  it('gives the API the filter alone', () => {
    expect(filterOf({ q: 'a', sort: 'city', open: '1' })).toEqual({ q: 'a' });
  });
});
