import { describe, expect, it } from 'vitest';
import { recogniseColumns } from './import-columns.ts';
import { rowCells } from './import-row-cells.ts';
import { readRowConsent } from './import-row-consent.ts';

const read = (cells: Readonly<Record<string, string>>) =>
  readRowConsent(rowCells(Object.values(cells), recogniseColumns(Object.keys(cells), [])));

describe('readRowConsent', () => {
  it.each([
    ['TAK', '12.03.2025', 'given', '2025-03-12', []],
    ['T', '2025-03-12', 'given', '2025-03-12', []],
    ['X', '45728', 'given', '2025-03-12', []],
    ['12.03.2025', '', 'given', '2025-03-12', []],
    ['12.03.2025', '15.03.2025', 'given', '2025-03-15', []],
    ['TAK', '', 'given', null, ['consent_without_date']],
    ['TAK', '31.02.2025', 'given', null, ['consent_date_unreadable']],
    ['TAK', '05.03.25', 'given', null, ['consent_date_short_year']],
    ['TAK', '09.11.2024', 'given', '2024-11-09', ['consent_before_pke']],
    ['TAK', '10.11.2024', 'given', '2024-11-10', []],
    ['NIE', '12.03.2025', 'refused', '2025-03-12', []],
    ['NIE', '', 'refused', null, []],
    ['NIE', '12.03.2020', 'refused', '2020-03-12', []],
    ['', '', null, null, []],
    ['', '12.03.2025', null, null, ['consent_date_alone']],
    ['może', '12.03.2025', null, null, ['consent_unclear']],
  ])('reads %j dated %j as %s on %s, remarking %j', (answer, date, decision, at, codes) => {
    const consent = read({ 'Zgoda SMS': answer, 'Data zgody': date });
    expect({ decision: consent.decision, at: consent.at }).toEqual({ decision, at });
    expect(consent.remarks.map(({ code }) => code)).toEqual(codes);
  });

  it('finds no consent in a file without a column for it, whatever the other columns say', () => {
    const cells = {
      'Data zgody': '12.03.2025',
      'Zgoda marketing': 'TAK',
      'Zgoda e-mail': 'TAK',
      Uwagi: 'zgoda na SMS: TAK',
    };
    expect(read(cells)).toEqual({ decision: null, at: null, cell: null, remarks: [] });
  });

  it('names the column and the cell it remarks on', () => {
    expect(read({ 'Zgoda SMS': ' chyba tak ', 'Data zgody': '' }).remarks).toMatchObject([
      { code: 'consent_unclear', severity: 'rejected_value', column: 'Zgoda SMS', value: ' chyba tak ' },
    ]);
    expect(read({ 'Zgoda SMS': 'TAK', 'Data zgody': '30.02.2025' }).remarks).toMatchObject([
      { column: 'Data zgody', value: '30.02.2025' },
    ]);
  });
});
