import { describe, expect, it } from 'vitest';
import { GSM_BASIC, GSM_EXTENSION, gsmSeptets, isGsm } from './alphabet.ts';

describe('the GSM alphabet', () => {
  it('has 128 places in the basic table and ten characters behind the escape', () => {
    expect(Array.from(GSM_BASIC)).toHaveLength(128);
    expect(new Set(GSM_BASIC).size).toBe(128);
    expect(GSM_EXTENSION.size).toBe(10);
  });

  it.each([
    [0x00, '@'],
    [0x09, 'Ç'],
    [0x0a, '\n'],
    [0x0d, '\r'],
    [0x10, 'Δ'],
    [0x1b, '\u001B'],
    [0x1f, 'É'],
    [0x20, ' '],
    [0x24, '¤'],
    [0x40, '¡'],
    [0x5f, '§'],
    [0x60, '¿'],
    [0x7f, 'à'],
  ])('keeps septet %i for %j', (septet, character) => {
    expect(GSM_BASIC.charAt(septet)).toBe(character);
  });

  it('agrees with ASCII on letters, digits and most signs', () => {
    const ascii = ` !"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;
    for (const character of ascii) expect(GSM_BASIC.indexOf(character)).toBe(character.charCodeAt(0));
  });

  it('has none of the Polish letters', () => {
    expect(Array.from('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ').filter((letter) => isGsm(letter))).toEqual([]);
  });

  it('counts one septet, or two behind the escape, or none outside', () => {
    expect(['a', 'ò', '\r', '\f', '€', '|', 'ó', 'ç', '`', '\t', '\u001B', '😀', ''].map(gsmSeptets)).toEqual([
      1, 1, 1, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('takes a text as it stands', () => {
    expect(isGsm('')).toBe(true);
    expect(isGsm('Cena: 5€\r\n')).toBe(true);
    expect(isGsm('e\u0301')).toBe(false);
  });
});
