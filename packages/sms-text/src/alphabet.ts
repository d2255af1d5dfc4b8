/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, clauses 6.2.1 and 6.2.1.1).
 *
 * No national language shift table exists for Polish, so a message is either written in these characters alone
 * or, from the first other character on, wholly in UCS-2.
 */

/**
 * The 128 characters of the basic table, each at the place of its septet. Place 0x1B is the escape to the extension
 * table and not a character of its own. Note `Ç` with no `ç`, and `ò` with no `ó`.
 *
 * @example
 * GSM_BASIC.indexOf('@') // 0
 */
export const GSM_BASIC =
  '@£$¥èéùìòÇ\nØø\rÅå' +
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ' +
  ' !"#¤%&\'()*+,-./' +
  '0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNO' +
  'PQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmno' +
  'pqrstuvwxyzäöñüà';

/**
 * The ten characters behind the escape, with the septet that follows it; each costs two septets.
 *
 * @example
 * GSM_EXTENSION.get('€') // 0x65
 */
export const GSM_EXTENSION: ReadonlyMap<string, number> = new Map([
  ['\f', 0x0a],
  ['^', 0x14],
  ['{', 0x28],
  ['}', 0x29],
  ['\\', 0x2f],
  ['[', 0x3c],
  ['~', 0x3d],
  [']', 0x3e],
  ['|', 0x40],
  ['€', 0x65],
]);

const ESCAPE = '\u001B';

const SEPTETS: ReadonlyMap<string, 1 | 2> = new Map([
  ...Array.from(GSM_BASIC)
    .filter((character) => character !== ESCAPE)
    .map((character): [string, 1 | 2] => [character, 1]),
  ...Array.from(GSM_EXTENSION.keys(), (character): [string, 1 | 2] => [character, 2]),
]);

/**
 * The septets one character costs in a GSM 7-bit message: 1, or 2 behind the escape, or 0 when the alphabet has no such
 * character.
 *
 * @example
 * gsmSeptets('a') // 1
 * gsmSeptets('€') // 2
 * gsmSeptets('ł') // 0
 */
export function gsmSeptets(character: string): 0 | 1 | 2 {
  return SEPTETS.get(character) ?? 0;
}

/**
 * Whether every character of the text, taken as it stands, is in the GSM 7-bit alphabet or its extension.
 * Unlike `measure` it normalises nothing first.
 *
 * @example
 * isGsm('é') // true
 * isGsm('ó') // false
 */
export function isGsm(text: string): boolean {
  for (const character of text) if (!SEPTETS.has(character)) return false;
  return true;
}
