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

/** Asks the gateway itself, so not too often; changes are announced. */
export const balanceQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['balance', companyId],
    queryFn: ({ signal }) => api.getBalance({ params: { companyId } }, { signal }),
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
