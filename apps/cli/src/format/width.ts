import { stripVTControlCharacters } from 'node:util';

const graphemes = new Intl.Segmenter('pl-PL', { granularity: 'grapheme' });
const wide = /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;
const plain = /^[\u0020-\u007E\u00A0-\u024F\u2010-\u2026]*$/;

/** Columns of a terminal that a text without colours takes. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** As much of a text as fits, with `…` in place of what does not. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, used] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    used += wide.test(segment) ? 2 : 1;
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Text from files and people, safe to show: what would steer the terminal (escape sequences, control characters, changes
 * of the writing direction) is taken out. Line breaks stay where they are wanted.
 */
export function tidy(text: string, breaks: 'keep' | 'space' = 'space'): string {
  const clean = stripVTControlCharacters(text).replaceAll(/(?![\n\r\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
  return breaks === 'keep' ? clean.replaceAll(/\r\n?/g, '\n') : clean.replaceAll(/\s+/g, ' ').trim();
}

/** Breaks a text between words into lines of at most `width`; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}
