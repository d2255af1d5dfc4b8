import { clean, saysNothing } from './clean.ts';
import { isNumber, noted, type Outcome, outcomesOf } from './outcomes.ts';
import { piecesOf } from './pieces.ts';
import type { PhoneCell, PhoneFault, PhoneNumber } from './types.ts';

export interface ReadOptions {
  /** The country of numbers written without a country code; only Poland so far. */
  readonly country?: 'PL';
}

/** A page of text is no phone field; looking for numbers in it would be guessing. */
const LONGEST_CELL = 500;

/**
 * Reads what people type into a phone field: any number of numbers in any dress, with what is worth knowing about each, and
 * the pieces that are no usable numbers, with the reason. Numbers keep the order of the cell, each once; which of them may
 * get an SMS is for the caller to decide by `kind`, `country` and `notes`. Never throws.
 *
 * The order of work is that of the dossier (domain-facts 1.2): clean, split, strip labels, repair 0, 00 and 48, parse
 * strictly, and trust only numbers that exist in their country's plan.
 *
 * @example
 * readPhones('tel. 0-501 234 567 / 22 123 45 67').numbers.map(({ e164, kind }) => `${e164} ${kind}`)
 * // ['+48501234567 mobile', '+48221234567 landline']
 * readPhones('5,01235E+08').faults // [{ text: '5,01235E+08', code: 'damaged_by_spreadsheet' }]
 * readPhones('brak') // { numbers: [], faults: [] }
 */
export function readPhones(cell: string, _options?: ReadOptions): PhoneCell {
  const cleaned = clean(cell);
  if (saysNothing(cleaned)) return { numbers: [], faults: [] };
  if (cleaned.length > LONGEST_CELL) return { numbers: [], faults: [{ text: cleaned, code: 'not_a_number' }] };
  const pieces = piecesOf(cleaned);
  const outcomes = withCutOffTail(outcomesOf(pieces));
  const numbers = onePerE164(outcomes.filter(isNumber));
  const faults = outcomes.filter((outcome): outcome is PhoneFault => !isNumber(outcome));
  if (outcomes.length === 0 && pieces.length > 0) return { numbers, faults: [{ text: cleaned, code: 'not_a_number' }] };
  return { numbers: numbers.length > 1 ? numbers.map((number) => noted(number, 'several_numbers')) : numbers, faults };
}

/** A last piece too short for a number, behind a good one, is what a short column has left of the second number. */
function withCutOffTail(outcomes: readonly Outcome[]): readonly Outcome[] {
  const last = outcomes.at(-1);
  const before = outcomes.at(-2);
  if (last === undefined || isNumber(last) || before === undefined || !isNumber(before)) return outcomes;
  if (last.code !== 'digit_missing' && last.code !== 'short_code') return outcomes;
  return [...outcomes.slice(0, -2), noted(before, 'cut_off_tail')];
}

function onePerE164(numbers: readonly PhoneNumber[]): PhoneNumber[] {
  return Array.from(new Map(numbers.toReversed().map((number) => [number.e164, number])).values()).toReversed();
}
