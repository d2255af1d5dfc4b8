import { describe, expect, it } from 'vitest';
import { rowWindow, scrollFor, scrollHeight } from './window.ts';

const ROW_HEIGHT = 32;
const of = (total: number, rowHeight = ROW_HEIGHT) => ({ total, rowHeight, viewport: 20 * rowHeight });

describe('the window on a long list', () => {
  it('draws what is in sight and a little around it', () => {
    expect(rowWindow(of(1_000), 100 * ROW_HEIGHT)).toEqual({ first: 92, end: 128, offset: 92 * ROW_HEIGHT });
  });

  it.each([0, 1, 19, 20, 21, 1_000, 375_000, 1_000_000, 5_000_000])('of %i rows reaches the last one', (total) => {
    for (const view of [of(total), of(total, 26), of(total, 42)]) {
      const bottom = Math.max(0, scrollHeight(total, view.rowHeight) - view.viewport);
      expect(rowWindow(view, bottom).end).toBe(total);
      expect(rowWindow(view, 0).first).toBe(0);
    }
  });

  it('never grows taller than browsers allow', () => {
    expect(scrollHeight(5_000_000, ROW_HEIGHT)).toBeLessThan(17_000_000);
  });

  it('goes back when the list became shorter', () => {
    expect(rowWindow(of(5), 90_000)).toMatchObject({ first: 0, end: 5 });
  });

  it.each([10, 999_999, 500_000])('brings row %i of a million into sight', (index) => {
    const to = scrollFor(index, of(1_000_000), 0) ?? 0;
    const { first, end } = rowWindow(of(1_000_000), to);
    expect(first).toBeLessThanOrEqual(index);
    expect(end).toBeGreaterThan(index);
    expect(scrollFor(index, of(1_000_000), to)).toBeNull();
  });
});
