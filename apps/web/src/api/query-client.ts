import { ProblemError } from '@goniec/contract/browser';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** Faults of the request itself do not go away by asking again; a dropped connection may. */
const mayPass = (error: Error): boolean => !(error instanceof ProblemError) || error.problem.status >= 500;

/**
 * Whether the session has ended in the middle of work. It is only told: what stands unsaved on the screen stays there until
 * the person has signed in again in another window.
 */
export const SIGNED_OUT = ['signed-out'] as const;

const onError = (error: Error): void => {
  if (error instanceof ProblemError && error.problem.status === 401) queryClient.setQueryData(SIGNED_OUT, true);
};
const onSuccess = (): void => {
  if (queryClient.getQueryData(SIGNED_OUT) === true) queryClient.setQueryData(SIGNED_OUT, false);
};

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError,
    onSuccess: (_data, { queryKey }) => queryKey[0] !== SIGNED_OUT[0] && onSuccess(),
  }),
  mutationCache: new MutationCache({ onError, onSuccess }),
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
