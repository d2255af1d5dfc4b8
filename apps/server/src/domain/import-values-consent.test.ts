import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConsent } from './import-values-consent.ts';

describe('readConsent', () => {
  it.each([
    'TAK',
    'tak',
    'T',
    't',
    'Yes',
    'Y',
    '1',
    '1.0',
    '1,00',
    'X',
    'x',
    '✓',
    'true',
    'PRAWDA',
    'wyrażona',
    'Udzielono',
    ' Tak! ',
  ])('reads %j as a consent given', (cell) => {
    expect(readConsent(cell)).toEqual({ kind: 'given', date: null });
  });

  it.each([
    'NIE',
    'nie',
    'N',
    'No',
    '0',
    '0.0',
    'false',
    'FAŁSZ',
    'brak zgody',
    'odmowa',
    'wycofana',
    'Cofnięto',
    'STOP',
  ])('reads %j as refused', (cell) => {
    expect(readConsent(cell)).toEqual({ kind: 'refused', date: null });
  });

  it.each(['', ' ', '-', 'brak', 'b.d.', 'NULL'])('reads %j as nothing known', (cell) => {
    expect(readConsent(cell)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['12.03.2025', 'given', '2025-03-12'],
    ['2025-03-12', 'given', '2025-03-12'],
    ['45728', 'given', '2025-03-12'],
    ['TAK 12.03.2025', 'given', '2025-03-12'],
    ['TAK, z dnia 12.03.2025', 'given', '2025-03-12'],
    ['tak (2025-03-12)', 'given', '2025-03-12'],
    ['NIE 12.03.2025', 'refused', '2025-03-12'],
    ['wycofana 12.03.2025', 'refused', '2025-03-12'],
  ] as const)('reads %j as %s on %s', (cell, kind, date) => {
    expect(readConsent(cell)).toEqual({ kind, date });
  });

  it.each([
    'może',
    'do potwierdzenia',
    '2',
    'TAK/NIE',
    'TAK?',
    'tak 31.02.2025',
    'e-mail',
    '12.03.25',
    'być może 12.03.2025',
    'nie wiem',
  ])('does not take %j for a consent', (cell) => {
    expect(readConsent(cell)).toEqual({ kind: 'unclear' });
  });

  it('gives no right to send for text that is neither a yes nor a date', () => {
    const yes = /^\W*(?:t|tak|y|yes|v|x|true|prawda|zgoda|jest|wyra.+|udzielon.+)\W*$/iu;
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-ZąćęłńóśźżĄĆĘŁŃÓŚŹŻ !?.-]{0,12}$/), (cell) => {
        fc.pre(!yes.test(cell));
        expect(readConsent(cell).kind).not.toBe('given');
      }),
      { numRuns: 500 },
    );
  });
});
