import { ProblemError } from '@goniec/contract/browser';
import { QueryClient } from '@tanstack/react-query';

/** Faults of the request itself do not go away by asking again; a dropped connection may. */
const mayPass = (error: Error): boolean => !(error instanceof ProblemError) || error.problem.status >= 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
