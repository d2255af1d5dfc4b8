import { useQueries, type QueryKey } from '@tanstack/react-query';
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

/** Reads the pages of a long list that are in sight, and keeps the total of the first one. */
export function usePages<T>(
  queryKey: QueryKey,
  read: (offset: number, limit: number, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const wanted = [...new Set([0, ...range(seen.first, seen.last)])];
  const pages = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [...queryKey, 'page', page],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => read(page * PAGE_ROWS, PAGE_ROWS, signal),
      staleTime: 30_000,
    })),
  });
  const onWindow = useCallback((first: number, end: number) => {
    const next = { first: Math.floor(first / PAGE_ROWS), last: Math.floor(Math.max(first, end - 1) / PAGE_ROWS) };
    setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  return {
    total: pages[0]?.data?.total ?? undefined,
    rowAt: (index) => pages[wanted.indexOf(Math.floor(index / PAGE_ROWS))]?.data?.items[index % PAGE_ROWS],
    onWindow,
    error: pages.find((page) => page.error)?.error ?? null,
    isFetching: pages.some((page) => page.isFetching),
    refetch: () => {
      for (const page of pages) void page.refetch();
    },
  };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
