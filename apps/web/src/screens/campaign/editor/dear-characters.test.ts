import { describe, expect, it } from 'vitest';
import { dearCharacters, replaceCharacter, stretchesOf } from './dear-characters.ts';

describe('the characters that make an SMS dearer', () => {
  it('are cut out where they stand, and nothing is lost', () => {
    const text = 'Dzień dobry, zapłać 5 € – dziś';
    const stretches = stretchesOf(text);
    expect(stretches.map((each) => each.text).join('')).toBe(text);
    expect(stretches.filter(({ replacement }) => replacement !== undefined).map((each) => each.text)).toEqual([
      'ń',
      'ł',
      'ć',
      '–',
      'ś',
    ]);
    expect(stretches.every(({ text: part, index }) => text.startsWith(part, index))).toBe(true);
  });

  it('are counted by kind, with what can be written instead', () => {
    expect(dearCharacters('łąka łąką 🎉')).toEqual([
      { character: 'ą', replacement: 'a', count: 3 },
      { character: 'ł', replacement: 'l', count: 2 },
      { character: '🎉', replacement: null, count: 1 },
    ]);
  });

  it.each([
    ['łąka łąką', 'ą', 'łaka łaka'],
    ['a – b – c', '–', 'a - b - c'],
    ['bez zmian', 'ą', 'bez zmian'],
    ['🎉 znika 🎉', '🎉', ' znika '],
  ])('in %j: %j is replaced everywhere at once', (text, character, replaced) => {
    expect(replaceCharacter(text, character)).toBe(replaced);
  });

  it('are with Bez polskich only those that nothing can stand for', () => {
    expect(dearCharacters('łąka 🎉', 'irreplaceable').map(({ character }) => character)).toEqual(['🎉']);
    expect(stretchesOf('łąka 🎉!', 'irreplaceable').map(({ text }) => text)).toEqual(['łąka ', '🎉', '!']);
  });

  it('are none in a GSM text', () => {
    expect(stretchesOf('Zwykły'.replace('ł', 'l'))).toEqual([{ text: 'Zwykly', index: 0 }]);
    expect(stretchesOf('')).toEqual([]);
  });
});
