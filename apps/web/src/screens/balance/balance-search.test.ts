import { describe, expect, it } from 'vitest';
import { readBalanceSearch } from './balance-search.ts';

describe('the address of the balance', () => {
  it('names a period that there is, and no other', () => {
    expect([{ dni: '90' }, { dni: 7 }, { dni: '14' }, {}].map(readBalanceSearch)).toEqual([
      { dni: '90' },
      { dni: '7' },
      {},
      {},
    ]);
  });
});
