import { encodeCursor } from '../db/cursor.ts';

/** A page out of one row more than asked for: the extra row only tells that there is another page. */
export function pageOf<R, V>(
  rows: readonly R[],
  limit: number,
  view: (row: R) => V,
  keyOf: (row: R) => readonly (string | number)[],
): { items: V[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(view),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
