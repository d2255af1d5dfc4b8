import { describe, expect, it } from 'vitest';
import { ROW_HEIGHT, rowWindow, scrollFor, scrollHeight } from './window.ts';

const VIEWPORT = 20 * ROW_HEIGHT;

describe('the window on a long list', () => {
  it('draws what is in sight and a little around it', () => {
    expect(rowWindow(1_000, 100 * ROW_HEIGHT, VIEWPORT)).toEqual({ first: 92, end: 128, offset: 92 * ROW_HEIGHT });
  });

  it.each([0, 1, 19, 20, 21, 1_000, 375_000, 1_000_000, 5_000_000])('of %i rows reaches the last one', (total) => {
    const bottom = Math.max(0, scrollHeight(total) - VIEWPORT);
    expect(rowWindow(total, bottom, VIEWPORT).end).toBe(total);
    expect(rowWindow(total, 0, VIEWPORT).first).toBe(0);
  });

  it('never grows taller than browsers allow', () => {
    expect(scrollHeight(5_000_000)).toBeLessThan(17_000_000);
  });

  it('goes back when the list became shorter', () => {
    expect(rowWindow(5, 90_000, VIEWPORT)).toMatchObject({ first: 0, end: 5 });
  });

  it.each([10, 999_999, 500_000])('brings row %i of a million into sight', (index) => {
    const to = scrollFor(index, 1_000_000, 0, VIEWPORT) ?? 0;
    const { first, end } = rowWindow(1_000_000, to, VIEWPORT);
    expect(first).toBeLessThanOrEqual(index);
    expect(end).toBeGreaterThan(index);
    expect(scrollFor(index, 1_000_000, to, VIEWPORT)).toBeNull();
  });
});
