import type { Contract, Result } from '@goniec/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Outcome, Undone } from './import-search.ts';

export type ImportView = Result<Contract['getImport']>;
export type UndoView = Result<Contract['previewUndo']>;
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

/** Asked for anew each time, and not with the other queries of imports: once it is undone, there is nothing to preview. */
export const undoPreviewQuery = ({ companyId, importId }: ImportKey) =>
  queryOptions({
    queryKey: ['import-undo', companyId, importId],
    queryFn: ({ signal }) => api.previewUndo({ params: { companyId, importId } }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });

/** Which rows of an import are shown: by what was to become of them, or by what became of them when it was undone, or by what was remarked. */
export interface RowChoice {
  readonly outcome?: Outcome | undefined;
  readonly undone?: Undone | undefined;
  readonly remark?: string | undefined;
}

export const rowsKey = ({ companyId, importId }: ImportKey, { outcome, undone, remark }: RowChoice) =>
  ['imports', companyId, 'rows', importId, outcome ?? 'all', undone ?? 'all', remark ?? 'all'] as const;
