import { describe, expect, it } from 'vitest';
import { groupsOfDeferred, halvesOf } from './split.ts';

describe('messages the gateway would not take together', () => {
  it.each([
    [[1], [[1]]],
    [
      [1, 2],
      [[1], [2]],
    ],
    [
      [1, 2, 3],
      [[1, 2], [3]],
    ],
    [[], []],
  ])('%j are halved into %j', (ids, halves) => {
    expect(halvesOf(ids)).toEqual(halves);
  });

  it('that were put off by name wait each alone', () => {
    expect(groupsOfDeferred([4, 7], 10)).toEqual([[4], [7]]);
  });

  it('that were put off all together are halved, for only one of them may be meant', () => {
    expect(groupsOfDeferred([1, 2, 3, 4], 4)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
