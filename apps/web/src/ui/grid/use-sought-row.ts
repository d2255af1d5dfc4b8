import { useEffect, useRef } from 'react';

/** Rows this far from those in sight may be loaded, too. */
const NEAR = 100;

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
    for (let index = Math.max(0, first - NEAR); index < end + NEAR; index += 1)
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
