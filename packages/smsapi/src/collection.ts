import { z } from 'zod';
import { list, text } from './reply-body.ts';

const collectionReply = z.object({ size: text, collection: list });

/** A page of a REST list. `size` counts all entries there are, on this page or not. */
export interface Page<T> {
  size: number;
  entries: readonly T[];
}

/** `query` is a part of a number. Without a limit the gateway gives a page of 5. */
export interface PageRequest {
  query?: string;
  offset?: number;
  limit?: number;
}

/** `{size, collection}` → its readable entries, or undefined if it is no such thing. An entry `read` cannot use is left out. */
export function readPage<T>(data: unknown, read: (entry: unknown) => T | undefined): Page<T> | undefined {
  const parsed = collectionReply.safeParse(data);
  if (!parsed.success || parsed.data.collection === null) return undefined;
  const entries = parsed.data.collection.map(read).filter((entry) => entry !== undefined);
  const size = /^\d{1,15}$/.test(parsed.data.size ?? '') ? Number(parsed.data.size) : entries.length;
  return { size, entries };
}

export function pageQuery({ query, offset, limit }: PageRequest): Record<string, string> {
  return {
    ...(query === undefined ? {} : { q: query }),
    ...(offset === undefined ? {} : { offset: String(offset) }),
    ...(limit === undefined ? {} : { limit: String(limit) }),
  };
}

/** An ISO 8601 moment or date → Date, or null. */
export function readIsoDate(value: string | null): Date | null {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
