import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saysStop } from './stop-word.ts';

const VECTORS = readFileSync(new URL('./stop-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((source, at) => {
    if (source === '' || source.startsWith('#')) return [];
    const [, literal, verdict] = /^("(?:[^"\\]|\\.)*") = (stop|person)$/.exec(source) ?? [];
    if (literal === undefined) throw new Error(`line ${at + 1}: cannot read «${source}»`);
    return [{ line: at + 1, text: String(JSON.parse(literal)), verdict }];
  });

describe('saysStop follows stop-words.txt', () => {
  it.each(VECTORS)('line $line: $text', ({ text, verdict }) => {
    expect(saysStop(text) ? 'stop' : 'person').toBe(verdict);
  });
});
