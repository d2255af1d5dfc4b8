import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { detectDelimiter, readCsv } from '../files/csv.ts';
import { decodeFile, detectEncoding, type FileEncoding } from '../files/decode.ts';
import { containerOf, readXlsx, WorkbookTooLarge, WorkbookUnreadable } from '../files/read-xlsx.ts';
import { tableOfSheet, type Table } from '../files/table.ts';
import { unhurried } from './portions.ts';

/** A file, and how to read it; what is not said is recognised. */
export interface TableSource {
  readonly bytes: Uint8Array;
  readonly encoding?: FileEncoding | undefined;
  readonly delimiter?: ';' | ',' | '\t' | undefined;
  /** Of a workbook; the first one with anything in it. */
  readonly sheet?: string | undefined;
  /** Whether the first row holds the names of the columns. */
  readonly headed?: boolean | undefined;
}

/** How it was read: a text has an encoding and a delimiter, a workbook its sheets. */
export type Reading =
  | { readonly encoding: FileEncoding; readonly delimiter: string; readonly sheet: null; readonly sheets: null }
  | { readonly encoding: null; readonly delimiter: null; readonly sheet: string; readonly sheets: readonly string[] };

export interface ReadTable {
  readonly reading: Reading;
  readonly table: Table;
}

/** The rows of a CSV file or of a sheet; the file says itself which of them it is, whatever its name. */
export async function readImportTable(source: TableSource): Promise<Outcome<ReadTable>> {
  if (source.bytes.length === 0) return refuse('import_file_empty');
  const container = containerOf(source.bytes);
  if (container === 'ole') return refuse('import_old_workbook');
  return container === 'zip' ? readWorkbook(source) : readText(source);
}

async function readText(source: TableSource): Promise<Outcome<ReadTable>> {
  const encoding = source.encoding ?? detectEncoding(source.bytes);
  if (isBinary(source.bytes, encoding)) return refuse('import_not_csv');
  const text = decodeFile(source.bytes, encoding);
  if (isMarkup(text)) return refuse('import_old_workbook');
  const delimiter = source.delimiter ?? detectDelimiter(text);
  const table = await unhurried(readCsv(text, { delimiter, headed: source.headed }));
  if (table.rows.length === 0) return refuse('import_file_empty');
  return done({ reading: { encoding, delimiter, sheet: null, sheets: null }, table });
}

async function readWorkbook({ bytes, sheet: wanted, headed }: TableSource): Promise<Outcome<ReadTable>> {
  try {
    const { sheet, sheets, rows } = await readXlsx(bytes, wanted);
    const table = tableOfSheet(rows, headed);
    if (sheet === null || table.rows.length === 0) return refuse('import_sheet_empty');
    return done({ reading: { encoding: null, delimiter: null, sheet, sheets }, table });
  } catch (error) {
    if (error instanceof WorkbookTooLarge) return refuse('import_workbook_too_large');
    if (error instanceof WorkbookUnreadable) return refuse('import_workbook_unreadable');
    throw error;
  }
}

/** Files that are no text; only UTF-16 may hold zero bytes. */
function isBinary(bytes: Uint8Array, encoding: FileEncoding): boolean {
  return encoding !== 'utf-16le' && bytes.subarray(0, 4096).includes(0);
}

/** Some programs write a web page, or the XML of Excel 2003, and call it .xls. */
const isMarkup = (text: string): boolean =>
  /^\s*<(?:!doctype|html|head|meta|table|\?xml|\?mso)/i.test(text.slice(0, 500));
