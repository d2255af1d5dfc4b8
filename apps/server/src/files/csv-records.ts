import { CsvError, parse } from 'csv-parse/sync';
import type { Delimiter, Quote } from './csv-dialect.ts';

export type Dialect = { readonly delimiter: Delimiter; readonly quote: Quote };

/** One record: its first line (an index), how many lines it takes, its cells; `broken` when a quote was left open. */
export type CsvRecord = {
  readonly start: number;
  readonly lines: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
};

/** No honest cell is longer than this; an open quote far from the next one is. */
const LONGEST_RECORD = 50;

/** Lines parsed at once: what has to be parsed again behind a broken line. */
const CHUNK = 500;

/**
 * Cuts lines into records. A quote left open would swallow the lines behind it: such a line comes back alone as broken,
 * and reading starts afresh with the next one. `width` is the number of cells of the header, when it is known. It pauses now and then.
 */
export function* readRecords(
  lines: readonly string[],
  dialect: Dialect,
  width: number | null,
): Generator<undefined, CsvRecord[]> {
  const records: CsvRecord[] = [];
  let from = 0;
  while (from < lines.length) {
    const to = Math.min(from + CHUNK, lines.length);
    const { complete, openAt } = parseRange(lines, from, to, dialect);
    const isOpenForGood = openAt !== null && (to === lines.length || to - openAt > LONGEST_RECORD);
    const torn = complete.find((record) => hasSwallowed(record, dialect, width));
    const brokenAt = torn?.start ?? (isOpenForGood ? openAt : null);
    for (const record of complete) if (brokenAt === null || record.start < brokenAt) records.push(record);
    if (brokenAt !== null) records.push(brokenLine(lines, brokenAt, dialect));
    from = brokenAt === null ? (openAt ?? to) : brokenAt + 1;
    yield;
  }
  return records;
}

/** The complete records of some lines, and the line whose quote is still open at the end of them. */
function parseRange(
  lines: readonly string[],
  from: number,
  to: number,
  dialect: Dialect,
): { complete: CsvRecord[]; openAt: number | null } {
  const complete: CsvRecord[] = [];
  let next = from;
  const onRecord = (cells: string[], context: { readonly lines: number }): null => {
    complete.push({ start: next, lines: from + context.lines - next, cells, broken: false });
    next = from + context.lines;
    return null;
  };
  try {
    parse(lines.slice(from, to).join('\n'), {
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      escape: dialect.quote,
      record_delimiter: '\n',
      relax_column_count: true,
      // Names such as "Alfa" Sp. z o.o. are full of quotes that quote nothing.
      relax_quotes: true,
      on_record: onRecord,
    });
    return { complete, openAt: null };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { complete, openAt: next };
    throw error;
  }
}

/** A record of several lines which does not fit the header, or one of whose cells could hold a whole row. */
function hasSwallowed({ lines, cells }: CsvRecord, { delimiter }: Dialect, width: number | null): boolean {
  if (lines === 1) return false;
  if (lines > LONGEST_RECORD) return true;
  if (width === null) return false;
  if (cells.length < width || !isEmpty(cells.slice(width))) return true;
  return cells.some((cell) => cell.includes('\n') && width > 1 && cell.split(delimiter).length >= width);
}

function brokenLine(lines: readonly string[], start: number, dialect: Dialect): CsvRecord {
  return { start, lines: 1, cells: (lines[start] ?? '').split(dialect.delimiter), broken: true };
}

/** Whether nothing is written in the cells. */
export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
