import { describe, expect, it } from 'vitest';
import { createBoundedLog } from './bounded-log.ts';

const logOf = (items: number, weight = Infinity) =>
  createBoundedLog<string>({ items, weight, weigh: (item) => item.length });

describe('a bounded log', () => {
  it('keeps the newest up to its number', () => {
    const log = logOf(3);
    for (let nth = 0; nth < 1_000; nth += 1) log.push(String(nth));
    expect([log.all(), log.last(), log.size, log.total]).toEqual([['997', '998', '999'], '999', 3, 1_000]);
  });

  it('keeps the newest up to its weight, and nothing heavier than all of it', () => {
    const log = logOf(100, 10);
    for (const item of ['aaaa', 'bbbb', 'cccc']) log.push(item);
    expect([log.all(), log.weight]).toEqual([['bbbb', 'cccc'], 8]);
    log.push('x'.repeat(11));
    expect([log.all(), log.weight, log.last()]).toEqual([[], 0, undefined]);
    log.push('d');
    expect(log.all()).toEqual(['d']);
  });

  it('keeps nothing when told so, and still counts', () => {
    const log = logOf(0);
    log.push('a');
    expect([log.all(), log.last(), log.size, log.weight, log.total]).toEqual([[], undefined, 0, 0, 1]);
  });

  it('is empty and uncounted after a clear', () => {
    const log = logOf(2);
    log.push('a');
    log.clear();
    expect([log.all(), log.total, log.weight]).toEqual([[], 0, 0]);
  });
});
