import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api } from '../../../api/client.ts';
import { rowsKey, type ImportKey, type RowChoice, type RowView } from '../import-query.ts';

const AT_ONCE = 500;

/** Rows of a file in its order, read as far as somebody looks. */
export function useImportRows(key: ImportKey, choice: RowChoice) {
  const [end, setEnd] = useState(0);
  const pages = useInfiniteQuery({
    queryKey: rowsKey(key, choice),
    queryFn: ({ pageParam, signal }) =>
      api.listImportRows(
        {
          params: { ...key },
          query: { limit: AT_ONCE, ...choice, ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const loaded = pages.data?.pages ?? [];
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  if (hasNextPage && !isFetching && end > loaded.length * AT_ONCE) void fetchNextPage();
  return {
    /** How many there are, once the last has been read. */
    total: pages.data && !hasNextPage ? loaded.reduce((sum, { items }) => sum + items.length, 0) : undefined,
    rowAt: (index: number): RowView | undefined => loaded[Math.floor(index / AT_ONCE)]?.items[index % AT_ONCE],
    onWindow: useCallback((_: number, last: number) => setEnd(last), []),
    error: pages.error,
    refetch: pages.refetch,
  };
}
