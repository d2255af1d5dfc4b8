import { describe, expect, it } from 'vitest';
import { builtInFormat, formatOfCode, shownNumber } from './xlsx-shown.ts';

describe('a number of a workbook', () => {
  it.each([
    ['46037', 'yyyy\\-mm\\-dd', '2026-01-15'],
    ['46037', '[$-415]d mmm yyyy;@', '2026-01-15'],
    ['46037.5', 'dd/mm/yyyy', '2026-01-15'],
    ['46037.5', 'dd/mm/yyyy hh:mm', '2026-01-15 12:00'],
    ['0.75', 'h:mm AM/PM', '18:00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['99999999', 'yyyy-mm-dd', '99999999'],
    ['1001', '00\\-000', '01-001'],
    ['5260250274', '000\\-000\\-00\\-00', '526-025-02-74'],
    ['501234567', '000" "000" "000', '501 234 567'],
    ['48501234567', '000 000 000', '48501 234 567'],
    ['1001.5', '00\\-000', '1001,5'],
    ['501234567', 'General', '501234567'],
    ['501234567', '#,##0.00\\ "zł"', '501234567'],
    ['501234567', '0', '501234567'],
    ['501234567', '0.00E+00', '501234567'],
    ['-0.5', '0%', '-0,5'],
    ['text', 'General', 'text'],
  ])('%s with %s is shown as %s', (raw, code, shown) => {
    expect(shownNumber(raw, formatOfCode(code), false)).toBe(shown);
  });

  it('counts days from 1904 in old workbooks of a Mac', () => {
    expect(shownNumber('44575', builtInFormat(14), true)).toBe('2026-01-15');
  });
});
