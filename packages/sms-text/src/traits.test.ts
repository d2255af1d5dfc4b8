import { describe, expect, it } from 'vitest';
import { gsmSeptets } from './alphabet.ts';
import { measure } from './measure.ts';
import { normalize } from './normalize.ts';
import { scan, traitsOf, UNSETTLED, WIDE } from './traits.ts';

const PLANE_END = 0x10000;
const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;
const isEmojiPlane = (codePoint: number): boolean => codePoint >= 0x1f000 && codePoint <= 0x1fbff;

const COMPOSING = composingCharacters();

/** Every character that can follow another in a canonical composition. */
function composingCharacters(): Set<string> {
  const composing = new Set<string>();
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (isSurrogate(codePoint)) continue;
    const character = String.fromCodePoint(codePoint);
    const decomposed = character.normalize('NFD');
    if (decomposed !== character) for (const part of Array.from(decomposed).slice(1)) composing.add(part);
  }
  return composing;
}

describe('the table of code units', () => {
  const units = Array.from({ length: PLANE_END }, (_, unit) => unit);

  it('calls a character settled only if no normalisation can touch it, alone or behind another', () => {
    const wrong = units
      .filter((unit) => !isSurrogate(unit))
      .map((unit) => String.fromCharCode(unit))
      .filter((character) => (traitsOf(scan(character)) & UNSETTLED) === 0)
      .filter((character) => normalize(character) !== character || COMPOSING.has(character) || isReordered(character));
    expect(wrong).toEqual([]);
  });

  it('calls the planes of emoji settled, rightly', () => {
    const emoji = Array.from({ length: 0x20000 - PLANE_END }, (_, at) => String.fromCodePoint(PLANE_END + at));
    const settled = emoji.filter((character) => (traitsOf(scan(character)) & UNSETTLED) === 0);
    expect(settled.every((character) => isEmojiPlane(character.codePointAt(0) ?? 0))).toBe(true);
    expect(settled).toHaveLength(0x1fc00 - 0x1f000);
    expect(settled.filter((character) => normalize(character) !== character || COMPOSING.has(character))).toEqual([]);
  });

  it('agrees with the alphabet on every character that normalize keeps', () => {
    const wrong = units.filter((unit) => {
      const character = String.fromCharCode(unit);
      if (normalize(character) !== character) return false;
      const septets = gsmSeptets(character);
      const { encoding, units: counted } = measure(character);
      return septets === 0 ? encoding !== 'ucs2' || counted !== 1 : encoding !== 'gsm7' || counted !== septets;
    });
    expect(wrong).toEqual([]);
  });

  it('finds the same in a short text and in an encoded one', () => {
    const wrong = units.filter((unit) => {
      const character = String.fromCharCode(unit);
      const traits = traitsOf(scan(character));
      // Bytes may leave out what does not matter beside a wide character, but never these two answers.
      const answers = [40, 41].map((length) => traitsOf(scan('a'.repeat(length) + character)));
      return answers.some((answer) => (answer & (WIDE | UNSETTLED)) !== (traits & (WIDE | UNSETTLED)));
    });
    expect(wrong).toEqual([]);
  });
});

/** Marks of a non-zero combining class change places with their neighbours. */
function isReordered(character: string): boolean {
  const [low, high] = ['\u0316', '\u0301'];
  return (
    (character + low).normalize('NFD') === low + character.normalize('NFD') ||
    (high + character).normalize('NFD') === character.normalize('NFD') + high
  );
}
