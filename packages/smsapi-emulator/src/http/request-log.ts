import { textOf, type Fields } from './fields.ts';
import { isUpload } from './multipart.ts';

/** One request as the emulator remembers it; tokens are left out, long values are cut. */
export interface RequestEntry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly userAgent: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Numbers named by `to`. */
  readonly recipients: number;
  /** HTTP status; null when the client got no answer. */
  readonly status: number | null;
  /** Legacy error code in the body. */
  readonly error: number | null;
  /** Kind of the fault that struck it. */
  readonly fault: string | null;
}

const LONGEST_TEXT = 4_000;
const LONGEST_LIST = 100;
const SECRETS: ReadonlySet<string> = new Set(['access_token', 'password', 'credentials']);

/** A copy of the beginning: a slice would keep the whole text, perhaps a megabyte of idx values, in memory. */
const beginningOf = (text: string): string => Buffer.from(`${text.slice(0, LONGEST_TEXT)}…`).toString();

const shorten = (value: unknown): unknown => {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return beginningOf(value);
  if (isUpload(value)) return { filename: value.filename, contentType: value.contentType, bytes: value.bytes.length };
  return Array.isArray(value) ? value.slice(0, LONGEST_LIST).map(shorten) : value;
};

export const sketchFields = (fields: Fields): Readonly<Record<string, unknown>> => {
  const sketch: [string, unknown][] = [];
  for (const [name, value] of fields) if (!SECRETS.has(name)) sketch.push([name, shorten(value)]);
  return Object.fromEntries(sketch);
};

export const countRecipients = (fields: Fields): number => {
  const to = textOf(fields, 'to')?.trim() ?? '';
  return to === '' ? 0 : to.split(',').length;
};
