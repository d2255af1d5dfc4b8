import type { Contract, Result } from '@goniec/contract';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../api/client.ts';

export type ContractorView = Result<Contract['getContractor']>;
export type ContactView = ContractorView['contacts'][number];

/** Below `contractors`, so whatever makes the list old makes the open one old too. */
export const contractorQuery = (companyId: string, contractorId: string) =>
  queryOptions({
    queryKey: ['contractors', companyId, 'one', contractorId],
    queryFn: ({ signal }) => api.getContractor({ params: { companyId, contractorId } }, { signal }),
  });

export const consentsQuery = (companyId: string, contactId: string) =>
  queryOptions({
    queryKey: ['contractors', companyId, 'consents', contactId],
    queryFn: ({ signal }) => api.listConsentEvents({ params: { companyId, contactId } }, { signal }),
  });

/** What shows contractors, their groups or who may be sent to: after a change all of it is asked for again. */
const TOUCHED = ['contractors', 'groups', 'recipients', 'quote'] as const;

export function useDirectoryChanged(companyId: string): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(
    () => Promise.all(TOUCHED.map((resource) => client.invalidateQueries({ queryKey: [resource, companyId] }))),
    [client, companyId],
  );
}
