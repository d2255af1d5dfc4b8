import { setImmediate } from 'node:timers/promises';
import { chooseColumns, recogniseColumns, type ImportColumn, type ImportField } from '../domain/import-columns.ts';
import { withoutFutureConsent } from '../domain/import-row-future.ts';
import { readImportRow, rejectBrokenRow, type ImportedRow } from '../domain/import-row.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { detectDelimiter, readCsv, type CsvRow } from '../files/csv.ts';
import { decodeFile, detectEncoding, type FileEncoding } from '../files/decode.ts';

export interface ImportSource {
  readonly bytes: Uint8Array;
  /** Detected unless the user says otherwise. */
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: ';' | ',' | '\t' | undefined;
  /** What the user says the columns are, from the left; null: as recognised. */
  readonly columns?: readonly (ImportField | null)[] | undefined;
}

export interface ReadFile {
  readonly encoding: FileEncoding;
  readonly delimiter: string;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly { readonly row: CsvRow; readonly result: ImportedRow }[];
}

/** How many rows are looked at to say what the columns are. */
const SAMPLE = 200;

/** Rows read in one go; others are served in between. */
const AT_ONCE = 200;

/** Bytes → rows of the directory, as far as they can be understood; `today` is the Warsaw date. */
export async function readImportFile(source: ImportSource, today: string): Promise<Outcome<ReadFile>> {
  if (source.bytes.length === 0) return refuse('import_file_empty');
  const encoding = source.encoding ?? detectEncoding(source.bytes);
  if (isBinary(source.bytes, encoding)) return refuse('import_not_csv');
  const text = decodeFile(source.bytes, encoding);
  const delimiter = source.delimiter ?? detectDelimiter(text);
  const table = readCsv(text, { delimiter });
  if (table.rows.length === 0) return refuse('import_file_empty');
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells);
  const columns = chooseColumns(recogniseColumns(table.header, sample), source.columns ?? []);
  if (!columns.some(({ field }) => naming.has(field))) return refuse('import_columns_unknown');

  const rows: { row: CsvRow; result: ImportedRow }[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % AT_ONCE === 0) await setImmediate();
    const result = row.fault ? rejectBrokenRow(row.fault, row.cells) : readImportRow(row.cells, columns);
    rows.push({ row, result: result.kind === 'row' ? withoutFutureConsent(result, today) : result });
  }
  return done({ encoding, delimiter, columns, rows });
}

/** Columns by which a contractor can be named. */
const naming: ReadonlySet<ImportColumn['field']> = new Set(['name', 'shortName', 'lastName', 'contactName']);

/** Spreadsheets (zip, OLE) and other files that are no text; only UTF-16 may hold zero bytes. */
function isBinary(bytes: Uint8Array, encoding: FileEncoding): boolean {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) return true;
  return encoding !== 'utf-16le' && bytes.subarray(0, 4096).includes(0);
}
