import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../domain/import-values.ts';
import { detectDelimiter, readCsv, writeCsv } from './csv.ts';
import { finish } from '../../test/support/finish.ts';

const read = (text: string) => finish(readCsv(text, { delimiter: ';' }));

describe('readCsv', () => {
  it('reads a header and rows with the lines on which they stand', () => {
    expect(read('Kod;Nazwa\r\n1;Alfa\r\n2;Beta\r\n')).toEqual({
      header: ['Kod', 'Nazwa'],
      headerLine: 1,
      rows: [
        { line: 2, cells: ['1', 'Alfa'] },
        { line: 3, cells: ['2', 'Beta'] },
      ],
    });
  });

  it.each(['\n', '\r\n', '\r'])('takes %j for the end of a line', (end) => {
    expect(read(['a;b', '1;2', '3;4'].join(end)).rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
  });

  it('keeps delimiters, quotes and line ends of quoted cells', () => {
    expect(read('Kod;Nazwa;Adres\n1;"Alfa; ""Beta""";"ul. Długa 1\r\n00-001 Warszawa"\n2;Gamma;x').rows).toEqual([
      { line: 2, cells: ['1', 'Alfa; "Beta"', 'ul. Długa 1\n00-001 Warszawa'] },
      { line: 4, cells: ['2', 'Gamma', 'x'] },
    ]);
  });

  it.each([
    ['"ALFA" Sp. z o.o.', '"ALFA" Sp. z o.o.'],
    ['Firma "Beta" s.c.', 'Firma "Beta" s.c.'],
    ['Rura 2" Sp. j.', 'Rura 2" Sp. j.'],
  ])('takes the quotes of %j for part of the name', (cell, name) => {
    expect(read(`Kod;Nazwa;Tel\n1;${cell};501\n2;Gamma;502`).rows).toEqual([
      { line: 2, cells: ['1', name, '501'] },
      { line: 3, cells: ['2', 'Gamma', '502'] },
    ]);
  });

  it('reads files whose text stands in apostrophes', () => {
    expect(read("'Kod';'Nazwa'\n'1';'Alfa; Beta'\n'2';'U Zosi''ego'").rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Alfa; Beta'],
      ['2', "U Zosi'ego"],
    ]);
  });

  it('leaves the apostrophe before a phone number to the reader of numbers', () => {
    expect(read("Kod;Tel\n1;'+48501234567").rows[0]?.cells).toEqual(['1', "'+48501234567"]);
  });

  it('skips a sep= line, title rows, empty rows and a repeated header, and still counts their lines', () => {
    const text = 'sep=;\nKartoteka kontrahentów;;\n;;\nKod;Nazwa;Tel\n1;Alfa;501\n;;\n\nKod;Nazwa;Tel\n2;Beta;502\n';
    expect(read(text)).toEqual({
      header: ['Kod', 'Nazwa', 'Tel'],
      headerLine: 4,
      rows: [
        { line: 5, cells: ['1', 'Alfa', '501'] },
        { line: 9, cells: ['2', 'Beta', '502'] },
      ],
    });
  });

  it('passes title rows without any delimiter', () => {
    expect(read('Kontrahenci\nStan na 1.01.2026\n\nKod;Nazwa;Tel\n1;Alfa;501').header).toEqual(['Kod', 'Nazwa', 'Tel']);
  });

  it('is not taken in by a torn row wider than the header', () => {
    expect(read('k;l;m\na;"\na";"\nb";a;a').header).toEqual(['k', 'l', 'm']);
  });

  it('drops empty cells behind the last column', () => {
    expect(read('Kod;Nazwa;;\n1;Alfa;;\n2;Beta\n')).toMatchObject({
      header: ['Kod', 'Nazwa'],
      rows: [{ cells: ['1', 'Alfa'] }, { cells: ['2', 'Beta'] }],
    });
  });

  it('drops the empty cell of a program that ends every row with a delimiter', () => {
    expect(read('Kod;Nazwa\n1;Alfa;\n2;Beta;\n').rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Alfa'],
      ['2', 'Beta'],
    ]);
  });

  it('does not take a shifted row for one that ends with a delimiter', () => {
    expect(read('Kod;Nazwa;Data\n1;Alfa;x\n2;Be;ta;\n3;Gamma;y').rows.map(({ fault }) => fault?.code)).toEqual([
      undefined,
      'too_many_cells',
      undefined,
    ]);
  });

  it('reports rows with too few or too many cells and reads on', () => {
    expect(read('a;b;c\n1;2\n1;2;3;4\n1;2;3').rows).toEqual([
      { line: 2, cells: ['1', '2'], fault: { code: 'too_few_cells', expected: 3, found: 2 } },
      { line: 3, cells: ['1', '2', '3', '4'], fault: { code: 'too_many_cells', expected: 3, found: 4 } },
      { line: 4, cells: ['1', '2', '3'] },
    ]);
  });

  it('fills up blocks of rows whose empty end a spreadsheet has cut', () => {
    const block = Array.from({ length: 16 }, (_, index) => `${index};Alfa`).join('\n');
    const { rows } = read(`Kod;Nazwa;Uwagi\n0;Alfa;x\n${block}\n99;Omega;y`);
    expect(rows.filter(({ fault }) => fault)).toEqual([]);
    expect(rows[1]?.cells).toEqual(['0', 'Alfa', '']);
  });

  it('loses only the line whose quote is not closed', () => {
    const text = 'Kod;Nazwa;Tel\n1;Alfa;501\n2;"Beta;502\n3;"Gamma";503\n4;Delta;504\n5;"Epsilon";505\n';
    expect(read(text).rows).toEqual([
      { line: 2, cells: ['1', 'Alfa', '501'] },
      { line: 3, cells: ['2', '"Beta', '502'], fault: { code: 'unclosed_quote' } },
      { line: 4, cells: ['3', 'Gamma', '503'] },
      { line: 5, cells: ['4', 'Delta', '504'] },
      { line: 6, cells: ['5', 'Epsilon', '505'] },
    ]);
  });

  it('finds its way back when the next quote opens a cell of two lines', () => {
    const text = 'Kod;Nazwa;Tel\n1;"Alfa;501\n2;Beta;502\n3;Gamma;"503\n603"\n4;Delta;504';
    expect(read(text).rows).toEqual([
      { line: 2, cells: ['1', '"Alfa', '501'], fault: { code: 'unclosed_quote' } },
      { line: 3, cells: ['2', 'Beta', '502'] },
      { line: 4, cells: ['3', 'Gamma', '503\n603'] },
      { line: 6, cells: ['4', 'Delta', '504'] },
    ]);
  });

  it('keeps cells of several lines whole wherever they stand in a long file', () => {
    const lines = Array.from({ length: 1500 }, (_, index) => `${index};"Alfa\n${index}";501`);
    const { rows } = read(['Kod;Nazwa;Tel', ...lines].join('\n'));
    expect(rows.map(({ line, cells }) => [line, cells[1]])).toEqual(
      lines.map((_, index) => [2 + 2 * index, `Alfa\n${index}`]),
    );
  });

  it('does not swallow rows even when they would fit the header by chance', () => {
    expect(
      read('Kod;Nazwa;Tel\n1;"Alfa;501\n2;Beta";502\n3;Gamma;503').rows.map(({ line, fault }) => [line, fault?.code]),
    ).toEqual([
      [2, 'unclosed_quote'],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it('finds the end of a file behind a quote that is never closed', () => {
    const tail = Array.from({ length: 200 }, (_, index) => `${index};Firma;501`).join('\n');
    const { rows } = read(`Kod;Nazwa;Tel\n1;"Alfa;501\n${tail}`);
    expect(rows.map(({ fault }) => fault?.code).filter(Boolean)).toEqual(['unclosed_quote']);
    expect(rows).toHaveLength(201);
  });

  it.each(['', '\n\n', ';;;\n;;'])('reads %j as an empty table', (text) => {
    expect(read(text)).toMatchObject({ header: [], rows: [] });
  });

  it('reads a header without rows', () => {
    expect(read('Kod;Nazwa')).toMatchObject({ header: ['Kod', 'Nazwa'], rows: [] });
  });

  it('gives each line of a broken file back exactly once', () => {
    const line = fc.stringMatching(/^[ab";]{0,8}$/);
    const whole = Array<string>(20).fill('1;2;3');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { rows } = read(['k;l;m', ...whole, ...lines].join('\n'));
        const numbers = rows.map((row) => row.line);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        const written = lines.flatMap((text, index) => (/[ab]/.test(text) ? [whole.length + index + 2] : []));
        for (const number of written) {
          const holder = rows.findLast((row) => row.line <= number);
          const height = holder?.cells.join('').split('\n').length ?? 0;
          expect((holder?.line ?? 0) + height).toBeGreaterThan(number);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writeCsv', () => {
  it('writes a byte order mark, semicolons, CRLF and quotes only where they are needed', () => {
    expect(
      writeCsv(
        ['Kod', 'Nazwa'],
        [
          ['1', 'Alfa; "Beta"'],
          ['2', 'Łódź\nGóra'],
          ['3', 'Gamma, Delta'],
        ],
      ),
    ).toBe('\uFEFFKod;Nazwa\r\n1;"Alfa; ""Beta"""\r\n2;"Łódź\nGóra"\r\n3;Gamma, Delta\r\n');
  });

  it('writes another delimiter, and no mark, on request', () => {
    expect(writeCsv(['a', 'b'], [['1,5', '2']], { delimiter: ',', bom: false })).toBe('a,b\r\n"1,5",2\r\n');
  });

  it('writes a phone number as digits', () => {
    expect(writeCsv(['Tel'], [['+48501234567']], { bom: false })).toBe('Tel\r\n48501234567\r\n');
  });

  it.each(['6856123456789012345', '1234567890123456', '615124E12', '12e5'])(
    'keeps %j as text, which a spreadsheet would round',
    (cell) => {
      expect(writeCsv(['Id'], [[cell]], { bom: false })).toBe(`Id\r\n'${cell}\r\n`);
      expect(cleanText(`'${cell}`)).toBe(cell);
    },
  );

  it.each(['123456789012345', '5E12F', '1,5', '00-001'])('leaves %j as it is', (cell) => {
    expect(writeCsv(['Id'], [[cell]], { bom: false })).toContain(`\r\n${cell}\r\n`);
  });

  it.each(['=1+1', '+48 501 234 567', '-5', '@SUM(A1)', '\tx', ' =HYPERLINK("http://x")', '\0=1', '＝1+1'])(
    'puts an apostrophe before %j, which a spreadsheet could run',
    (cell) => {
      const [, line = ''] = writeCsv(['a'], [[cell]], { bom: false }).split('\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('is read back to the same values', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aŁ;,"\'=+-@ \t'.split('')), maxLength: 8 });
    const row = fc.tuple(fc.constantFrom('1', '6856123456789012345', 'x"y', 'A;B'), cell, cell);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(';', ',', '\t'),
        (rows, delimiter) => {
          const text = writeCsv(['Kod', 'Nazwa', 'Telefon'], rows, { delimiter });
          const table = finish(readCsv(text, { delimiter, quote: '"' }));
          expect(table.rows.map(({ cells }) => cells.map(cleanText))).toEqual(
            rows.map((cells) => cells.map(cleanText)),
          );
        },
      ),
    );
  });

  it('is recognised by its own reader', () => {
    expect(
      detectDelimiter(
        writeCsv(
          ['Kod', 'Nazwa'],
          [
            ['1', 'a,b'],
            ['2', 'c,d'],
          ],
        ),
      ),
    ).toBe(';');
  });
});
