/** Cuts a normalised text into pieces that *Bez polskich* keeps or replaces as one. */

import { isGsm } from './alphabet.ts';
import { degreeSign, REPLACEMENTS } from './replacements.ts';

export interface Token {
  readonly text: string;
  readonly index: number;
  /** GSM text to put in its place (empty: leave it out), itself when it is GSM already, null when nothing stands for it. */
  readonly gsm: string | null;
}

/** A pictograph with its style, skin and tags. The three signs of trade have GSM spellings and are not emoji here. */
const PICTOGRAPH = /(?![©®™])\p{Extended_Pictographic}[\uFE0E\uFE0F\p{Emoji_Modifier}]*[\u{E0020}-\u{E007F}]*/u.source;
/** A flag, a keycap, or pictographs joined to one. */
const EMOJI = `(?:\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${PICTOGRAPH}(?:\\u200D${PICTOGRAPH})*)`;

const TOKEN = new RegExp(`${EMOJI}|[^]`, 'gu');
const EMOJI_RUN = new RegExp(`( *)(?:${EMOJI} *)+`, 'gu');

/** Marks over and under Latin letters, for which no composed letter exists. */
const MARK = /^[\u0300-\u036F]$/;
/** Joiners, direction marks and variation selectors: they print nothing and mean nothing between Latin letters. */
const INVISIBLE = /^(?:[\u200C-\u200F\u202A-\u202E\u2061-\u2064\u2066-\u2069]|[\uFE00-\uFE0F])$/;
const DEGREE = '°';

/**
 * The tokens of a text that is already normalised. Marks and invisible characters follow the character they stand on:
 * beside GSM text they are left out, inside Cyrillic, Arabic or an emoji they stay.
 */
export function tokensOf(text: string): Token[] {
  let besideGsm = true;
  return Array.from(text.matchAll(TOKEN), (match): Token => {
    const [token] = match;
    const { index } = match;
    if (MARK.test(token) || INVISIBLE.test(token)) return { text: token, index, gsm: besideGsm ? '' : null };
    const gsm = gsmOf(token, text.charAt(index + token.length));
    besideGsm = gsm !== null;
    return { text: token, index, gsm };
  });
}

function gsmOf(token: string, next: string): string | null {
  if (token === DEGREE) return degreeSign(next);
  if (isGsm(token)) return token;
  return REPLACEMENTS.get(token) ?? null;
}

/** The text without its emoji; the spaces around each go too, except one where two words would meet. */
export function withoutEmoji(text: string): string {
  return text.replace(EMOJI_RUN, (run: string, before: string, at: number) => {
    const spaced = before !== '' || run.endsWith(' ');
    const [previous, next] = [text.charAt(at - 1), text.charAt(at + run.length)];
    const atEdge = previous === '' || previous === '\n' || next === '' || next === '\n';
    return spaced && !atEdge && !/[.,:;!?)]/.test(next) ? ' ' : '';
  });
}
