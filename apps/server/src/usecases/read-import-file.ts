import { setImmediate } from 'node:timers/promises';
import { chooseColumns, recogniseColumns, type ImportColumn, type ImportField } from '../domain/import-columns.ts';
import { withoutFutureConsent } from '../domain/import-row-future.ts';
import { readImportRow, rejectBrokenRow, type ImportedRow } from '../domain/import-row.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { TableRow } from '../files/table.ts';
import { readImportTable, type Reading, type TableSource } from './read-import-table.ts';

export interface ImportSource extends TableSource {
  /** What the user says the columns are, from the left; null: as recognised. */
  readonly columns?: readonly (ImportField | null)[] | undefined;
}

export interface ReadFile {
  readonly reading: Reading;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly { readonly row: TableRow; readonly result: ImportedRow }[];
}

/** How many rows are looked at to say what the columns are. */
const SAMPLE = 200;

/** Rows read in one go; others are served in between. */
const AT_ONCE = 200;

/** Bytes → rows of the directory, as far as they can be understood; `today` is the Warsaw date. */
export async function readImportFile(source: ImportSource, today: string): Promise<Outcome<ReadFile>> {
  const read = await readImportTable(source);
  if (!read.ok) return read;
  const { reading, table } = read.value;
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells);
  const columns = chooseColumns(recogniseColumns(table.header, sample), source.columns ?? []);
  if (!columns.some(({ field }) => naming.has(field))) return refuse('import_columns_unknown');

  const rows: { row: TableRow; result: ImportedRow }[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % AT_ONCE === 0) await setImmediate();
    const result = row.fault ? rejectBrokenRow(row.fault, row.cells) : readImportRow(row.cells, columns);
    rows.push({ row, result: result.kind === 'row' ? withoutFutureConsent(result, today) : result });
  }
  return done({ reading, columns, rows });
}

/** Columns by which a contractor can be named. */
const naming: ReadonlySet<ImportColumn['field']> = new Set(['name', 'shortName', 'lastName', 'contactName']);
