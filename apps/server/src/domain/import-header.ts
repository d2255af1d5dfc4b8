import { guessColumn } from './import-columns-guess.ts';

/** What stands in a table but is no column's name: a number of nine digits or more, a postal code, an e-mail address, a date. */
const VALUE =
  /^[^\p{L}]*(?:\d[^\p{L}\d]{0,3}){9,}[^\p{L}]*$|^\d{2}-\d{3}$|^\S+@\S+\.\S+$|^\d{4}-\d{2}-\d{2}$|^\d{1,2}\.\d{1,2}\.\d{4}$/u;

/**
 * Whether a row holds the names of columns. It does unless none of its cells is a known name and one of them is a value: of
 * two mistakes the worse one would be to take the first contractor for a header, and lose him.
 * @example isHeader(['Firma', 'Gdzie dzwonić']) // true
 * @example isHeader(['Hurtownia Łąka', '501 234 567']) // false
 */
export function isHeader(cells: readonly string[]): boolean {
  const isKnown = (cell: string) => guessColumn(cell, []).field !== 'ignore';
  return cells.some(isKnown) || !cells.some((cell) => VALUE.test(cell.trim()));
}

/** What a spreadsheet calls its columns: A, B … Z, AA, AB … */
export function columnLetters(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letters(index));
}

function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
