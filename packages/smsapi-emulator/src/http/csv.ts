import type { Reply } from './reply.ts';

/** Columns are set apart as Polish spreadsheets expect it; which the account prefers is a setting of the panel. */
const SEPARATOR = ';';

const cell = (value: string): string => (/[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const row = (values: readonly string[]): string => `${values.map(cell).join(SEPARATOR)}\r\n`;

/** Whether a list is asked for as a table: `Accept: text/csv` (blacklist and opt-outs, A). */
export const wantsCsv = (accept: string): boolean => accept.toLowerCase().startsWith('text/csv');

/** A table with its heads; without a row there is nothing to export: 204 (A). */
export const csv = (heads: readonly string[], rows: readonly (readonly string[])[]): Reply =>
  rows.length === 0
    ? { status: 204, contentType: null, body: '' }
    : { status: 200, contentType: 'text/csv; charset=utf-8', body: [heads, ...rows].map(row).join('') };

/** The cells of a table set apart by semicolons, commas or tabs; quotes around a cell fall off. */
export const csvRows = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.split(/[;,\t]/).map((part) =>
        part
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"'),
      ),
    );
