import { describe, expect, it } from 'vitest';
import { clean, saysNothing } from './clean.ts';

describe('clean', () => {
  it.each([
    ["'\u202A501\u00A0234\u2007567\u202C", '501 234 567'],
    ['\uFEFF501\u200B234\u00AD567', '501234567'],
    ['501–234—567\u2212', '501-234-567-'],
    ['５０１ ٢٣٤ ۵۶۷', '501 234 567'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    [' a \t\u3000 b ', 'a b'],
    ['"O\'Neil" „x”', 'ONeil x'],
    ['\uD83D501', '\uD83D501'],
  ])('makes %j plain', (cell, expected) => {
    expect(clean(cell)).toBe(expected);
  });
});

describe('saysNothing', () => {
  it.each([
    '',
    '-',
    '...',
    'brak',
    'Brak numeru',
    'nie ma',
    'NIE PODANO',
    'b.d.',
    'B/D',
    'n.d.',
    'xx',
    '0',
    '000 000 000',
    'null',
  ])('hears %j', (text) => {
    expect(saysNothing(text)).toBe(true);
  });

  it.each(['501234567', 'brak zgody', 'Bd 12', 'Maks', '0048', 'nie', '100'])('does not hear it in %j', (text) => {
    expect(saysNothing(text)).toBe(false);
  });
});
