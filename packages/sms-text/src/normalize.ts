/**
 * The text as it goes to the gateway, before any question of alphabet (dossier: domain-facts 2.3, steps 1 and 2).
 *
 * Kept on purpose: the joiners and variation selectors that build emoji, and the C1 range U+0080..009F, which in practice
 * is a letter of a wrongly decoded Windows-1250 file; `explain` shows it, stripping would lose it without a trace.
 */

const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
const TAB = /\t/g;
/** Controls of ASCII but LF, soft hyphen, zero width space, word joiner, byte order mark. */
const INVISIBLE = /[[\p{Cc}--[\n\u0080-\u009F]]\u00AD\u200B\u2060\uFEFF]/gv;

/**
 * Brings a text to the form that is counted, shown and sent: lone surrogates become U+FFFD, line breaks LF, a TAB one
 * space, invisible characters go, and the rest is composed (NFC), which alone can save the message from Unicode: `e` and
 * a combining acute become the GSM letter `é`. Normalising twice changes nothing more.
 *
 * @example
 * normalize('Dzień dobry\r\n') // 'Dzień dobry\n'
 */
export function normalize(text: string): string {
  // Composing comes last: a stripped character may have stood between a letter and its mark.
  return text.toWellFormed().replace(LINE_BREAK, '\n').replace(TAB, ' ').replace(INVISIBLE, '').normalize('NFC');
}
