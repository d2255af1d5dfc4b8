import { isGsm } from './alphabet.ts';
import { normalize } from './normalize.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface UnicodeCharacter {
  /** The character after normalisation; an emoji of several code points is one character. */
  readonly character: string;
  /** Its first code point. */
  readonly codePoint: number;
  /** Where it begins in the text that was given, in UTF-16 code units. */
  readonly index: number;
  /** How many code units of that text it takes. */
  readonly length: number;
  /** What `toGsm` writes instead (an empty string: it leaves it out), null when it leaves the character as it is. */
  readonly replacement: string | null;
}

/** From where to where a piece stands in the given text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of text that normalises on its own: one character, or CR LF, with whatever `normalize` may join to it or drop
 * behind it: marks, Hangul vowels and tails, invisible characters.
 */
const STRETCH =
  /(?:\r\n|[^])[\p{M}\u1161-\u1175\u11A8-\u11C2\u00AD\u200B\u2060\uFEFF[\p{Cc}--[\t\n\r\u0080-\u009F]]]*/gv;

/**
 * The characters that force the whole message into Unicode, with their places in the text as it was given, so that an
 * editor can mark each and put its replacement there. Empty for a GSM text. Putting in all replacements gives `toGsm(text)`,
 * up to normalisation.
 *
 * @example
 * explain('Do zapłaty') // [{ character: 'ł', codePoint: 0x142, index: 6, length: 1, replacement: 'l' }]
 */
export function explain(text: string): UnicodeCharacter[] {
  const settled = normalize(text);
  if (isGsm(settled)) return [];
  const places = settled === text ? null : placesOf(text);
  const found: UnicodeCharacter[] = [];
  let group: Token[] = [];
  let range: Range = { start: 0, end: 0 };
  const report = (): void => {
    if (group.some((token) => !isGsm(token.text))) found.push(describe(group, range));
  };
  for (const token of tokensOf(settled)) {
    const { start, end } = rangeOf(token, places);
    // Two tokens of one changed stretch cannot be told apart in the given text.
    if (start < range.end) {
      group.push(token);
      range = { start: range.start, end };
    } else {
      report();
      group = [token];
      range = { start, end };
    }
  }
  report();
  return found;
}

function describe(tokens: readonly Token[], { start, end }: Range): UnicodeCharacter {
  const character = tokens.map((token) => token.text).join('');
  const converted = tokens.map((token) => token.gsm ?? token.text).join('');
  const replacement = converted === character ? null : converted;
  return { character, codePoint: character.codePointAt(0) ?? 0, index: start, length: end - start, replacement };
}

function rangeOf({ index, text }: Token, places: readonly Range[] | null): Range {
  const last = index + text.length - 1;
  return { start: places?.[index]?.start ?? index, end: places?.[last]?.end ?? last + 1 };
}

/** For each code unit of `normalize(text)`, the place in `text` that it comes from. */
function placesOf(text: string): Range[] {
  return Array.from(text.toWellFormed().matchAll(STRETCH)).flatMap(({ 0: raw, index }) => {
    const settled = normalize(raw);
    return Array.from({ length: settled.length }, (_, at) =>
      settled === raw ? { start: index + at, end: index + at + 1 } : { start: index, end: index + raw.length },
    );
  });
}
