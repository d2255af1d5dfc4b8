import { explain } from '@goniec/sms-text';

export interface Stretch {
  readonly text: string;
  /** What *Bez polskich* would write instead; undefined for a stretch that costs nothing extra, null when nothing can. */
  readonly replacement?: string | null;
  /** Where it begins in the whole text. */
  readonly index: number;
}

/** Which characters are shown to make an SMS dearer: with *Bez polskich* only those that nothing can stand for. */
export type Dear = 'all' | 'irreplaceable';

const isShownAs = (dear: Dear, replacement: string | null): boolean => dear === 'all' || replacement === null;

/** Cuts a text where characters begin and end that force the whole message into Unicode, so that each can be marked. */
export function stretchesOf(text: string, dear: Dear = 'all'): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { index, length, replacement } of explain(text)) {
    if (!isShownAs(dear, replacement)) continue;
    if (index > at) stretches.push({ text: text.slice(at, index), index: at });
    stretches.push({ text: text.slice(index, index + length), replacement, index });
    at = index + length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), index: at });
  return stretches;
}

export interface DearCharacter {
  readonly character: string;
  readonly replacement: string | null;
  readonly count: number;
}

/** The different characters that make the SMS dearer, the commonest first. */
export function dearCharacters(text: string, dear: Dear = 'all'): readonly DearCharacter[] {
  const found = new Map<string, DearCharacter>();
  for (const { character, replacement } of explain(text)) {
    if (!isShownAs(dear, replacement)) continue;
    const before = found.get(character);
    found.set(character, { character, replacement, count: (before?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

/** Puts the replacement in for every occurrence of one character; where there is none, takes them out. */
export function replaceCharacter(text: string, wanted: string): string {
  let replaced = '';
  let at = 0;
  for (const { character, index, length, replacement } of explain(text)) {
    if (character !== wanted) continue;
    replaced += text.slice(at, index) + (replacement ?? '');
    at = index + length;
  }
  return replaced + text.slice(at);
}
