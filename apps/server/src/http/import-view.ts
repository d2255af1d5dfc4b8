import type { Contract, Result } from '@goniec/contract';
import type { ImportTask } from '../db/import-tasks.ts';
import type { ImportRecord, ImportRowRecord } from '../db/imports.ts';
import { undoReasons } from '../domain/import-undo-reasons.ts';
import type { UndoSummary } from '../domain/import-undo-summary.ts';

type ImportView = Result<Contract['getImport']>;

export function importView(record: ImportRecord, names: ReadonlyMap<string, string>): ImportView {
  const { id, fileName, encoding, delimiter, sheet, sheets, state, createdBy, undoneBy } = record;
  return {
    id: String(id),
    fileName,
    encoding,
    delimiter,
    sheet,
    sheets: sheets && [...sheets],
    header: record.headed ? 'yes' : 'no',
    state,
    createdBy,
    columns: [...record.columns],
    summary: { ...record.summary, remarks: [...record.summary.remarks] },
    createdAt: record.createdAt.toISOString(),
    appliedAt: record.appliedAt?.toISOString() ?? null,
    undoneAt: record.undoneAt?.toISOString() ?? null,
    undoneBy,
    undoneByName: undoneBy === null ? null : (names.get(undoneBy) ?? null),
    undo: record.undo && undoView(record.undo),
    actions: actionsOf(record),
  };
}

/** What can still be done with it. */
function actionsOf({ state, writes }: ImportRecord): ImportView['actions'] {
  if (state === 'checked') return ['apply'];
  return state === 'applied' && writes ? ['undo'] : [];
}

export function undoView({ reasons, ...numbers }: UndoSummary): Result<Contract['previewUndo']> {
  return { ...numbers, reasons: [...reasons] };
}

export function taskView({
  id,
  kind,
  importId,
  fileName,
  done,
  total,
}: ImportTask): Result<Contract['listImportTasks']>['items'][number] {
  return { id: String(id), kind, importId: importId === null ? null : String(importId), fileName, done, total };
}

export function rowView(row: ImportRowRecord): Result<Contract['listImportRows']>['items'][number] {
  const { line, outcome, contractorId, cells, draft, changes, remarks, undo } = row;
  return {
    line,
    outcome,
    name: draft?.contractor.name ?? null,
    contractorId: contractorId === null ? null : String(contractorId),
    cells: [...cells],
    changes: [...changes],
    remarks: remarks.map(({ code, severity, column, value, pl, en }) => ({
      code,
      severity,
      column,
      value,
      sentence: { pl, en },
    })),
    undo: undo && {
      result: undo.result,
      reasons: undo.reasons.map((code) => ({ code, ...undoReasons[code] })),
    },
  };
}
