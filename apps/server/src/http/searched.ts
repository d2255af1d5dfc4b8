import type { SearchedText } from '../db/searched-text.ts';
import { fold } from '../domain/text-keys.ts';

/** A part of a phone number, with whatever people write between digits. */
const NUMBER = /^[\d\s()+-]+$/;

/** Fewer digits than this are in almost every number. */
const FEWEST_DIGITS = 3;

/** What was typed into a search by name or number; nothing when nothing was. Digits of a name, as in `Firma 5`, are no number. */
export function searched(q: string | undefined): SearchedText | undefined {
  if (q === undefined || q === '') return undefined;
  const digits = q.replaceAll(/\D/g, '');
  return { digits: NUMBER.test(q) && digits.length >= FEWEST_DIGITS ? digits : '', folded: fold(q) };
}
