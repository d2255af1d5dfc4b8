/** Candidates that are several numbers written together: by a slash, by a new `+`, or by nothing but spaces. */

import { classify } from './classify.ts';
import { digitsOf, LOCAL_DIGITS, readNumber } from './read-number.ts';
import type { E164 } from './types.ts';

export interface Part {
  readonly text: string;
  /** For the short form of a second number (`501-234-567/68`): the first one, whose last digits it replaces. */
  readonly shortFor: E164 | null;
}

const SHORTHAND_DIGITS = 4;
/** Fewer digits cannot be a full number and the beginning of another; more are no phone field, and not worth the search. */
const RUN_DIGITS = { min: 13, max: 80 } as const;

/**
 * The parts of a candidate, in order. A slash is an area separator (`22/123-45-67`) unless both sides could be a number.
 *
 * @example
 * partsOf('501-234-567/601-234-567').map(({ text }) => text) // ['501-234-567', '601-234-567']
 */
export function partsOf(text: string): Part[] {
  return text
    .split(/(?=\+)/)
    .flatMap(bySlash)
    .flatMap((part) => (part.shortFor === null ? bySpace(part.text).map(whole) : [part]))
    .filter((part) => /\d/.test(part.text));
}

function whole(text: string): Part {
  return { text: text.trim(), shortFor: null };
}

function bySlash(text: string): Part[] {
  const [first = '', ...rest] = text.split('/');
  const parts: Part[] = [whole(first)];
  for (const next of rest) {
    const last = parts.findLast((part) => part.shortFor === null)?.text ?? '';
    const length = digitsOf(next).length;
    const number = numberOf(last);
    if (length === 0) continue;
    if (number !== null && length <= SHORTHAND_DIGITS) parts.push({ text: next.trim(), shortFor: number });
    else if (number !== null || (digitsOf(last).length >= LOCAL_DIGITS && length >= LOCAL_DIGITS))
      parts.push(whole(next));
    else parts[parts.length - 1] = whole(`${last}/${next}`);
  }
  return parts;
}

function numberOf(text: string): E164 | null {
  const verdict = readNumber(text);
  return typeof verdict === 'string' || verdict.notes.includes('guessed_foreign') ? null : verdict.e164;
}

/** Cuts only what is no number as a whole, and only where full numbers come out, the last one perhaps cut short. */
function bySpace(text: string): string[] {
  const { length } = digitsOf(text);
  if (/\p{L}/u.test(text) || length < RUN_DIGITS.min || length > RUN_DIGITS.max) return [text];
  if (typeof readNumber(text) !== 'string') return [text];
  return intoNumbers(text) ?? intoNumberAndTail(text) ?? [text];
}

function intoNumbers(text: string): string[] | null {
  if (numberOf(text) !== null) return [text];
  for (const [left, right] of cutsOf(text)) {
    const rest = numberOf(left) === null ? null : intoNumbers(right);
    if (rest !== null) return [left, ...rest];
  }
  return null;
}

function intoNumberAndTail(text: string): string[] | null {
  return cutsOf(text).find(([left]) => numberOf(left) !== null) ?? null;
}

/** At every space, or through the middle where there is none. */
function cutsOf(text: string): [string, string][] {
  const spaces = Array.from(text.matchAll(/ +/g), ({ index }) => index);
  const places = spaces.length > 0 ? spaces : [text.length / 2].filter(Number.isInteger);
  return places.map((place) => [text.slice(0, place).trim(), text.slice(place).trim()]);
}

/**
 * The full number that a short form stands for, if there is such a number.
 *
 * @example
 * completeShorthand('+48501234567', '68') // '+48501234568'
 */
export function completeShorthand(first: E164, last: string): E164 | null {
  const digits = digitsOf(last);
  const verdict = classify(digitsOf(first).slice(0, -digits.length) + digits);
  return typeof verdict === 'string' ? null : verdict.e164;
}
