import { fold } from './text-keys.ts';

/** Says stop as the whole message or as its first word. */
const WORDS: ReadonlySet<string> = new Set(['stop', 'wypisz', 'rezygnacja', 'koniec', 'usun', 'unsubscribe']);

/** Says stop only when it is the whole message: sentences that mean something else begin with it ("nie dzwońcie po 18"). */
const ALONE = 'nie';

/**
 * Whether a text takes back the right to write to its sender (domain-facts 3.4): letter case, diacritics, punctuation and
 * spaces do not matter. Anything else is for a person to read.
 * @example saysStop('Stop!') // true
 */
export function saysStop(text: string): boolean {
  const words = fold(text.normalize('NFKC')).match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = words.join('');
  return WORDS.has(words[0] ?? '') || WORDS.has(whole) || whole === ALONE;
}
