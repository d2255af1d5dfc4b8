import { z } from 'zod';
import { codedError, type SmsapiError } from './errors.ts';
import type { HttpReply } from './transport.ts';

/** Numbers arrive as text from `parseExactJson`; anything that is not text counts as absent. */
export const text = z.string().nullable().catch(null);

/** An array. PHP turns one with holes into an object, so the values of an object pass too; anything else is absent. */
export const list = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value),
  z.array(z.unknown()).nullable().catch(null),
);

/** A number the gateway turned down by itself, and why. Both numbers are digits only. */
export interface InvalidNumber {
  number: string | null;
  submittedNumber: string | null;
  error: SmsapiError;
}

const invalidNumber = z.object({ number: text, submitted_number: text, message: text, error_code: text });
const errorReply = z.object({
  error: z.string(),
  message: text,
  invalid_numbers: list,
  list,
});

interface ErrorBody {
  code?: number;
  tag?: string;
  message: string;
  invalidNumbers: readonly InvalidNumber[];
  alsoAccepted: boolean;
}

/**
 * The error in a body, of either interface: `{error: 13, message, invalid_numbers?}` or `{error: "tag", message}`.
 * `null`, `0` and the empty string in `error` mean that there is none.
 */
export function errorBody(data: unknown): ErrorBody | null {
  const parsed = errorReply.safeParse(data);
  if (!parsed.success) return null;
  const { error, message, invalid_numbers, list: accepted } = parsed.data;
  const common = {
    message: message ?? '',
    invalidNumbers: readInvalidNumbers(invalid_numbers),
    alsoAccepted: accepted !== null && accepted.length > 0,
  };
  if (/^\d{1,6}$/.test(error)) return Number(error) === 0 ? null : { ...common, code: Number(error) };
  return /^\w[\w.-]{0,79}$/.test(error) ? { ...common, tag: error } : null;
}

/** `invalid_numbers` of an error reply, and of a partial success if it has them. `error_code` is new and often absent. */
export function readInvalidNumbers(entries: readonly unknown[] | null): InvalidNumber[] {
  return (entries ?? []).flatMap((entry) => {
    const parsed = invalidNumber.safeParse(entry);
    if (!parsed.success) return [];
    const { number, submitted_number, message, error_code } = parsed.data;
    const code = /^\d{1,6}$/.test(error_code ?? '') ? Number(error_code) : 13;
    return [
      { number: digitsOf(number), submittedNumber: digitsOf(submitted_number), error: codedError(code, message ?? '') },
    ];
  });
}

/** The digits of a number as the gateway or a person wrote it, or null if there are none. */
export function digitsOf(number: string | null): string | null {
  const digits = (number ?? '').replaceAll(/\D/g, '');
  return digits === '' ? null : digits;
}

const okPart = /^(?:OK:)?(?<id>(?!OK(?::|$))[\w-]{1,80})(?::(?<points>[\d.]*)(?::\+?(?<number>\d+))?)?$/;

/**
 * The plain-text dialect, spoken when the service or a proxy lost our `format=json`: `OK:<id>:<points>[:<number>]`
 * joined with `;`, or `ERROR:<code>` (dossier 1.3). Gives the shape of the JSON dialect, or undefined.
 */
export function parseTextReply(body: string): unknown {
  const line = body.replace(/^\uFEFF/, '').trim();
  const error = /^ERROR:\s*(\d{1,6})(?::?\s*(.*))?$/.exec(line);
  if (error !== null) return { error: error[1], message: error[2] ?? '' };
  if (!line.startsWith('OK:')) return undefined;
  const parts = line
    .replace(/;$/, '')
    .split(';')
    .map((part) => okPart.exec(part.trim())?.groups);
  return parts.includes(undefined) ? undefined : { list: parts.map((groups) => ({ ...groups })) };
}

/** One line about a reply that makes no sense. Never the body: it may hold numbers and texts. */
export function bareReply({ status, contentType, body }: HttpReply): string {
  const type = contentType.split(';', 1)[0]?.slice(0, 60) || 'no content type';
  return `HTTP ${status}, ${type}, ${body.length} characters`;
}
