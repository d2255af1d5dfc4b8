import { describe, expect, it } from 'vitest';
import { newestOf } from './newest.ts';

const same = (moment: number): number => moment;

describe('the newest of many', () => {
  it.each([
    ['nothing', [], []],
    ['fewer than asked for', [2, 1], [2, 1]],
    ['old ones first', Array.from({ length: 100 }, (_, at) => at), [99, 98, 97]],
    ['new ones first', Array.from({ length: 100 }, (_, at) => 100 - at), [100, 99, 98]],
    ['all mixed up', Array.from({ length: 100 }, (_, at) => (at * 37) % 101), [100, 99, 98]],
  ])('are found among %s', (_, moments, expected) => {
    expect(newestOf(moments, 3, same)).toEqual(expected);
  });

  it('are all different when many are equally new', () => {
    const items = Array.from({ length: 50 }, (_, id) => ({ id, at: 7 }));
    const found = newestOf(items, 5, ({ at }) => at);
    expect(new Set(found).size).toBe(5);
  });
});
