import { decodeCursor } from '../db/cursor.ts';
import { Refused } from './problem.ts';

type Shape = readonly ('string' | 'number')[];

/** The key of a cursor a client sent back, `first` without one; a cursor that is not ours is refused. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the first page's key keeps its literal type
export function cursorKey<const S extends Shape, F>(cursor: string | undefined, shape: S, first: F) {
  if (cursor === undefined) return first;
  const key = decodeCursor(cursor, shape);
  if (!key)
    throw new Refused({
      code: 'invalid_request',
      errors: [{ pointer: '/query/cursor', detail: 'not a cursor of this list' }],
    });
  return key;
}

/** A list entered at a row has no cursors: asking for both is a mistake of the caller. */
export function withoutCursor(cursor: string | undefined): void {
  if (cursor !== undefined)
    throw new Refused({
      code: 'invalid_request',
      errors: [{ pointer: '/query/cursor', detail: 'not together with offset, or in another order than by name' }],
    });
}
