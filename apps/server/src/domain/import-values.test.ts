import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCountry } from './import-values-country.ts';
import {
  cleanText,
  hasLostLetters,
  isSpreadsheetDamaged,
  joinStreet,
  readEmail,
  readGroups,
  readPostalCode,
  readText,
} from './import-values.ts';

describe('cleanText', () => {
  it.each([
    ['  Zakład   Usługowy  ', 'Zakład Usługowy'],
    ['Alfa\u00A0Sp.\u202Fz\u2007o.o.', 'Alfa Sp. z o.o.'],
    ['ul. Długa 5\r\n00-001 Warszawa', 'ul. Długa 5 00-001 Warszawa'],
    ['\uFEFFŁo\u00ADdzianka\u200B', 'Łodzianka'],
    ['\u202A501234567\u202C', '501234567'],
    ['Z\u0307o\u0301łw', 'Żółw'],
    ["'+48501234567", '+48501234567'],
    ["'-Bis", '-Bis'],
    ["'Kowal'", "'Kowal'"],
    ['A\tB', 'A B'],
  ])('makes %j into %j', (cell, text) => {
    expect(cleanText(cell)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        const once = cleanText(cell).replace(/^'+/, '');
        expect(cleanText(once)).toBe(once);
      }),
    );
  });
});

describe('readText', () => {
  it.each([
    '',
    '   ',
    '-',
    '---',
    '.',
    '?',
    'brak',
    'BRAK',
    'b.d.',
    'bd',
    'n/d',
    'x',
    'X',
    'NULL',
    '(null)',
    'nie ma',
    'nie podano',
    '\u00A0',
  ])('takes %j for nothing', (cell) => {
    expect(readText(cell)).toBeNull();
  });

  it.each(['Brakowski', 'X-Kom', 'Bd Serwis', '0'])('keeps %j', (cell) => {
    expect(readText(cell)).toBe(cell);
  });
});

describe('isSpreadsheetDamaged', () => {
  it.each(['5,01235E+08', '4,8501E+10', '4.85E+10', '8,56735e+09', '5E+08', "'5,01E+08"])(
    'sees that %j has lost its digits',
    (cell) => {
      expect(isSpreadsheetDamaged(cell)).toBe(true);
    },
  );

  it.each(['501234567', 'E2', '12E', '1E10', 'K/1E5/2', ''])('leaves %j alone', (cell) => {
    expect(isSpreadsheetDamaged(cell)).toBe(false);
  });
});

describe('hasLostLetters', () => {
  it('sees the mark left by a wrong encoding', () => {
    expect(hasLostLetters('\uFFFD\uFFFDd\uFFFD')).toBe(true);
    expect(hasLostLetters('Łódź')).toBe(false);
  });
});

describe('readPostalCode', () => {
  it.each([
    ['01-001', '01-001'],
    ['01001', '01-001'],
    ['1001', '01-001'],
    ['950', '00-950'],
    ['1001.0', '01-001'],
    ['80000,00', '80-000'],
    ['80 - 001', '80-001'],
    ['80–001', '80-001'],
    ['80 001', '80-001'],
    ['PL-80-001', '80-001'],
  ])('reads %j as %s', (cell, postalCode) => {
    expect(readPostalCode(cell)).toEqual({ postalCode, city: null, faulty: false });
  });

  it('parts the place from the code', () => {
    expect(readPostalCode('90-001 Łódź')).toEqual({ postalCode: '90-001', city: 'Łódź', faulty: false });
    expect(readPostalCode('43-300, Bielsko-Biała')).toEqual({
      postalCode: '43-300',
      city: 'Bielsko-Biała',
      faulty: false,
    });
  });

  it('keeps foreign codes as written', () => {
    expect(readPostalCode('10115', 'DE')).toEqual({ postalCode: '10115', city: null, faulty: false });
    expect(readPostalCode('SW1A 1AA', 'GB')).toEqual({ postalCode: 'SW1A 1AA', city: null, faulty: false });
  });

  it.each(['12', '123456', 'Łódź', '1-001', '00-01'])('keeps %j and says it is no Polish code', (cell) => {
    expect(readPostalCode(cell, 'PL')).toEqual({ postalCode: cell, city: null, faulty: true });
  });

  it.each(['', 'brak', '-'])('reads %j as none', (cell) => {
    expect(readPostalCode(cell)).toEqual({ postalCode: null, city: null, faulty: false });
  });

  it('gives every code back whatever a spreadsheet did to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999 }), (number) => {
        const five = String(number).padStart(5, '0');
        const code = `${five.slice(0, 2)}-${five.slice(2)}`;
        for (const cell of [code, five, String(number), `${number}.0`])
          expect(readPostalCode(cell).postalCode).toBe(code);
      }),
    );
  });
});

describe('readEmail', () => {
  it.each([
    ['biuro@firma.pl', 'biuro@firma.pl'],
    [' Biuro@FIRMA.PL ', 'Biuro@firma.pl'],
    ['mailto:jan@firma.com.pl', 'jan@firma.com.pl'],
    ['<jan@firma.pl>', 'jan@firma.pl'],
    ['jan.kowalski+sms@poczta.żółw.pl', 'jan.kowalski+sms@poczta.żółw.pl'],
  ])('reads %j as %s', (cell, email) => {
    expect(readEmail(cell)).toEqual({ email, others: [], faulty: false });
  });

  it('takes the first of several addresses and names the others once', () => {
    expect(readEmail('a@x.pl; b@x.pl, a@x.pl')).toEqual({ email: 'a@x.pl', others: ['b@x.pl'], faulty: false });
  });

  it.each(['jan@', 'firma.pl', 'jan@firma', 'jan kowalski', '@firma.pl', 'a@@b.pl', 'jan@-firma.pl'])(
    'finds no address in %j',
    (cell) => {
      expect(readEmail(cell)).toEqual({ email: null, others: [], faulty: true });
    },
  );

  it.each(['', 'brak', '-'])('reads %j as none', (cell) => {
    expect(readEmail(cell)).toEqual({ email: null, others: [], faulty: false });
  });
});

describe('readGroups', () => {
  it('splits, cleans and keeps each group once', () => {
    expect(readGroups('Stali; hurt , Detal|HURT;;brak')).toEqual(['Stali', 'hurt', 'Detal']);
    expect(readGroups('')).toEqual([]);
  });
});

describe('joinStreet', () => {
  it.each([
    ['Długa', '12', '3', 'Długa 12/3'],
    ['Długa', '12', null, 'Długa 12'],
    ['ul. Długa 5/7', null, null, 'ul. Długa 5/7'],
    [null, '7', null, '7'],
    [null, null, null, null],
  ])('joins %j, %j and %j', (street, house, flat, line) => {
    expect(joinStreet(street, house, flat)).toBe(line);
  });
});

describe('readCountry', () => {
  it.each([
    ['PL', 'PL'],
    ['pl', 'PL'],
    ['Polska', 'PL'],
    ['POLSKA', 'PL'],
    ['Poland', 'PL'],
    ['Niemcy', 'DE'],
    ['Czechy', 'CZ'],
    ['Republika Czeska', 'CZ'],
    ['Ukraina', 'UA'],
    ['Wielka Brytania', 'GB'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['Rosja', 'RU'],
    ['Śródziemie', 'Śródziemie'],
  ])('reads %j as %s', (cell, country) => {
    expect(readCountry(cell)).toBe(country);
  });

  it('reads an empty cell as none', () => {
    expect(readCountry(' ')).toBeNull();
  });
});
