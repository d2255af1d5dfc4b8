import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNip, nipCheckDigit, readNip } from './nip.ts';

describe('isNip', () => {
  it.each(['8567346215', '5260250274', '1234563218'])('accepts %s, whose check digit agrees', (nip) => {
    expect(isNip(nip)).toBe(true);
  });

  it.each([
    ['5250000000', 'a wrong check digit'],
    ['1234567890', 'a wrong check digit'],
    ['1000000160', 'a base whose check value is 10'],
    ['526025027', 'nine digits'],
    ['52602502744', 'eleven digits'],
    ['526025027X', 'a letter'],
  ])('refuses %s: %s', (nip) => {
    expect(isNip(nip)).toBe(false);
  });

  it.each(Array.from({ length: 10 }, (_, digit) => String(digit).repeat(10)))(
    'refuses %s although its sum agrees',
    (nip) => {
      expect(nipCheckDigit(nip.slice(0, 9))).toBe(Number(nip[9]));
      expect(isNip(nip)).toBe(false);
    },
  );

  it('notices every single mistyped digit', () => {
    const nip = fc
      .stringMatching(/^[1-9]\d{8}$/)
      .map((nine) => `${nine}${nipCheckDigit(nine)}`)
      .filter(isNip);
    fc.assert(
      fc.property(nip, fc.nat(9), fc.integer({ min: 1, max: 9 }), (valid, position, shift) => {
        const digit = (Number(valid[position]) + shift) % 10;
        expect(isNip(valid.slice(0, position) + digit + valid.slice(position + 1))).toBe(false);
      }),
    );
  });
});

describe('readNip', () => {
  it.each([
    '8567346215',
    '856-734-62-15',
    '856-73-46-215',
    '856 734 62 15',
    '856\u00A0734\u00A062\u00A015',
    'PL8567346215',
    'PL 856-734-62-15',
    'pl8567346215',
    'NIP: 856-734-62-15',
    'NIP PL8567346215',
    "'8567346215",
    '8567346215.0',
    '8567346215,00',
    '８５６７３４６２１５',
  ])('reads %j as the Polish NIP 8567346215', (cell) => {
    expect(readNip(cell)).toEqual({ kind: 'polish', nip: '8567346215' });
  });

  it.each(['', ' ', '-', '0', '0000000000', 'brak', 'BRAK NIP', 'b.d.', 'x', 'nie dotyczy', 'NULL'])(
    'takes %j for no NIP',
    (cell) => {
      expect(readNip(cell)).toEqual({ kind: 'empty' });
    },
  );

  it.each([
    ['DE123456789', 'DE123456789', 'DE'],
    ['CZ 12345678', 'CZ12345678', 'CZ'],
    ['ATU12345678', 'ATU12345678', 'AT'],
    ['EL123456789', 'EL123456789', 'GR'],
    ['CHE-123.456.789', 'CHE123456789', 'CH'],
    ['NL123456789B01', 'NL123456789B01', 'NL'],
  ])('keeps the foreign VAT id %j', (cell, nip, country) => {
    expect(readNip(cell)).toEqual({ kind: 'foreign', nip, country });
  });

  it('takes the country from its own column', () => {
    expect(readNip('123456789', 'DE')).toEqual({ kind: 'foreign', nip: 'DE123456789', country: 'DE' });
    expect(readNip('856-734-62-15', 'PL')).toEqual({ kind: 'polish', nip: '8567346215' });
    expect(readNip('PL8567346215', 'DE')).toEqual({ kind: 'polish', nip: '8567346215' });
  });

  it.each([
    ['856734621', 'too_few_digits', '856734621'],
    ['85673462155', 'too_many_digits', '85673462155'],
    ['8567346216', 'check_digit', '8567346216'],
    ['PL 525-000-00-00', 'check_digit', '5250000000'],
    ['1111111111', 'repeated_digit', '1111111111'],
    ['856734621O', 'not_digits', '856734621O'],
    ['do uzupełnienia', 'not_digits', null],
    ['8,56735E+09', 'damaged', null],
    ['8.56735e+09', 'damaged', null],
  ])('reports %j as %s', (cell, fault, nip) => {
    expect(readNip(cell)).toEqual({ kind: 'faulty', nip, fault });
  });
});
