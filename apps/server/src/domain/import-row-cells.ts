import type { ImportColumn, ImportField } from './import-columns.ts';
import type { SourceCell } from './import-row-remarks.ts';
import { readText } from './import-values.ts';

/** The cells of one row, asked for by what they are. */
export type RowCells = {
  /** The cells of all columns that are this field, in the order of the file, empty ones included. */
  readonly all: (field: ImportField) => readonly SourceCell[];
  /** The clean text of the first cell of a field that says something, or null. */
  readonly text: (field: ImportField) => string | null;
};

export function rowCells(cells: readonly string[], columns: readonly ImportColumn[]): RowCells {
  const all = (field: ImportField): SourceCell[] =>
    columns
      .filter((column) => column.field === field)
      .map(({ index, header }) => ({ column: header, raw: cells[index] ?? '' }));
  const text = (field: ImportField): string | null =>
    all(field)
      .map(({ raw }) => readText(raw))
      .find((value) => value !== null) ?? null;
  return { all, text };
}

/** The person of the row: one column, or first and last name. */
export function personName(row: RowCells): string | null {
  const parts = [row.text('firstName'), row.text('lastName')].filter((part) => part !== null);
  return row.text('contactName') ?? (parts.join(' ') || null);
}
