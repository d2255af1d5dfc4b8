import type { Contract, Result } from '@goniec/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

export type TaskView = Result<Contract['listImportTasks']>['items'][number];

/** The server tells when it is worth asking again; work whose program is gone says nothing any more. */
const AGAIN_MS = 5_000;

/** What is being checked, written or undone just now, by anybody; also after the page was loaded again. */
export function useImportTasks(companyId: string): readonly TaskView[] {
  const { data } = useQuery({
    queryKey: ['import-tasks', companyId],
    queryFn: ({ signal }) => api.listImportTasks({ params: { companyId } }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.length ? AGAIN_MS : false),
  });
  return data?.items ?? [];
}
