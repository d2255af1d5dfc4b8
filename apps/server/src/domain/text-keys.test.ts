import { describe, expect, it } from 'vitest';
import { fold, sortKey } from './text-keys.ts';

describe('fold', () => {
  it.each([
    ['  ŁÓDŹ  Sp. z o.o.', 'lodz sp. z o.o.'],
    ['Zażółć gęślą jaźń', 'zazolc gesla jazn'],
    ['Café\tMüller', 'cafe muller'],
    ['Ło\u0301dz\u0301', 'lodz'],
  ])('makes %j searchable as %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });
});

describe('sortKey', () => {
  it('sorts as the Polish alphabet does', () => {
    const sorted = [
      'Adam',
      'Azot',
      'Ąkord',
      'Bąk',
      'Cukier',
      'Ćma',
      'Dom',
      'Lato',
      'Luz',
      'Łan',
      'Mak',
      'Owca',
      'Ósmy',
      'Pas',
      'Zając',
      'Zrąb',
      'Źdźbło',
      'Żuk',
    ];
    const keyed = sorted.toReversed().toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(keyed).toEqual(sorted);
  });
});
