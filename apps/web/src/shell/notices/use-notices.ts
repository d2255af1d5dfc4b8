import type { Contract, Result } from '@goniec/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type Notice = Result<Contract['listNotices']>['items'][number];

export const noticesQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['notices', companyId],
    queryFn: ({ signal }) => api.listNotices({ params: { companyId } }, { signal }),
  });

/** What needs a person, what has ended, and how much of it waits at a place of the navigation. */
export function useNotices(companyId: string) {
  const items = useQuery(noticesQuery(companyId)).data?.items ?? [];
  const waitingAt = (place: string): number =>
    items.reduce((sum, item) => ('count' in item && PLACES[item.kind] === place ? sum + item.count : sum), 0);
  return {
    waiting: items.filter(({ kind }) => kind !== 'finished'),
    finished: items.filter((item) => item.kind === 'finished'),
    waitingAt,
  };
}

const PLACES = { uncertain: 'uncertain', replies: 'inbound' } as const;
