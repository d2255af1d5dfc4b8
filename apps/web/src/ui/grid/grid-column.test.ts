import { describe, expect, it } from 'vitest';
import { countMarked, isMarked, mark, NO_MARKS, type Marks } from './grid-column.ts';

const EVERYTHING: Marks = { all: true, ids: new Set() };

describe('marks', () => {
  it('are single rows', () => {
    const marks = mark(mark(NO_MARKS, ['a', 'b', 'c'], true), ['b'], false);
    expect(['a', 'b', 'c'].map((id) => isMarked(marks, id))).toEqual([true, false, true]);
    expect(countMarked(marks, 100)).toBe(2);
  });

  it('are everything that matches, but for the rows taken out again', () => {
    const marks = mark(mark(EVERYTHING, ['a', 'b'], false), ['a'], true);
    expect(['a', 'b', 'never loaded'].map((id) => isMarked(marks, id))).toEqual([true, false, true]);
    expect(countMarked(marks, 1_000_000)).toBe(999_999);
  });
});
