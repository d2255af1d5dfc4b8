import { chooseColumns, recogniseColumns, type ImportColumn, type ImportField } from '../domain/import-columns.ts';
import { recogniseByContent } from '../domain/import-columns-content.ts';
import { withoutFutureConsent } from '../domain/import-row-future.ts';
import { readImportRow, rejectBrokenRow, rejectNameless, type ImportedRow } from '../domain/import-row.ts';
import { done, type Outcome } from '../domain/refusal.ts';
import type { TableRow } from '../files/table.ts';
import { portionsOf } from './portions.ts';
import { readImportTable, type Reading, type TableSource } from './read-import-table.ts';
import type { Progress } from './report-progress.ts';

export interface ImportSource extends TableSource {
  /** What the user says the columns are, from the left; null: as recognised. */
  readonly columns?: readonly (ImportField | null)[] | undefined;
}

export interface ReadFile {
  readonly reading: Reading;
  /** Whether the file had names for its columns. */
  readonly headed: boolean;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly { readonly row: TableRow; readonly result: ImportedRow }[];
}

/** How many rows are looked at to say what the columns are. */
const SAMPLE = 200;

/** Rows understood in one go. */
const AT_ONCE = 200;

/** Bytes → rows of the directory, as far as they can be understood; `today` is the Warsaw date. */
export async function readImportFile(
  source: ImportSource,
  today: string,
  progress: { readonly of: (rows: number) => void; readonly done: Progress['done'] },
): Promise<Outcome<ReadFile>> {
  const read = await readImportTable(source);
  if (!read.ok) return read;
  const { reading, table } = read.value;
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells);
  const headed = table.headerLine !== null;
  const recognised = (headed ? recogniseColumns : recogniseByContent)(table.header, sample);
  const columns = chooseColumns(recognised, source.columns ?? []);
  const readRow = columns.some(({ field }) => naming.has(field)) ? readImportRow : rejectNameless;

  progress.of(table.rows.length);
  const rows: { row: TableRow; result: ImportedRow }[] = [];
  for await (const portion of portionsOf(table.rows, AT_ONCE)) {
    for (const row of portion) {
      const result = row.fault ? rejectBrokenRow(row.fault, row.cells) : readRow(row.cells, columns);
      rows.push({ row, result: result.kind === 'row' ? withoutFutureConsent(result, today) : result });
    }
    progress.done(portion.length);
  }
  return done({ reading, headed, columns, rows });
}

/** Columns by which a contractor can be named. */
const naming: ReadonlySet<ImportColumn['field']> = new Set(['name', 'shortName', 'lastName', 'contactName']);
