import { describe, expect, it } from 'vitest';
import { recogniseByContent } from './import-columns-content.ts';
import { columnLetters, isHeader } from './import-header.ts';

describe('the first row of a file', () => {
  it.each([
    [['Nazwa', 'Telefon SMS']],
    [['Kto', 'Gdzie dzwonić', 'Lp']],
    [['Firma', 'Rok 2026']],
    // one known name is enough, whatever stands beside it
    [['NIP', '501 234 567']],
    [['Hurtownia', '']],
  ])('holds names of columns: %j', (cells) => {
    expect(isHeader(cells)).toBe(true);
  });

  it.each([
    [['Hurtownia Łąka', '501 234 567']],
    [['Hurtownia Łąka', '+48 (22) 123-45-67']],
    [['Hurtownia Łąka', '00-950', 'Warszawa']],
    [['Hurtownia Łąka', 'biuro@laka.pl']],
    [['Hurtownia Łąka', '2026-01-15']],
    [['Hurtownia Łąka', '15.01.2026']],
    [['501234567']],
  ])('is a contractor already: %j', (cells) => {
    expect(isHeader(cells)).toBe(false);
  });
});

it('columns without names are called as in a spreadsheet', () => {
  const letters = columnLetters(705);
  const some = [0, 1, 25, 26, 27, 51, 52, 701, 702].map((index) => letters[index]);
  expect(some.join(' ')).toBe('A B Z AA AB AZ BA ZZ AAA');
});

describe('columns of a file without a header', () => {
  const rows = [
    ['K1', 'Hurtownia Łąka', 'Warszawa', '00-950', '526-000-12-46', '501 000 150', 'T', 'biuro@laka.pl'],
    ['K2', 'Skład Żuraw', 'Warszawa', '80-001', '5260001246', '+48 501 000 250', 'T', ''],
    ['K3', 'Cukiernia Pączek', 'Warszawa', '', '', '22 123 45 67', 'N', 'sklep@paczek.pl'],
  ];

  it('are told by their cells, the name by the first that is mostly different words', () => {
    const columns = recogniseByContent(columnLetters(8), rows);
    expect(columns.map(({ header, field }) => `${header} ${field}`)).toEqual([
      'A ignore',
      'B name',
      'C ignore',
      'D postalCode',
      'E nip',
      'F phone',
      'G ignore',
      'H email',
    ]);
  });

  it('are never taken for a consent, and nothing tells nothing', () => {
    const fields = recogniseByContent(
      ['A', 'B'],
      [
        ['TAK', ''],
        ['TAK', ''],
        ['NIE', ''],
      ],
    ).map(({ field }) => field);
    expect(fields).toEqual(['ignore', 'ignore']);
  });
});
