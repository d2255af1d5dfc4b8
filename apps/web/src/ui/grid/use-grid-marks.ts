import { useEffect, useRef } from 'react';
import { isMarked, mark, NO_MARKS, type Marks } from './grid-column.ts';
import { beginStretch, isWithin, leadTo, owning, type Stretch } from './stretch.ts';

interface MarkedRows<T> {
  readonly rowAt: (index: number) => T | undefined;
  readonly idOf: (row: T) => string;
  readonly marks: Marks;
  readonly onMarks: ((marks: Marks) => void) | undefined;
  readonly idsBetween: ((first: number, end: number) => Promise<readonly string[]>) | undefined;
}

export interface GridMarks {
  readonly toggle: (index: number) => void;
  /**
   * Marks both rows and all between them, loaded or not. What begins where the last stretch ended leads that one on; led back, it
   * lets go what it marked itself.
   */
  readonly between: (from: number, to: number) => void;
  /** The cursor goes on without marking. */
  readonly endStretch: () => void;
  readonly all: () => void;
  readonly none: () => void;
}

/** What keys and clicks do to the marks of a table; null where rows cannot be marked. */
export function useGridMarks<T>({ rowAt, idOf, marks, onMarks, idsBetween }: MarkedRows<T>): GridMarks | null {
  const latest = useRef(marks);
  useEffect(() => {
    latest.current = marks;
  }, [marks]);
  /** Rows that come in late belong to their stretch as it then is, also when it has ended. */
  const going = useRef<{ stretch: Stretch } | null>(null);
  if (!onMarks) return null;
  const change = (next: Marks) => {
    latest.current = next;
    onMarks(next);
  };
  const endStretch = () => {
    going.current = null;
  };
  return {
    toggle: (index) => {
      endStretch();
      const row = rowAt(index);
      if (row) change(mark(latest.current, [idOf(row)], !isMarked(latest.current, idOf(row))));
    },
    between: (from, to) => {
      const on = going.current?.stretch.head === from ? going.current : { stretch: beginStretch(from) };
      const { stretch, left, first, end } = leadTo(on.stretch, to);
      on.stretch = stretch;
      going.current = on;
      if (left.length > 0) change(mark(latest.current, left, false));
      const add = (found: readonly (readonly [index: number, id: string])[]) => {
        const fresh = found.filter(([index, id]) => isWithin(on.stretch, index) && !isMarked(latest.current, id));
        on.stretch = owning(on.stretch, fresh);
        if (fresh.length > 0)
          change(
            mark(
              latest.current,
              fresh.map(([, id]) => id),
              true,
            ),
          );
      };
      const places = Array.from({ length: end - first }, (_, nth) => first + nth);
      const loaded = places.flatMap((index) => {
        const row = rowAt(index);
        return row ? [[index, idOf(row)] as const] : [];
      });
      if (loaded.length === places.length || !idsBetween) add(loaded);
      else void idsBetween(first, end).then((ids) => add(ids.map((id, nth) => [first + nth, id])));
    },
    endStretch,
    all: () => {
      endStretch();
      change({ all: true, ids: new Set() });
    },
    none: () => {
      endStretch();
      change(NO_MARKS);
    },
  };
}
