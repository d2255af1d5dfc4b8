import { describe, expect, it } from 'vitest';
import { readInboundSearch } from './inbound-search.ts';

describe('the address of the replies', () => {
  it.each([
    [{}, {}],
    [{ stan: 'wszystkie' }, { stan: 'wszystkie' }],
    [{ stan: 'do-przeczytania' }, {}],
    [{ stan: 'inne', id: 'x' }, {}],
    [{ id: 12 }, { id: '12' }],
    [
      { stan: 'wycofane', id: '12' },
      { stan: 'wycofane', id: '12' },
    ],
  ])('%o means %o', (search, meant) => {
    expect(readInboundSearch(search)).toEqual(meant);
  });
});
