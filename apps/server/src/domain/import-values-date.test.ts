import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from './import-values-date.ts';

describe('readDate', () => {
  it.each([
    ['05.03.2024', '2024-03-05'],
    ['5.3.2024', '2024-03-05'],
    ['05-03-2024', '2024-03-05'],
    ['05/03/2024', '2024-03-05'],
    ['5.03.2024 r.', '2024-03-05'],
    ['05.03.2024 14:30', '2024-03-05'],
    ['2024-03-05', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['2024-03-05 00:00:00.000', '2024-03-05'],
    ['2024-03-05T10:15:00Z', '2024-03-05'],
    ['2024-03-05T10:15:00+01:00', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['45356.0', '2024-03-05'],
    ['45356,604166', '2024-03-05'],
    ['29.02.2024', '2024-02-29'],
  ])('reads %j as %s', (cell, date) => {
    expect(readDate(cell)).toEqual({ kind: 'date', date });
  });

  it.each(['', ' ', '-', 'brak', '0', 'NULL'])('reads %j as no date', (cell) => {
    expect(readDate(cell)).toEqual({ kind: 'empty' });
  });

  it.each([
    ['29.02.2023', 'no_such_day'],
    ['31.04.2024', 'no_such_day'],
    ['2024-13-01', 'no_such_day'],
    ['20241301', 'no_such_day'],
    ['05.03.24', 'short_year'],
    ['1.1.70', 'short_year'],
    ['marzec 2024', 'not_a_date'],
    ['05.03-2024', 'not_a_date'],
    ['1900-01-01', 'not_a_date'],
    ['1234', 'not_a_date'],
    ['99999', 'not_a_date'],
    ['TAK', 'not_a_date'],
  ])('refuses %j: %s', (cell, fault) => {
    expect(readDate(cell)).toEqual({ kind: 'faulty', fault });
  });

  it('reads every day the same from all its spellings', () => {
    const epoch = Temporal.PlainDate.from('1899-12-30');
    fc.assert(
      fc.property(fc.integer({ min: 30_000, max: 72_000 }), (serial) => {
        const day = epoch.add({ days: serial });
        const [year, month, dom] = day.toString().split('-');
        const spellings = [
          `${dom}.${month}.${year}`,
          `${day.day}.${day.month}.${year}`,
          day.toString(),
          `${year}${month}${dom}`,
          `${serial}`,
        ];
        for (const cell of spellings) expect(readDate(cell)).toEqual({ kind: 'date', date: day.toString() });
      }),
    );
  });
});
