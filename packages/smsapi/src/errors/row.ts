/**
 * What an error means for the sender (dossier, section 6).
 *
 * - `auth` credentials or rights, `config` account or request set-up: every request fails until a person acts
 * - `money` points or limits: every request fails until somebody tops up
 * - `content` this text or these parameters, `recipient` this number: only this message is at fault
 * - `duplicate` the idx was used before; `retry` not taken, try later with the same idx
 * - `unsure` the gateway itself does not know; `unknown` a code that is not in the table: permanent, never to be looped
 */
export type ErrorClass =
  | 'auth'
  | 'config'
  | 'content'
  | 'recipient'
  | 'money'
  | 'duplicate'
  | 'retry'
  | 'unsure'
  | 'unknown';

/** What happened and what to do about it, as two sentences for the person at the screen. */
export interface Advice {
  sentence: string;
  action: string;
}

/** One meaning, with every code that has it. `name` is stable: programs branch on it, never on a sentence. */
export interface ErrorRow {
  codes: readonly number[] | { from: number; to: number };
  name: string;
  class: ErrorClass;
  retryAfterMs?: number;
  pl: Advice;
  en: Advice;
}
