import { columnLetters, isHeader } from '../domain/import-header.ts';
import type { RowFault } from '../domain/import-row-fault.ts';
import { mostFrequent } from './csv-dialect.ts';
import { isEmpty } from './csv-records.ts';
import type { SheetRow } from './xlsx-sheet.ts';

/** A file of any kind as the import sees it. */
export type TableRow = {
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  /** As many cells as the header has; in a row with a fault as many as were found. */
  readonly cells: readonly string[];
  readonly fault?: RowFault;
};

export type Table = {
  /** The names of the columns: as the file has them, or letters where it has none. */
  readonly header: readonly string[];
  /** The line of the file on which the names stand; null where it has none. */
  readonly headerLine: number | null;
  readonly rows: readonly TableRow[];
};

/** Columns beyond this and beyond the header are not looked at: a stray cell far to the right is no column. */
const STRAY = 256;

/**
 * The rows of a sheet with its header on top. Title rows above the header and repeated headers are skipped; nothing can be
 * broken.
 * @param headed whether the sheet has a header; undefined: as it looks
 */
export function tableOfSheet(rows: readonly SheetRow[], headed?: boolean): Table {
  const top = rows.slice(0, 200);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const fit = (cells: readonly string[], width: number) =>
    cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells.slice(0, width);
  const found = findHeader(
    top.map((row) => ({ ...row, cells: fit(row.cells, widest) })),
    headed,
  );
  if (found === undefined) return NO_TABLE;
  const named = withoutEmptyEnd(found.names);
  const width = Math.max(named.length, Math.min(widest, STRAY));
  const headerLine = found.record?.line ?? null;
  const below = rows.filter(({ line, cells }) => line > (headerLine ?? 0) && !isEmpty(cells) && !isSame(cells, named));
  return {
    header: headerLine === null ? columnLetters(width) : fit(named, width),
    headerLine,
    rows: below.map(({ line, cells }) => ({ line, cells: fit(cells, width) })),
  };
}

type Cells = { readonly cells: readonly string[] };

export const NO_TABLE: Table = { header: [], headerLine: 1, rows: [] };

/**
 * The names of the columns, and the record they stand in: the first one nearly as full as the fullest of the usual width, for
 * merged title rows fill a cell or two. Where that is no header, letters, and no record. Undefined where nothing is written.
 */
export function findHeader<T extends Cells>(
  records: readonly T[],
  headed: boolean | undefined,
): { readonly names: readonly string[]; readonly record: T | null } | undefined {
  const first = records.filter(({ cells }) => !isEmpty(cells)).slice(0, 20);
  const usual = mostFrequent(first.map(({ cells }) => cells.length).filter((length) => length > 1)) ?? 1;
  const most = Math.max(...first.filter(({ cells }) => cells.length === usual).map(filledCells));
  const record = first.find((each) => filledCells(each) >= 0.7 * most);
  if (record === undefined) return undefined;
  if (headed ?? isHeader(record.cells)) return { names: record.cells, record };
  return { names: columnLetters(usual), record: null };
}

function filledCells({ cells }: Cells): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

export function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index]);
}
