import { readText } from './import-values.ts';

/** A date without a time, `rrrr-mm-dd`. */
export type IsoDate = string;

export type DateReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'faulty'; readonly fault: 'no_such_day' | 'short_year' | 'not_a_date' };

const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z| ?[+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: ?r\\.?)?${TIME}$`);
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`);

/** Days of a spreadsheet are counted from 30 December 1899 (its 29 February 1900 is a mistake kept for compatibility). */
const SPREADSHEET_EPOCH = Temporal.PlainDate.from('1899-12-30');

/**
 * Reads the dates of Polish files (domain-facts 6.1): dd.mm.rrrr (also with - and /, one-digit days, `r.`), rrrr-mm-dd,
 * rrrrmmdd, with or without a time, and a spreadsheet's day number. Two-digit years and days that do not exist are
 * faults: a date stands behind a consent, so it is never guessed.
 */
export function readDate(cell: string): DateReading {
  const text = readText(cell);
  if (text === null || text === '0') return { kind: 'empty' };
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year && month && day) return calendarDate(year, month, day);
  const [, dayFirst, , monthSecond, yearLast] = DAY_FIRST.exec(text) ?? [];
  if (dayFirst && monthSecond && yearLast) {
    return yearLast.length === 2
      ? { kind: 'faulty', fault: 'short_year' }
      : calendarDate(yearLast, monthSecond, dayFirst);
  }
  const [, y, m, d] = COMPACT.exec(text) ?? [];
  if (y && m && d) return calendarDate(y, m, d);
  const [, serial] = /^(\d{5})(?:[.,]\d+)?$/.exec(text) ?? [];
  if (serial) return inRange(SPREADSHEET_EPOCH.add({ days: Number(serial) }));
  return { kind: 'faulty', fault: 'not_a_date' };
}

function calendarDate(year: string, month: string, day: string): DateReading {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return inRange(Temporal.PlainDate.from(parts, { overflow: 'reject' }));
  } catch (cause) {
    if (cause instanceof RangeError) return { kind: 'faulty', fault: 'no_such_day' };
    throw cause;
  }
}

/** Outside these years a number is hardly a date of a contractor file: program defaults such as 1900-01-01 are not dates. */
function inRange(date: Temporal.PlainDate): DateReading {
  if (date.year < 1980 || date.year > 2099) return { kind: 'faulty', fault: 'not_a_date' };
  return { kind: 'date', date: date.toString() };
}
