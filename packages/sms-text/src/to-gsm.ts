import { normalize } from './normalize.ts';
import { tokensOf, withoutEmoji } from './tokens.ts';

/**
 * *Bez polskich*: the text with Polish letters and typographic marks written in the GSM alphabet, already normalised.
 *
 * Only characters outside the alphabet change, so `é ä ö ü ñ à å` stay. What has no counterpart (Cyrillic, Greek, emoji)
 * stays too and keeps the message in Unicode; `explain` lists it with `replacement: null`.
 *
 * @example
 * toGsm('Zażółć „gęślą” – 5 zł…') // 'Zazolc "gesla" - 5 zl...'
 */
export function toGsm(text: string): string {
  return tokensOf(normalize(text))
    .map((token) => token.gsm ?? token.text)
    .join('');
}

/**
 * The normalised text without emoji, and without the double spaces that they would leave behind. `toGsm` keeps emoji, so
 * this is the second step towards a GSM message, and the user's choice.
 *
 * @example
 * removeEmoji('Dziękujemy 🎉 za zakupy 😀!') // 'Dziękujemy za zakupy!'
 */
export function removeEmoji(text: string): string {
  return withoutEmoji(normalize(text));
}
