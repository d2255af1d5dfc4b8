import { between, keyedRandom } from '../random.ts';

/** A one-time code on its way to a handset (dossier 7.5). Gone when it was used. */
export interface MfaCode {
  readonly id: string;
  readonly number: string;
  readonly code: string;
  readonly expiresAt: number;
}

const DIGITS = 6;
const LEAST = 10 ** (DIGITS - 1);

/** Six digits, the first not 0: a program that keeps it as a number must not lose one. */
export const drawCode = (seed: number, sequence: number): string =>
  String(between(keyedRandom(seed, `mfa ${sequence}`), LEAST, LEAST * 10 - 1));

export const looksLikeCode = (code: string): boolean => /^\d{6}$/.test(code);

/** `[%code%]` in the text somebody wrote; the service's own text is not known (E). */
export const DEFAULT_CONTENT = 'Twój kod: [%code%]';

const MARK = '[%code%]';

export const hasCodeMark = (content: string): boolean => content.includes(MARK);

export const putCode = (content: string, code: string): string => content.replaceAll(MARK, () => code);

export type Verdict = 'right' | 'wrong' | 'expired';

/** The newest code of that number with these digits decides; several numbers may have the same digits. */
export const verify = (
  codes: Iterable<MfaCode>,
  number: string,
  code: string,
  now: number,
): { readonly verdict: Verdict; readonly id: string | null } => {
  const found = [...codes].findLast((one) => one.number === number && one.code === code);
  if (found === undefined) return { verdict: 'wrong', id: null };
  return { verdict: found.expiresAt > now ? 'right' : 'expired', id: found.id };
};
