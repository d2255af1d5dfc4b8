import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { CampaignsSearch } from './campaigns-search.ts';

const PAGE = 100;

/** Campaigns, newest first; older ones are fetched as one comes near the end. */
export function useCampaigns(companyId: string, { q, state }: CampaignsSearch) {
  const pages = useInfiniteQuery({
    queryKey: ['campaigns', companyId, q, state],
    queryFn: ({ signal, pageParam }) =>
      api.listCampaigns({ params: { companyId }, query: { q, state, cursor: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  return { ...pages, rows };
}
