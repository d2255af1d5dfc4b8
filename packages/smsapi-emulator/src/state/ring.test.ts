import { describe, expect, it } from 'vitest';
import { createFifo } from './fifo.ts';
import { createRing } from './ring.ts';

describe('ring', () => {
  it('keeps the newest items and counts all of them', () => {
    const ring = createRing<number>(3);
    for (let item = 1; item <= 10; item += 1) ring.push(item);
    expect(ring.all()).toEqual([8, 9, 10]);
    expect(ring.last()).toBe(10);
    expect(ring.total).toBe(10);
    ring.clear();
    expect(ring.all()).toEqual([]);
    expect(ring.total).toBe(0);
  });
});

describe('fifo', () => {
  it('gives back thousands of items in order while new ones come', () => {
    const fifo = createFifo<number>();
    const seen: number[] = [];
    for (let item = 0; item < 5_000; item += 1) {
      fifo.push(item);
      if (item % 2 === 1) seen.push(fifo.shift() ?? -1);
    }
    expect(fifo.size).toBe(2_500);
    for (let item = fifo.shift(); item !== undefined; item = fifo.shift()) seen.push(item);
    expect(seen).toEqual(Array.from({ length: 5_000 }, (_, index) => index));
    expect(fifo.shift()).toBeUndefined();
  });
});
