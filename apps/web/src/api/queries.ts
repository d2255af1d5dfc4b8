import { ProblemError } from '@goniec/contract/browser';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

/** What many screens read. A key begins with its resource and its company: live.ts goes by that. */

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.getSession(undefined, { signal }),
  staleTime: Infinity,
  retry: false,
});

export const instanceQuery = queryOptions({
  queryKey: ['instance'],
  queryFn: ({ signal }) => api.getInstance(undefined, { signal }),
});

export const servicesQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['services', companyId],
    queryFn: ({ signal }) => api.listServices({ params: { companyId } }, { signal }),
    staleTime: 60_000,
  });

export const gatewayQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['gateway', companyId],
    queryFn: ({ signal }) => api.getGateway({ params: { companyId } }, { signal }),
  });

/**
 * Asks the gateway itself, so not too often; changes are announced. What it says of the gateway's health the lamp must know at
 * once: that it failed, and that it works again.
 */
export const balanceQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['balance', companyId],
    queryFn: async ({ signal, client }) => {
      const { queryKey } = gatewayQuery(companyId);
      const ask = () => void client.invalidateQueries({ queryKey, exact: true });
      try {
        const balance = await api.getBalance({ params: { companyId } }, { signal });
        if (client.getQueryData(queryKey)?.lastError) ask();
        return balance;
      } catch (error) {
        if (error instanceof ProblemError) ask();
        throw error;
      }
    },
    staleTime: 60_000,
    retry: false,
  });

export const groupsQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['groups', companyId],
    queryFn: ({ signal }) => api.listGroups({ params: { companyId } }, { signal }),
    staleTime: 60_000,
  });

export const companyQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['company', companyId],
    queryFn: ({ signal }) => api.getCompany({ params: { companyId } }, { signal }),
  });

/** What the company still needs before its first campaign. */
export const firstStepsQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['first-steps', companyId],
    queryFn: ({ signal }) => api.getFirstSteps({ params: { companyId } }, { signal }),
    staleTime: 60_000,
  });
