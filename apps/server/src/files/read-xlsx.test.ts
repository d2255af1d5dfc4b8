import { buffer } from 'node:stream/consumers';
import { strToU8, zipSync, type Zippable } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readXlsx, WorkbookTooLarge, WorkbookUnreadable } from './read-xlsx.ts';
import { tableOfSheet } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const NAMES = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook by hand, as other programs write them: `x:` before every name. */
function handmade(sheets: Readonly<Record<string, string>>, more: Zippable = {}): Uint8Array {
  const names = Object.keys(sheets);
  const relations = (all: readonly string[]) => strToU8(`<Relationships>${all.join('')}</Relationships>`);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipSync({
    '_rels/.rels': relations([relation('a', 'officeDocument', '/xl/Workbook.xml')]),
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
      relation('t', 'sharedStrings', 'strings.xml'),
      relation('y', 'styles', 'styles.xml'),
    ]),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="${NAMES}" xmlns:r="${OFFICE}"><x:sheets>${names.map((name, at) => `<x:sheet name="${name.replace('!', '')}" sheetId="${at + 1}" r:id="s${at}"${name.startsWith('!') ? ' state="hidden"' : ''}/>`).join('')}</x:sheets></x:workbook>`,
    ),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        `xl/worksheets/sheet${at}.xml`,
        strToU8(`<x:worksheet xmlns:x="${NAMES}"><x:sheetData>${rows}</x:sheetData></x:worksheet>`),
      ]),
    ),
    ...more,
  });
}

const cell = (value: string, more = '') => `<x:row><x:c${more}><x:v>${value}</x:v></x:c></x:row>`;
const firstOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).rows.map(({ cells }) => cells[0]);

describe('a workbook of another program', () => {
  it('is read as people see it: whole numbers, days, postal codes, yes and no', async () => {
    const bytes = await writeExcelFile([
      ['Nazwa', 'Telefon', 'NIP', 'Kod', 'Data', 'Zgoda', 'Saldo'],
      [
        'Zażółć & Syn <sp. z o.o.>',
        48501234567,
        { value: 5260250274, format: '000-000-00-00' },
        { value: 1001, format: '00-000' },
        { value: new Date('2026-01-15T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
        true,
        0.1 + 0.2,
      ],
    ]).toBuffer();
    const { sheets, sheet, rows } = await readXlsx(bytes);
    expect([sheets, sheet]).toEqual([['Sheet1'], 'Sheet1']);
    expect(rows[1]).toEqual({
      line: 2,
      cells: ['Zażółć & Syn <sp. z o.o.>', '48501234567', '526-025-02-74', '01-001', '2026-01-15', 'PRAWDA', '0,3'],
    });
  });

  it('is read where we wrote it ourselves', async () => {
    async function* rows() {
      yield [
        ['+48501234567', 7],
        [null, 'ostatni'],
      ];
    }
    const sheet = {
      name: 'Log',
      columns: [
        { title: 'Numer', width: 9 },
        { title: 'Nr', width: 9 },
      ],
      rows: rows(),
      count: 2,
    };
    const read = await readXlsx(await buffer(writeXlsx(sheet)));
    expect(read.rows.map(({ cells }) => cells)).toEqual([
      ['Numer', 'Nr'],
      ['+48501234567', '7'],
      ['', 'ostatni'],
    ]);
  });

  it('may put a prefix before every name, refer to texts, and format pieces of them', async () => {
    const strings =
      '<sst><si><t>Kod</t></si><si><r><t>Jan </t></r><r><t>Nowak</t></r><rPh><t>ヤン</t></rPh></si></sst>';
    const sheet = `<x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c></x:row><x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t>a_x000A_b</x:t></x:is></x:c></x:row>`;
    const { rows } = await readXlsx(handmade({ A: sheet }, { 'xl/strings.xml': strToU8(strings) }));
    expect(rows).toEqual([
      { line: 3, cells: ['', 'Jan Nowak'] },
      { line: 5, cells: ['a\nb'] },
    ]);
  });

  it.each([
    ['a number in full', '4.8501234567E10', '', '48501234567'],
    ['a number that has lost digits keeps its exponent', '4.85012345678901E16', '', '4,85012345678901E+16'],
    ['a formula by its result', 'Alfa', ' t="str"', 'Alfa'],
    ['an error as it stands', '#N/A', ' t="e"', '#N/A'],
    ['a day in ISO', '2026-01-15T00:00:00', ' t="d"', '2026-01-15'],
    ['nothing at all', '', '', undefined],
  ])('%s', async (_what, value, more, shown) => {
    expect(await firstOf(handmade({ A: cell(value, more) }))).toEqual(shown === undefined ? [] : [shown]);
  });
});

describe('several sheets', () => {
  const three = () => handmade({ '!Ukryty': cell('1'), Pusty: '', Dane: cell('2'), Inne: cell('3') });

  it('the first one with data is read, hidden ones are left alone', async () => {
    expect(await readXlsx(three())).toMatchObject({ sheets: ['Pusty', 'Dane', 'Inne'], sheet: 'Dane' });
  });

  it('one can be chosen', async () => {
    expect(await readXlsx(three(), 'Inne')).toMatchObject({ sheet: 'Inne', rows: [{ line: 1, cells: ['3'] }] });
    expect(await readXlsx(three(), 'Brak')).toMatchObject({ sheet: null, rows: [] });
  });
});

describe('a file that is no honest workbook', () => {
  const row = (address: string) => `<x:row r="${address}"><x:c><x:v>1</x:v></x:c></x:row>`;

  it.each([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['half a zip', handmade({ A: cell('1') }).subarray(0, 300)],
    ['broken XML', handmade({ A: '<x:row>' })],
    ['a line twice', handmade({ A: row('2') + row('2') })],
    ['a line beyond the last', handmade({ A: row('99999999999') })],
    ['a column beyond the last', handmade({ A: '<x:row><x:c r="ZZZ1"><x:v>1</x:v></x:c></x:row>' })],
  ])('%s is unreadable', async (_what, bytes) => {
    await expect(readXlsx(bytes)).rejects.toThrow(WorkbookUnreadable);
  });

  it('a bomb is not unpacked', async () => {
    const bytes = handmade({ A: cell('1') }, { 'xl/strings.xml': new Uint8Array(20_000_000) });
    expect(bytes.length).toBeLessThan(100_000);
    await expect(readXlsx(bytes, undefined, 10_000_000)).rejects.toThrow(WorkbookTooLarge);
  });

  it('a part that is longer than it says is not read on', async () => {
    const bytes = handmade({ A: cell('1') }, { 'xl/strings.xml': strToU8(`<sst>${' '.repeat(500_000)}</sst>`) });
    await expect(readXlsx(lying(bytes, 'xl/strings.xml', 100))).rejects.toThrow(WorkbookUnreadable);
  });

  it('one long text shown in very many cells is too large', async () => {
    const strings = strToU8(`<sst><si><t>${'a'.repeat(1_000_000)}</t></si></sst>`);
    const many = cell('0', ' t="s"').repeat(70);
    await expect(readXlsx(handmade({ A: many }, { 'xl/strings.xml': strings }))).rejects.toThrow(WorkbookTooLarge);
  });
});

describe('the table in a sheet', () => {
  const rows = (...all: string[][]) => all.map((cells, at) => ({ line: at + 1, cells }));

  it('begins below its titles, and a short row is whole', () => {
    const table = tableOfSheet(
      rows(
        ['Kontrahenci 2026'],
        ['Kod', 'Nazwa', 'Telefon'],
        ['1', 'Alfa'],
        ['Kod', 'Nazwa', 'Telefon'],
        ['2', 'Beta', '501', 'uwaga'],
      ),
    );
    expect(table).toEqual({
      header: ['Kod', 'Nazwa', 'Telefon', ''],
      headerLine: 2,
      rows: [
        { line: 3, cells: ['1', 'Alfa', '', ''] },
        { line: 5, cells: ['2', 'Beta', '501', 'uwaga'] },
      ],
    });
  });

  it('is not as wide as its farthest stray cell', () => {
    const stray = [...Array<string>(9_000).fill(''), 'x'];
    expect(tableOfSheet(rows(['Nazwa', 'NIP'], ['Alfa', '1'], stray)).header).toHaveLength(256);
  });
});

/** Says of one part that it is shorter than it is, in both places where a zip says it. */
function lying(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(part); at >= 0; at = copy.indexOf(part, at + 1)) {
    const isCentral = copy.readUInt32LE(at - 46) === 0x02014b50;
    if (isCentral) copy.writeUInt32LE(size, at - 46 + 24);
  }
  return copy;
}
