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
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
};

/** Columns beyond this and beyond the header are not looked at: a stray cell far to the right is no column. */
const STRAY = 256;

/** The rows of a sheet with its header on top. Title rows above the header and repeated headers are skipped; nothing can be broken. */
export function tableOfSheet(rows: readonly SheetRow[]): Table {
  const top = rows.slice(0, 200);
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const fit = (cells: readonly string[], width: number) =>
    cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells.slice(0, width);
  const found = findHeader(top.map((row) => ({ ...row, cells: fit(row.cells, widest) })));
  if (found === undefined) return { header: [], headerLine: 1, rows: [] };
  const named = withoutEmptyEnd(found.cells);
  const width = Math.max(named.length, Math.min(widest, STRAY));
  const below = rows.filter(({ line, cells }) => line > found.line && !isEmpty(cells) && !isSame(cells, named));
  return {
    header: fit(named, width),
    headerLine: found.line,
    rows: below.map(({ line, cells }) => ({ line, cells: fit(cells, width) })),
  };
}

type Cells = { readonly cells: readonly string[] };

/** The first record nearly as full as the fullest one of the usual width: merged title rows fill a cell or two. */
export function findHeader<T extends Cells>(records: readonly T[]): T | undefined {
  const first = records.filter(({ cells }) => !isEmpty(cells)).slice(0, 20);
  const usual = mostFrequent(first.map(({ cells }) => cells.length).filter((length) => length > 1)) ?? 1;
  const most = Math.max(...first.filter(({ cells }) => cells.length === usual).map(filledCells));
  return first.find((record) => filledCells(record) >= 0.7 * most);
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
