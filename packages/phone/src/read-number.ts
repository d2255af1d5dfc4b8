/** Step 4 and 5 of reading a cell: one candidate with digits only → repaired, then classified. */

import { classify, POLAND, type Verdict } from './classify.ts';
import type { PhoneNote } from './codes.ts';

/** Emergency lines (112, 997), help and directory lines (116 111, 118 913), city lines (19115), premium and free SMS (71200, 8080). */
const SHORT_CODE = /^(?:[19]\d\d|11[68]\d{3}|19\d{3}|[79]\d{3,4}|80\d{2,4})$/;

/** A number without its area has this many; fewer digits cannot be one. */
export const LOCAL_DIGITS = 7;

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Reads one candidate as a Polish user would mean it: nine digits are always national, a leading 0 is an old habit, 00 and
 * 48 in front of a full number are the country, and a longer row of digits may be a foreign number whose + was lost.
 *
 * @example
 * readNumber('0-501-234-567') // { e164: '+48501234567', …, notes: ['trunk_zero_dropped'] }
 * readNumber('48 123 45 67') // { e164: '+48481234567', kind: 'landline', … }
 */
export function readNumber(text: string): Verdict {
  const digits = digitsOf(text);
  const international = internationalDigits(text, digits);
  if (international === null) return readNational(digits);
  if (international.startsWith(POLAND.code)) return readPolish(international.slice(POLAND.code.length));
  const verdict = classify(international);
  // The library drops the 0 of +49 (0) 151… by itself.
  return typeof verdict === 'string' || verdict.e164 === `+${international}`
    ? verdict
    : withNote(verdict, 'trunk_zero_dropped');
}

/** Digits behind + or 00, else null; a 0 behind them is no country. */
function internationalDigits(text: string, digits: string): string | null {
  const prefixed = digits.startsWith('00') ? digits.slice(2) : /^\D*\+/.test(text) ? digits : null;
  return prefixed === null || prefixed.startsWith('0') ? null : prefixed;
}

function readNational(digits: string): Verdict {
  const { length } = digits;
  if (length === POLAND.digits) return readPolish(digits);
  if (digits.startsWith('0')) return readTrunk(digits);
  const behindCode = digits.slice(POLAND.code.length);
  const looksPolish = digits.startsWith(POLAND.code);
  if (looksPolish && behindCode.length >= POLAND.digits) return readPolish(behindCode);
  const foreign = length > POLAND.digits ? classify(digits) : null;
  if (foreign !== null && typeof foreign !== 'string') return withNote(foreign, 'guessed_foreign');
  if (looksPolish && length === POLAND.digits + 1) return 'digit_missing';
  return lengthFault(digits);
}

/** A row of digits that begins with 0. */
function readTrunk(digits: string): Verdict {
  const behindZero = digits.slice(1);
  const behindCode = behindZero.slice(POLAND.code.length);
  if (behindZero.length === POLAND.digits) return withNote(readPolish(behindZero), 'trunk_zero_dropped');
  if (behindZero.startsWith(POLAND.code) && behindCode.length === POLAND.digits)
    return withNote(readPolish(behindCode), 'trunk_zero_dropped');
  return behindZero.length > POLAND.digits ? 'country_code_needed' : lengthFault(behindZero);
}

/** The digits behind +48, or nine national ones. */
function readPolish(national: string): Verdict {
  const trunk = national.startsWith('0');
  const digits = trunk ? national.slice(1) : national;
  if (digits.length !== POLAND.digits) return lengthFault(digits);
  const verdict = classify(POLAND.code + digits);
  return trunk ? withNote(verdict, 'trunk_zero_dropped') : verdict;
}

/** Most rows that are too short are numbers somebody has not typed to the end. */
function lengthFault(digits: string): Verdict {
  if (digits.length > POLAND.digits) return 'digit_too_many';
  return SHORT_CODE.test(digits) ? 'short_code' : 'digit_missing';
}

export function withNote(verdict: Verdict, note: PhoneNote): Verdict {
  return typeof verdict === 'string' ? verdict : { ...verdict, notes: [...verdict.notes, note] };
}
