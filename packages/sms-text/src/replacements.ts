/** What *Bez polskich* writes instead of characters outside the GSM alphabet (dossier: domain-facts 2.3). */

import { isGsm } from './alphabet.ts';

/** Each line: the characters, then what every one of them becomes. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['„”“‟«»″', '"'],
  ['‚‘’‛′´`‹›', "'"],
  ['–—‒―‐‑−', '-'],
  ['…', '...'],
  // Every space of Unicode that is not the plain one.
  ['\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000', ' '],
  ['•·', '*'],
  ['×', 'x'],
  ['÷', '/'],
  ['¹', '1'],
  ['²', '2'],
  ['³', '3'],
  ['½', '1/2'],
  ['¼', '1/4'],
  ['¾', '3/4'],
  ['№', 'nr'],
  ['™', '(TM)'],
  ['©', '(c)'],
  ['®', '(R)'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['±', '+/-'],
  ['µ', 'u'],
];

/** Latin letters that Unicode does not see as a base letter with a mark. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['łĿŁŀ', 'lLLl'],
  ['đĐðÐħĦŧŦıĸŋŊ', 'dDdDhHtTiknN'],
].flatMap(([from = '', to = '']) => Array.from(from, (letter, at): [string, string] => [letter, to.charAt(at)]));

const LETTER_PAIRS: readonly (readonly [string, string])[] = [
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ĳ', 'ij'],
  ['Ĳ', 'IJ'],
  ['ẞ', 'SS'],
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
];

/** Blocks of Latin letters with marks: Latin-1, Extended A and B, Extended Additional. */
const LATIN_BLOCKS: readonly (readonly [number, number])[] = [
  [0x00c0, 0x024f],
  [0x1e00, 0x1eff],
];

function withoutMarks(): [string, string][] {
  return LATIN_BLOCKS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at))
      .filter((letter) => !isGsm(letter))
      .map((letter): [string, string | null] => [letter, nearestLetter(letter)])
      .filter((pair): pair is [string, string] => pair[1] !== null),
  );
}

/** Takes the marks off from the last one on until the alphabet has the letter, so `ǘ` is `ü` and only `ú` is `u`. */
function nearestLetter(letter: string): string | null {
  const decomposed = Array.from(letter.normalize('NFD'));
  for (let kept = decomposed.length - 1; kept > 0; kept--) {
    const candidate = decomposed.slice(0, kept).join('').normalize('NFC');
    if (isGsm(candidate)) return candidate;
  }
  return null;
}

/** Character outside the alphabet → GSM text; the degree sign depends on its neighbour and is not here. */
export const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...withoutMarks(),
  ...SIGNS.flatMap(([characters, text]) => Array.from(characters, (character): [string, string] => [character, text])),
  ...LETTERS,
  ...LETTER_PAIRS,
]);

/** `20 °C` loses the sign, `90°` is written out, and a full stop is not doubled. */
export function degreeSign(next: string): string {
  if (next === 'C') return '';
  return next === '.' ? 'st' : 'st.';
}
