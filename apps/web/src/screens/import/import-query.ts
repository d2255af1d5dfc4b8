import type { Contract, Result } from '@goniec/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Outcome } from './import-search.ts';

export type ImportView = Result<Contract['getImport']>;
export type RowView = Result<Contract['listImportRows']>['items'][number];

export interface ImportKey {
  readonly companyId: string;
  readonly importId: string;
}

export const importQuery = ({ companyId, importId }: ImportKey) =>
  queryOptions({
    queryKey: ['imports', companyId, 'one', importId],
    queryFn: ({ signal }) => api.getImport({ params: { companyId, importId } }, { signal }),
  });

/** The first rows as they stand in the file. */
export const previewQuery = ({ companyId, importId }: ImportKey) =>
  queryOptions({
    queryKey: ['imports', companyId, 'preview', importId],
    queryFn: ({ signal }) => api.listImportRows({ params: { companyId, importId }, query: { limit: 8 } }, { signal }),
  });

export const rowsKey = ({ companyId, importId }: ImportKey, outcome: Outcome | undefined) =>
  ['imports', companyId, 'rows', importId, outcome ?? 'all'] as const;
