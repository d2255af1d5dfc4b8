import type { ReportQuery } from '../log/report-log.ts';
import type { RequestQuery } from '../log/request-query.ts';
import { filledText, textOf, type Fields } from '../http/fields.ts';
import { normalizeNumber } from '../send/recipients.ts';
import { momentAfter } from '../when.ts';

/** Reads what a log is asked for in a query string. A text is the sentence that says what is wrong. */

const DEFAULT_LIMIT = 100;
const MOST = 1_000_000;

/** How many a list shows, the newest; a hundred unless said otherwise. */
export const limitIn = (fields: Fields): number => {
  const limit = Number(filledText(fields, 'limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit >= 0 && limit <= MOST ? limit : DEFAULT_LIMIT;
};

/** The newest of them, as many as asked for. */
export const newest = <T>(items: readonly T[], fields: Fields): readonly T[] => {
  const limit = limitIn(fields);
  return limit === 0 ? [] : items.slice(-limit);
};

export const numberAsked = (fields: Fields): string | undefined => {
  const given = filledText(fields, 'number');
  return given === null ? undefined : (normalizeNumber(given, true) ?? given);
};

const wholeNumber = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

/** A moment: milliseconds since 1970, or a date and time with its zone. */
const moment = (text: string): number | undefined => {
  const at = wholeNumber(text) ?? momentAfter(text, Number.NaN) ?? Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

const flag = (text: string): boolean | undefined =>
  text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;

/** `none` asks for those without one: requests nobody answered, or that no fault struck. */
const orNone = <T>(read: (text: string) => T | undefined, text: string): T | null | undefined =>
  text === 'none' ? null : read(text);

const asIs = (text: string): string => text;

const READERS = {
  method: asIs,
  path: asIs,
  number: (text: string) => normalizeNumber(text, true) ?? text,
  idx: asIs,
  id: asIs,
  url: asIs,
  status: (text: string) => orNone(wholeNumber, text),
  error: wholeNumber,
  fault: (text: string) => orNone(asIs, text),
  taken: flag,
  since: moment,
  until: moment,
} as const;

type Name = keyof typeof READERS;

const readQuery = (fields: Fields, names: readonly Name[]): Readonly<Record<string, unknown>> | string => {
  const asked = names.flatMap((name): [Name, unknown][] => {
    const given = textOf(fields, name);
    return given === null || given === '' ? [] : [[name, READERS[name](given)]];
  });
  const wrong = asked.find(([, value]) => value === undefined);
  return wrong === undefined
    ? Object.fromEntries(asked)
    : `Parameter ${wrong[0]} cannot be understood, see the README.`;
};

const REQUEST_NAMES = ['method', 'path', 'number', 'idx', 'id', 'status', 'error', 'fault', 'since', 'until'] as const;
const REPORT_NAMES = ['number', 'idx', 'id', 'status', 'url', 'taken', 'fault', 'since', 'until'] as const;

/** The readers above give every member the type the query wants. */
export const requestQuery = (fields: Fields): RequestQuery | string => readQuery(fields, REQUEST_NAMES);
export const reportQuery = (fields: Fields): ReportQuery | string => readQuery(fields, REPORT_NAMES);
