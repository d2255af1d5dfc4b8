import { describe, expect, it } from 'vitest';
import { createLogBook } from '../../test/support/watch.ts';
import { createStall } from './stall.ts';

function start() {
  const book = createLogBook();
  const clock = { ms: 0 };
  return { book, clock, stall: createStall(book.log, () => clock.ms) };
}

describe('a trouble of the worker', () => {
  it('is told once, and once more when it is over', () => {
    const { book, clock, stall } = start();
    for (let n = 0; n < 100; n++) stall.hit(new Error('away'), 'database_unavailable');
    expect(stall.lasts).toBe(true);
    clock.ms = 90_000;
    stall.begin()();
    stall.begin()();
    expect(stall.lasts).toBe(false);
    expect(book.lines.map(({ msg }) => msg)).toEqual(['sending.stalled', 'sending.goes_on']);
    expect(book.lines[1]).toMatchObject({ failures: 100, seconds: 90 });
  });

  it('is not over for something that worked, but had begun before', () => {
    const { book, stall } = start();
    const worked = stall.begin();
    stall.hit(new Error('away'), 'database_unavailable');
    worked();
    expect(stall.lasts).toBe(true);
    stall.hit(new Error('away'), 'database_unavailable');
    stall.begin()();
    expect(stall.lasts).toBe(false);
    expect(book.lines.map(({ msg }) => msg)).toEqual(['sending.stalled', 'sending.goes_on']);
  });

  it('is mentioned again every ten minutes while it lasts', () => {
    const { book, clock, stall } = start();
    for (let minute = 0; minute <= 60; minute++) {
      clock.ms = minute * 60_000;
      stall.hit(new Error('away'), null);
    }
    expect(book.named('sending.stalled')).toHaveLength(7);
  });

  it('is waited out longer and longer, up to half a minute', () => {
    const { stall } = start();
    const waits = Array.from({ length: 12 }, () => stall.hit(new Error('away'), null));
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(15_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
  });
});
