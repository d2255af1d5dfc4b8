import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../../api/client.ts';
import { mergeHistory } from './merge-history.ts';

const AT_ONCE = 50;

/** What went to a contractor and what came back, page by page. */
export function useHistory(companyId: string, contractorId: string) {
  const messages = useInfiniteQuery({
    // Below `campaigns`: an event of any campaign may have changed one of these.
    queryKey: ['campaigns', companyId, 'messages-of', contractorId],
    queryFn: ({ pageParam, signal }) =>
      api.listContractorMessages(
        { params: { companyId, contractorId }, query: { limit: AT_ONCE, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const replies = useInfiniteQuery({
    queryKey: ['inbound', companyId, 'of', contractorId],
    queryFn: ({ pageParam, signal }) =>
      api.listInboundMessages(
        { params: { companyId }, query: { contractorId, limit: AT_ONCE, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const both = [messages, replies] as const;
  return {
    lines:
      messages.data && replies.data
        ? mergeHistory(
            { items: messages.data.pages.flatMap(({ items }) => items), hasMore: messages.hasNextPage },
            { items: replies.data.pages.flatMap(({ items }) => items), hasMore: replies.hasNextPage },
          )
        : undefined,
    error: messages.error ?? replies.error,
    refetch: () => both.forEach((query) => void query.refetch()),
    hasMore: both.some(({ hasNextPage }) => hasNextPage),
    isLoadingMore: both.some(({ isFetchingNextPage }) => isFetchingNextPage),
    loadMore: () => both.forEach((query) => query.hasNextPage && void query.fetchNextPage()),
  };
}
