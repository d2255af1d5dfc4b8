import { useEffect, useRef } from 'react';
import { isMarked, mark, NO_MARKS, type Marks } from './grid-column.ts';

interface MarkedRows<T> {
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly marks: Marks;
  readonly onMarks: ((marks: Marks) => void) | undefined;
  readonly idsBetween: ((first: number, end: number) => Promise<readonly string[]>) | undefined;
}

export interface GridMarks {
  readonly toggle: (index: number) => void;
  /** Marks both rows and all between them, loaded or not. */
  readonly between: (from: number, to: number) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/** What keys and clicks do to the marks of a table; null where rows cannot be marked. */
export function useGridMarks<T>({ rowAt, idOf, marks, onMarks, idsBetween }: MarkedRows<T>): GridMarks | null {
  const latest = useRef(marks);
  useEffect(() => {
    latest.current = marks;
  }, [marks]);
  if (!onMarks) return null;
  const add = (ids: readonly string[]) => onMarks(mark(latest.current, ids, true));
  return {
    toggle: (index) => {
      const row = rowAt(index);
      if (row) onMarks(mark(marks, [idOf(row)], !isMarked(marks, idOf(row))));
    },
    between: (from, to) => {
      const [first, end] = [Math.min(from, to), Math.max(from, to) + 1];
      const rows = Array.from({ length: end - first }, (_, nth) => rowAt(first + nth));
      const ids = rows.flatMap((row) => (row ? [idOf(row)] : []));
      if (ids.length === rows.length || !idsBetween) add(ids);
      else void idsBetween(first, end).then(add);
    },
    all: () => onMarks({ all: true, ids: new Set() }),
    none: () => onMarks(NO_MARKS),
  };
}
