import { useEffect, useRef } from 'react';
import { PAGE_ROWS } from './use-pages.ts';

interface SoughtRow {
  /** Id of the row that the cursor should be on once it is among the rows that are loaded. */
  readonly sought: string | undefined;
  readonly first: number;
  readonly end: number;
  readonly idAt: (index: number) => string | undefined;
  readonly onFound: (index: number) => void;
}

/** A row somebody was led to. It is looked for as the rows come in, until it is found or the person has moved the cursor. */
export function useSoughtRow({ sought, first, end, idAt, onFound }: SoughtRow): { readonly giveUp: () => void } {
  const settled = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (sought === undefined || settled.current === sought) return;
    const from = first - (first % PAGE_ROWS);
    const to = Math.ceil(end / PAGE_ROWS) * PAGE_ROWS;
    for (let index = from; index < to; index += 1)
      if (idAt(index) === sought) {
        settled.current = sought;
        onFound(index);
        return;
      }
  });
  return {
    giveUp: () => {
      settled.current = sought;
    },
  };
}
