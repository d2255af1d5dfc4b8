import { keepPreviousData, useQueries, useQuery, type QueryKey } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** Rows asked for at once. */
export const PAGE_ROWS = 100;

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number | null;
}

export interface Pages<T> {
  readonly total: number | undefined;
  readonly rowAt: (index: number) => T | undefined;
  readonly onWindow: (first: number, end: number) => void;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly refetch: () => void;
}

/** Reads the pages of a long list that are in sight. Until another list has come, the one before stays on the screen. */
export function usePages<T>(
  queryKey: QueryKey,
  read: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const query = (page: number) => ({
    queryKey: [...queryKey, 'page', page],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => read(page * PAGE_ROWS, PAGE_ROWS, signal),
    staleTime: 30_000,
  });
  const head = useQuery({ ...query(0), placeholderData: keepPreviousData });
  const further = range(seen.first, seen.last).filter((page) => page > 0);
  const pages = useQueries({ queries: further.map(query) });
  const pageAt = (page: number) => (page === 0 ? head : pages[further.indexOf(page)])?.data;
  const onWindow = useCallback((first: number, end: number) => {
    const next = { first: Math.floor(first / PAGE_ROWS), last: Math.floor(Math.max(first, end - 1) / PAGE_ROWS) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    // The page read last knows best how long the list is.
    total: [head, ...pages].toSorted((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data?.total ?? undefined,
    rowAt: (index) => pageAt(Math.floor(index / PAGE_ROWS))?.items[index % PAGE_ROWS],
    onWindow,
    error: [head, ...pages].find((page) => page.error)?.error ?? null,
    isFetching: head.isFetching || pages.some((page) => page.isFetching),
    refetch: () => {
      for (const page of [head, ...pages]) void page.refetch();
    },
  };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
