import { stringify } from 'csv-stringify/sync';
import { declaredDelimiter, type Delimiter, detectQuote, mostFrequent, type Quote } from './csv-dialect.ts';
import { type CsvRecord, isEmpty, readRecords } from './csv-records.ts';
import { findHeader, isSame, NO_TABLE, type Table, type TableRow, withoutEmptyEnd } from './table.ts';

export { detectDelimiter } from './csv-dialect.ts';

/** Rows shorter than the header are whole when so many in a row are equally short: spreadsheets cut empty columns in blocks of 16. */
const SHORT_BLOCK = 8;

/** Rows fitted to the header between two pauses. */
const FITTED = 5_000;

/**
 * Reads CSV text into a header and rows. Title rows above the header, empty rows, repeated headers and a `sep=` line are
 * skipped; a row that cannot be cut to the header comes back with its fault, and the rows after it are read all the same.
 * It pauses every few hundred lines, for others to be served.
 * @param options.headed whether the text has a header; undefined: as it looks
 */
export function* readCsv(
  text: string,
  options: { readonly delimiter: Delimiter; readonly quote?: Quote; readonly headed?: boolean | undefined },
): Generator<undefined, Table> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  if (declaredDelimiter(text) !== null) lines[0] = '';
  const dialect = { delimiter: options.delimiter, quote: options.quote ?? detectQuote(text) };
  const found = findHeader(yield* readRecords(lines.slice(0, 200), dialect, null), options.headed);
  if (found === undefined) return NO_TABLE;
  const header = withoutEmptyEnd(found.names);
  const headerStart = found.record?.start ?? -1;
  const all = yield* readRecords(lines, dialect, header.length);
  const below = all.filter(({ start }) => start > headerStart);
  const records = below.filter(({ cells }) => !isEmpty(cells) && !isSame(withoutEmptyEnd(cells), header));
  // Programs that end every line with a delimiter write an empty cell more; a single such row is a shifted one.
  const usual = mostFrequent(records.map(({ cells }) => cells.length));
  const widths = { header: header.length, allowed: [header.length, found.names.length, usual ?? 0] };
  const rows: TableRow[] = [];
  for (const [index, record] of records.entries()) {
    rows.push(fitRow(record, widths, isInShortBlock(records, index)));
    if (index % FITTED === FITTED - 1) yield;
  }
  return { header, headerLine: found.record && headerStart + 1, rows };
}

type Widths = { readonly header: number; readonly allowed: readonly number[] };

function fitRow(record: CsvRecord, { header: width, allowed }: Widths, isShortOnPurpose: boolean): TableRow {
  const line = record.start + 1;
  if (record.broken) return { line, cells: record.cells, fault: { code: 'unclosed_quote' } };
  const found = record.cells.length;
  if (found < width && isShortOnPurpose)
    return { line, cells: [...record.cells, ...Array<string>(width - found).fill('')] };
  if (found < width) return { line, cells: record.cells, fault: { code: 'too_few_cells', expected: width, found } };
  if (allowed.includes(found) && isEmpty(record.cells.slice(width)))
    return { line, cells: record.cells.slice(0, width) };
  return { line, cells: record.cells, fault: { code: 'too_many_cells', expected: width, found } };
}

function isInShortBlock(records: readonly CsvRecord[], index: number): boolean {
  const length = records[index]?.cells.length;
  let from = index;
  let to = index;
  while (index - from < SHORT_BLOCK && records[from - 1]?.cells.length === length) from--;
  while (to - from < SHORT_BLOCK && records[to + 1]?.cells.length === length) to++;
  return to - from + 1 >= SHORT_BLOCK;
}

/**
 * Writes CSV for spreadsheets: RFC 4180 with CRLF, `;` and a byte order mark (Polish Excel opens it by a double click).
 * Cells that a spreadsheet would run as formulas get an apostrophe (ASVS 1.2.10), and so do ids that it would round to an exponent
 * (`6852…` of 19 digits, `615E12`). Phone numbers in E.164 lose their plus.
 */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: { readonly delimiter?: Delimiter; readonly bom?: boolean } = {},
): string {
  const guarded = [header, ...rows].map((cells) => cells.map(guardCell));
  return stringify(guarded, {
    delimiter: options.delimiter ?? ';',
    record_delimiter: '\r\n',
    // The library quotes only the record delimiter; a lone line feed in a cell would end the row.
    quoted_match: /[\r\n]/,
    bom: options.bom ?? true,
  });
}

function guardCell(cell: string): string {
  if (/^\+[1-9]\d{6,14}$/.test(cell)) return cell.slice(1);
  if (/^(?:\d{16,}|\d+E\d+)$/i.test(cell)) return `'${cell}`;
  return /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/.test(cell) ? `'${cell}` : cell;
}
