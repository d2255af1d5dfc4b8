import { describe, expect, it } from 'vitest';
import { createPaint } from './paint.ts';
import { type Column, createTable, tableLines } from './table.ts';
import { widthOf } from './width.ts';

interface Row {
  readonly name: string;
  readonly count: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Nazwa', value: ({ name }) => name, shrinksTo: 6, tone: () => 'good' },
  { title: 'Ile', value: ({ count }) => count, align: 'right' },
];
const rows = [
  { name: 'Żuraw', count: '1 842' },
  { name: 'Spółdzielnia Mleczarska', count: '7' },
];
const plain = createPaint(false);

describe('a table', () => {
  it('aligns its columns', () => {
    expect(tableLines(columns, rows, Infinity, plain)).toEqual([
      'Nazwa                      Ile',
      'Żuraw                    1 842',
      'Spółdzielnia Mleczarska      7',
    ]);
  });

  it('shrinks what may shrink until it fits the terminal', () => {
    const lines = tableLines(columns, rows, 20, plain);
    expect(lines).toEqual(['Nazwa            Ile', 'Żuraw          1 842', 'Spółdzielnia…      7']);
    expect(lines.map(widthOf)).toEqual([20, 20, 20]);
  });

  it('never goes below what a column needs', () => {
    expect(tableLines(columns, rows, 5, plain)[2]).toBe('Spółd…      7');
  });

  it('cuts nothing where nobody looks', () => {
    const long = [{ name: 'x'.repeat(500), count: '1' }];
    expect(tableLines(columns, long, Infinity, plain)[1]).toContain('x'.repeat(500));
  });

  it('keeps the widths of the first page, so that later pages stand under it', () => {
    const table = createTable(columns, 20, plain);
    const header = table.header(rows);
    expect(table.rows([{ name: 'Ćma', count: '5' }])).toEqual(['Ćma                5']);
    expect(widthOf(header)).toBe(20);
  });

  it('colours cells without moving them', () => {
    const [, first = ''] = tableLines(columns, rows, 20, createPaint(true));
    expect(first).toBe('\u001B[32mŻuraw\u001B[39m          1 842');
  });

  it('lets no cell steer the terminal', () => {
    const evil = [{ name: '\u001B[2Jzło\n', count: '1' }];
    expect(tableLines(columns, evil, Infinity, plain)[1]).toBe('zło      1');
  });
});
