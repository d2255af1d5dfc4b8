import { describe, expect, it } from 'vitest';
import { readUnits, readVectors, type Vector } from '../test/read-vectors.ts';
import { checkLimit, explain, measure, normalize, removeEmoji, split, toGsm } from './index.ts';

function vectors(name: string): (Vector & { title: string })[] {
  return readVectors(new URL(`../vectors/${name}.txt`, import.meta.url)).map((vector) => {
    const [text = '', ...expected] = vector.fields;
    const shown = text.length > 24 ? `${text.slice(0, 24)}… (${text.length})` : text;
    return { ...vector, title: `line ${vector.line}: ${JSON.stringify(shown)} → ${expected.join(' ').slice(0, 60)}` };
  });
}

describe('measure follows vectors/measure.txt', () => {
  it.each(vectors('measure'))('$title', ({ fields: [text = '', encoding, units, segments = '', header] }) => {
    const options = header === undefined ? undefined : { headerOctets: Number(header) };
    const expected = { encoding, units: Number(units), segments: readUnits(segments) };
    expect(measure(text, options)).toEqual(expected);
    expect(measure(normalize(text), options)).toEqual(expected);
  });
});

describe('split follows vectors/split.txt', () => {
  it.each(vectors('split'))('$title', ({ fields: [text = '', ...parts] }) => {
    expect(split(text)).toEqual(parts);
  });
});

describe('normalize follows vectors/normalize.txt', () => {
  it.each(vectors('normalize'))('$title', ({ fields: [text = '', expected = ''] }) => {
    expect(normalize(text)).toBe(expected);
    expect(normalize(expected)).toBe(expected);
  });
});

describe('toGsm follows vectors/to-gsm.txt', () => {
  it.each(vectors('to-gsm'))('$title', ({ fields: [text = '', expected = ''] }) => {
    expect(toGsm(text)).toBe(expected);
    expect(toGsm(expected)).toBe(expected);
  });
});

describe('removeEmoji follows vectors/remove-emoji.txt', () => {
  it.each(vectors('remove-emoji'))('$title', ({ fields: [text = '', expected = ''] }) => {
    expect(removeEmoji(text)).toBe(expected);
  });
});

describe('explain follows vectors/explain.txt', () => {
  it.each(vectors('explain'))('$title', ({ fields: [text = '', ...rest] }) => {
    const expected = Array.from({ length: rest.length / 4 }, (_, at) => {
      const [index, length, character = '', replacement] = rest.slice(at * 4, at * 4 + 4);
      return {
        character,
        codePoint: character.codePointAt(0),
        index: Number(index),
        length: Number(length),
        replacement: replacement === 'none' ? null : replacement,
      };
    });
    expect(explain(text)).toEqual(expected);
  });
});

describe('checkLimit follows vectors/limit.txt', () => {
  it.each(vectors('limit'))('$title', ({ fields: [text = '', encoding, units, limit, remaining, within, parts] }) => {
    expect(checkLimit(text)).toEqual({
      encoding,
      units: Number(units),
      limit: Number(limit),
      remaining: Number(remaining),
      withinLimit: within === 'yes',
      parts: Number(parts),
    });
  });
});
