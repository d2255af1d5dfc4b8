import { describe, expect, it } from 'vitest';
import { readImportSearch } from './import-search.ts';

describe('the address of an import', () => {
  it('keeps what it knows', () => {
    const search = { id: '7', tab: 'wiersze', outcome: 'rejected', remark: 'phone_too_short' };
    expect(readImportSearch(search)).toEqual(search);
  });

  it('takes a number for a text: the router reads digits as one', () => {
    expect(readImportSearch({ id: 7 })).toMatchObject({ id: '7' });
  });

  it('forgets what it does not know', () => {
    expect(readImportSearch({ id: ['7'], tab: 'other', outcome: 'maybe' })).toEqual({});
  });
});
