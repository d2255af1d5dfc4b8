/**
 * What kinds of characters a text holds, in one pass and without allocating per character.
 *
 * Two tables do the work. `UNIT_TRAITS` answers for one UTF-16 code unit. `PAIR_TRAITS` answers for two neighbouring
 * UTF-8 bytes at once: the engine's own encoder turns a string into bytes many times faster than `charCodeAt` can read it,
 * and the bytes alone decide most SMS: plain ASCII is GSM, a lead byte of U+0100..02FF (ą ć ę ł ń ś ź ż) is Unicode.
 */

import { GSM_BASIC, GSM_EXTENSION } from './alphabet.ts';

/** In the tables: how many characters stand behind the GSM escape, 0 to 2. */
const EXTENSIONS = 0b11;
/** Characters outside the GSM alphabet. */
export const WIDE = 4;
/** Halves of surrogate pairs; settled only while the text is well formed. */
export const SURROGATE = 8;
/** Characters that `normalize` may drop, replace or join with their neighbours. */
export const UNSETTLED = 16;
/** The lead byte of U+00C0..00FF: all are settled, some are GSM. */
const LATIN = 32;
/** Bytes from which nothing can be told. */
const UNDECIDED = 64;

const ALL_TRAITS = 0xff;

/** First and last code units, outside the GSM alphabet, that no normalisation touches. A test proves the list. */
const SETTLED_RANGES: readonly (readonly [number, number])[] = [
  [0x0060, 0x0060], // backtick
  [0x0080, 0x00ac],
  [0x00ae, 0x02ff], // Latin-1, Latin Extended A and B, IPA
  [0x0388, 0x0482], // Greek, Cyrillic
  [0x048a, 0x052f],
  [0x200c, 0x200f], // joiners, direction marks
  [0x2010, 0x2027], // dashes, quotes, bullets, ellipsis
  [0x202a, 0x205e],
  [0x20a0, 0x20bf], // currencies
  [0x20e3, 0x20e3], // keycap
  [0x2100, 0x2125], // № ™ and other letterlike signs
  [0x2150, 0x2328], // fractions, arrows, mathematics, technical
  [0x232b, 0x2adb], // boxes, shapes, dingbats
  [0xfe0e, 0xfe0f], // variation selectors of emoji
];

const UNIT_TRAITS = unitTraits();
const PAIR_TRAITS = pairTraits();

function unitTraits(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(WIDE | UNSETTLED);
  for (const [first, last] of SETTLED_RANGES) table.fill(WIDE, first, last + 1);
  // Emoji, U+1F000..1FBFF; every other high surrogate stays unsettled.
  table.fill(WIDE | SURROGATE, 0xd83c, 0xd83f);
  table.fill(WIDE | SURROGATE, 0xdc00, 0xe000);
  for (const character of GSM_BASIC) table[character.charCodeAt(0)] = 0;
  for (const character of GSM_EXTENSION.keys()) table[character.charCodeAt(0)] = 1;
  // The alphabet knows CR and form feed, but `normalize` lets no control through except LF.
  table.fill(UNSETTLED, 0x00, 0x0a);
  table.fill(UNSETTLED, 0x0b, 0x20);
  return table;
}

function byteTraits(byte: number): number {
  if (byte < 0x80) return UNIT_TRAITS[byte] ?? 0;
  if (byte < 0xc0) return 0; // continuation: its lead byte has spoken
  if (byte === 0xc3) return LATIN;
  return byte >= 0xc4 && byte <= 0xcb ? WIDE : UNDECIDED;
}

function pairTraits(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let pair = 0; pair < table.length; pair++) {
    const [low, high] = [byteTraits(pair & 0xff), byteTraits(pair >> 8)];
    table[pair] = ((low | high) & ~EXTENSIONS) | ((low & EXTENSIONS) + (high & EXTENSIONS));
  }
  return table;
}

/** Filled and read within one call, never handed out. A longer text is read in several turns. */
const BYTES = new Uint8Array(8192);
const WORDS = new Int32Array(BYTES.buffer);
const ENCODER = new TextEncoder();
const SPACE = 0x20;
const ANY_HIGH_BIT = 0x80808080 | 0;

/**
 * The traits of all characters of a text, joined, and the number of its GSM extension characters; `traitsOf` and
 * `extensionsOf` take the two apart. One number, so that measuring allocates nothing. A lone surrogate is `UNSETTLED`, for
 * the encoder turns it into U+FFFD.
 */
export function scan(text: string): number {
  const { read, written } = ENCODER.encodeInto(text, BYTES);
  let found = scanBytes(written);
  for (let rest = text.slice(read); rest !== '';) {
    const turn = ENCODER.encodeInto(rest, BYTES);
    found = join(found, scanBytes(turn.written));
    rest = rest.slice(turn.read);
  }
  return found;
}

function join(one: number, other: number): number {
  return pack(traitsOf(one) | traitsOf(other), extensionsOf(one) + extensionsOf(other));
}

function pack(traits: number, extensions: number): number {
  return (traits & ~EXTENSIONS) + extensions * (ALL_TRAITS + 1);
}

/** A set of `WIDE`, `SURROGATE` and `UNSETTLED`. */
export function traitsOf(scanned: number): number {
  return scanned & ALL_TRAITS;
}

/** How many characters cost two septets; means nothing once the text is `WIDE`. */
export function extensionsOf(scanned: number): number {
  return Math.floor(scanned / (ALL_TRAITS + 1));
}

/** Septets of one code unit of a text that is not `WIDE`: 1, or 2 behind the escape. */
export function septetsAt(text: string, at: number): number {
  return 1 + ((UNIT_TRAITS[text.charCodeAt(at)] ?? 0) & EXTENSIONS);
}

function scanBytes(length: number): number {
  // Padded to whole words with a byte that adds nothing.
  for (let at = length; (at & 3) !== 0; at++) BYTES[at] = SPACE;
  const words = (length + 3) >> 2;
  let traits = 0;
  for (let at = 0; at < words; at++) {
    const word = WORDS[at] ?? 0;
    traits |= (PAIR_TRAITS[word & 0xffff] ?? 0) | (PAIR_TRAITS[word >>> 16] ?? 0);
  }
  const extensions = (traits & EXTENSIONS) === 0 ? 0 : countExtensions(words);
  const decided = (traits & UNDECIDED) === 0 && ((traits & LATIN) === 0 || (traits & WIDE) !== 0);
  if (decided) return pack(traits, extensions);
  return join(pack(traits & (WIDE | UNSETTLED), extensions), scanSequences(words));
}

/** The extension characters within ASCII, which is all but the euro. */
function countExtensions(words: number): number {
  let extensions = 0;
  for (let at = 0; at < words; at++) {
    const word = WORDS[at] ?? 0;
    extensions += ((PAIR_TRAITS[word & 0xffff] ?? 0) & EXTENSIONS) + ((PAIR_TRAITS[word >>> 16] ?? 0) & EXTENSIONS);
  }
  return extensions;
}

/** What the characters beyond ASCII are; four bytes of ASCII are passed over at once. */
function scanSequences(words: number): number {
  let traits = 0;
  let extensions = 0;
  for (let word = 0; word < words; word++) {
    if (((WORDS[word] ?? 0) & ANY_HIGH_BIT) === 0) continue;
    for (let at = word << 2; at < (word + 1) << 2; at++) {
      const lead = BYTES[at] ?? 0;
      if (lead < 0xc0) continue;
      const found = UNIT_TRAITS[firstUnit(lead, at)] ?? 0;
      traits |= found;
      extensions += found & EXTENSIONS;
    }
  }
  return pack(traits, extensions);
}

/** The first UTF-16 code unit of the character that begins with this lead byte. */
function firstUnit(lead: number, at: number): number {
  const second = (BYTES[at + 1] ?? 0) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (BYTES[at + 2] ?? 0) & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return 0xd7c0 + (((lead & 0x07) << 8) | (second << 2) | (third >> 4));
}
