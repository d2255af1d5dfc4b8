import { accountErrors } from './errors/account.ts';
import { contentErrors } from './errors/content.ts';
import { otherServiceErrors } from './errors/other-services.ts';
import { recipientErrors } from './errors/recipient.ts';
import { serviceErrors } from './errors/service.ts';
import { setupErrors } from './errors/setup.ts';
import { unknownCode } from './errors/uncoded.ts';
import type { Advice, ErrorClass, ErrorRow } from './errors/row.ts';

/** What a code means. `retryAfterMs` is set where the table itself names a pause. */
export interface ErrorExplanation {
  code: number;
  class: ErrorClass;
  name: string;
  retryAfterMs: number | null;
  pl: Advice;
  en: Advice;
}

/**
 * An error as the gateway gave it. `message` is its own text, in English or Polish, never stable: show it, do not
 * branch on it. `tag` is the REST interface's word for it. `code` is 0 when the gateway gave no number; the `name`
 * tells these apart.
 */
export interface SmsapiError extends ErrorExplanation {
  message: string;
  tag: string | null;
}

const rows: readonly ErrorRow[] = [
  ...accountErrors,
  ...setupErrors,
  ...contentErrors,
  ...recipientErrors,
  ...serviceErrors,
  ...otherServiceErrors,
];

const byCode: ReadonlyMap<number, ErrorRow> = new Map(
  rows.flatMap((row) => ('from' in row.codes ? [] : row.codes.map((code) => [code, row] as const))),
);

/**
 * The meaning of an `error` code, with a Polish and an English sentence and what to do (dossier, section 6).
 *
 * A code that is not in the table is class `unknown`: permanent for that request, worth an alert, never a loop.
 *
 * @example
 * explainError(103).class; // 'money'
 * explainError(103).pl.sentence; // 'Na koncie SMSAPI jest za mało punktów na tę wysyłkę.'
 */
export function explainError(code: number): ErrorExplanation {
  return explanation(code, byCode.get(code) ?? rangeOf(code) ?? unknownCode);
}

function rangeOf(code: number): ErrorRow | undefined {
  return rows.find(({ codes }) => 'from' in codes && codes.from <= code && code <= codes.to);
}

function explanation(code: number, row: Omit<ErrorRow, 'codes'>): ErrorExplanation {
  return { code, class: row.class, name: row.name, retryAfterMs: row.retryAfterMs ?? null, pl: row.pl, en: row.en };
}

/** A numbered error with the gateway's own message. */
export function codedError(code: number, message = '', tag: string | null = null): SmsapiError {
  return { ...explainError(code), message, tag };
}

/** An error the gateway gave without a number. */
export function uncodedError(row: Omit<ErrorRow, 'codes'>, message = '', tag: string | null = null): SmsapiError {
  return { ...explanation(0, row), message, tag };
}
