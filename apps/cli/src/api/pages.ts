/** One page of a list of the API. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The largest page the API gives. */
const LARGEST = 1_000;

interface PageAsk {
  readonly limit: number;
  readonly cursor?: string;
}

/** Pages of a list until `limit` items have come; Infinity reads all of it, a page at a time. */
export async function* readPages<P extends Page<unknown>>(
  ask: (query: PageAsk) => Promise<P>,
  limit: number,
): AsyncGenerator<P> {
  let left = limit;
  let cursor: string | null = null;
  do {
    const page: P = await ask({ limit: Math.min(left, LARGEST), ...(cursor === null ? {} : { cursor }) });
    yield page;
    left -= page.items.length;
    cursor = page.items.length === 0 ? null : page.nextCursor;
  } while (cursor !== null && left > 0);
}
