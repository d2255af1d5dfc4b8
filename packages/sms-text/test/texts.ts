/** Texts for property tests: made of what breaks counters, long enough to fill several parts. */

import * as fc from 'fast-check';

const POLISH = Array.from('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ');
const EXTENDED = Array.from('€[]{}^~|\\');
const TYPOGRAPHY = Array.from('„”–…\u00A0°•№™½`´çáß');
const EMOJI = ['😀', '👨‍👩‍👧‍👦', '❤️', '✌🏽', '1️⃣', '🇵🇱', '™️', '𝄞', '𝒜'];
const TROUBLE = [
  ...'\r\n|\r|\n|\t|\f|\0|\u2028|\u00AD|\u200B|\u2060|\uFEFF|\u0085'.split('|'),
  ...'\u0301|\u0328|\u0307|\u0338|\u20E3|\u200D|\uFE0F|\u202A|\u212B|\u037E'.split('|'),
  ...'\uD83D|\uDE00|\u1100|\u1161|\u11A8|Ж|й|α|<|°C'.split('|'),
];

const gsmCharacter = fc.constantFrom(...Array.from('aez CQ09.,-@£ÄñΔ\n'));

/** Any mixture; the weights keep GSM texts frequent although one character ends them. */
export const anyText = fc
  .oneof(
    fc.array(fc.oneof({ weight: 6, arbitrary: gsmCharacter }, fc.constantFrom(...EXTENDED)), { maxLength: 500 }),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: gsmCharacter },
        fc.constantFrom(...POLISH),
        fc.constantFrom(...EXTENDED),
        fc.constantFrom(...TYPOGRAPHY),
        fc.constantFrom(...EMOJI),
      ),
      { maxLength: 250 },
    ),
    fc.array(fc.oneof(gsmCharacter, fc.constantFrom(...TROUBLE, ...EMOJI, ...POLISH, ...TYPOGRAPHY)), {
      maxLength: 120,
    }),
    fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }),
  )
  .map((pieces) => pieces.join(''));

export const gsmText = fc
  .array(fc.oneof({ weight: 4, arbitrary: gsmCharacter }, fc.constantFrom(...EXTENDED)), { maxLength: 700 })
  .map((pieces) => pieces.join(''));

export const headerOctets = fc.constantFrom(6, 6, 6, 7, 0, 5, 12);
