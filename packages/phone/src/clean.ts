/** Step 1 of reading a cell: one spelling for spaces, dashes and digits, and nothing invisible. */

/** Bidi marks, zero-width characters, byte order mark, soft hyphen. */
const FORMAT = /\p{Cf}/gu;
const LINE_BREAK = /\r\n?|[\u2028\u2029\v\f]/g;
const SPACE = /[\p{Zs}\t]+/gu;
const DASH = /[\p{Pd}\u2212\u2043]/gu;
/** Digits of Arabic and Persian keyboards; full-width ones are already ASCII by NFKC. */
const EASTERN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g;
/** Spreadsheets keep a number as text behind an apostrophe, exports put it in quotes. */
const QUOTE = /["'`’‘‚„”“´]+/g;

/**
 * The cell in plain characters, lines kept apart by LF.
 *
 * @example
 * clean("'\u202A501\u00A0234–567\u202C") // '501 234-567'
 */
export function clean(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(LINE_BREAK, '\n')
    .replace(FORMAT, '')
    .replace(EASTERN_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0x0f))
    .replace(QUOTE, '')
    .replace(DASH, '-')
    .replace(SPACE, ' ')
    .trim();
}

const EMPTY =
  /^(?:brak(?: (?:danych|numeru|nr|tel|telefonu|kom))?|nie ?(?:ma|posiada|podano|podal|podała|dotyczy|znany)|b ?d|n ?d|n ?a|x+|null|none|0*)$/;

/**
 * Whether the text says in words or signs that there is no number.
 *
 * @example
 * saysNothing('b.d.') // true
 */
export function saysNothing(cleaned: string): boolean {
  const words = cleaned
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return EMPTY.test(words) || /^0[0 ]*$/.test(words);
}
