/** Step 5 of reading a cell: every piece becomes numbers with notes, or a fault with a reason. */

import { saysNothing } from './clean.ts';
import type { PhoneNote } from './codes.ts';
import { completeShorthand, type Part, partsOf } from './parts.ts';
import { type Candidate, type Hint, type Piece, saysFax } from './pieces.ts';
import { digitsOf, readNumber } from './read-number.ts';
import type { E164, PhoneFault, PhoneNumber } from './types.ts';

export type Outcome = PhoneNumber | PhoneFault;

/** Words belong to the number before them, at the beginning of the cell to the one behind. */
export function outcomesOf(pieces: readonly Piece[]): Outcome[] {
  const outcomes: Outcome[] = [];
  let leading = '';
  for (const piece of pieces) {
    if (piece.kind !== 'words') {
      outcomes.push(...fromPiece(piece).map((outcome) => labelled(outcome, leading)));
      leading = '';
      continue;
    }
    const last = outcomes.pop();
    if (last === undefined) leading = piece.text;
    else outcomes.push(labelled(last, piece.text));
  }
  return outcomes;
}

function fromPiece(piece: Candidate | Hint): Outcome[] {
  switch (piece.kind) {
    case 'candidate':
      return fromParts(partsOf(piece.text), piece);
    case 'extension': {
      const parts = partsOf(piece.base.text);
      const last = parts.at(-1)?.text ?? '';
      const extension = fault(`${last} ${piece.text}`, 'extension', e164Of(last));
      return [...fromParts(parts.slice(0, -1), piece.base), extension];
    }
    case 'email':
      return [fault(piece.text, 'email_in_phone', piece.text)];
    case 'scientific':
      return [fault(piece.text, 'damaged_by_spreadsheet', fromScientific(piece.text))];
    default:
      return piece satisfies never;
  }
}

function fromParts(parts: readonly Part[], candidate: Candidate): Outcome[] {
  return parts.filter(({ text }) => !saysNothing(text)).map((part) => describe(fromPart(part), candidate));
}

function describe(outcome: Outcome, { labelled: hasLabel, fax }: Candidate): Outcome {
  if (!isNumber(outcome)) return outcome;
  const number = hasLabel ? noted(outcome, 'label_removed') : outcome;
  return fax ? asFax(number) : number;
}

function labelled(outcome: Outcome, words: string): Outcome {
  if (!isNumber(outcome) || words === '') return outcome;
  const number = noted(outcome, 'label_removed');
  return saysFax(words) ? asFax(number) : number;
}

/** A fax is never SMS, whatever its number looks like. */
function asFax(number: PhoneNumber): PhoneNumber {
  return { ...noted(number, 'fax_label'), kind: number.kind === 'mobile' ? 'other' : number.kind };
}

function fromPart({ text, shortFor }: Part): Outcome {
  if (shortFor !== null) return fault(text, 'shorthand_second_number', completeShorthand(shortFor, text));
  if (/\p{L}/u.test(text)) return fault(text, 'letter_in_number', e164Of(withDigitsForLetters(text)));
  const whole = withoutDecimalTail(text);
  const verdict = readNumber(whole);
  if (typeof verdict === 'string') return { text, code: verdict };
  const number = { ...verdict, text: whole };
  return whole === text ? number : noted(number, 'decimal_tail_removed');
}

/** Only a full number may lose `,00`: in `501.234.000` the zeros are its own. */
function withoutDecimalTail(text: string): string {
  const whole = /^(.*\d)[.,]0+$/.exec(text)?.[1];
  return whole !== undefined && digitsOf(whole).length >= 9 ? whole : text;
}

const LETTERS_LIKE_DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8', // prettier-ignore
};

function withDigitsForLetters(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => LETTERS_LIKE_DIGITS[letter.toUpperCase()] ?? letter);
}

/** The number itself, where the notation has kept all of its digits. */
function fromScientific(text: string): E164 | null {
  const [mantissa = '', exponent = ''] = text.toUpperCase().split('E');
  const [whole = '', fraction = ''] = mantissa.replace(',', '.').split('.');
  return fraction.length === Number(exponent) && whole.length === 1 ? e164Of(whole + fraction) : null;
}

function e164Of(text: string): E164 | null {
  if (/\p{L}/u.test(text)) return null;
  const verdict = readNumber(text);
  return typeof verdict === 'string' ? null : verdict.e164;
}

export function isNumber(outcome: Outcome): outcome is PhoneNumber {
  return 'e164' in outcome;
}

export function noted(number: PhoneNumber, note: PhoneNote): PhoneNumber {
  return number.notes.includes(note) ? number : { ...number, notes: [...number.notes, note] };
}

function fault(text: string, code: PhoneFault['code'], suggestion: string | null): PhoneFault {
  return suggestion === null ? { text, code } : { text, code, suggestion };
}
