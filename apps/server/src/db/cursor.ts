import { Buffer } from 'node:buffer';

/** The key of the last row of a page, opaque for clients. Pages go by key, never by OFFSET (style rule 20). */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key a cursor holds, or null when it is not one of ours or has another shape than `shape`. */
export function decodeCursor<const S extends readonly ('string' | 'number')[]>(
  cursor: string,
  shape: S,
): { [K in keyof S]: S[K] extends 'string' ? string : number } | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = Array.isArray(key) && key.length === shape.length && shape.every((type, i) => typeof key[i] === type);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked element by element in the line above
    return fits ? (key as { [K in keyof S]: S[K] extends 'string' ? string : number }) : null;
  } catch {
    return null;
  }
}
