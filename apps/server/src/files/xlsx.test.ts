import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx, type Cell } from './xlsx.ts';

const columns = [
  { title: 'Nazwa', width: 20 },
  { title: 'Wartość', width: 10 },
];

async function* portions(rows: readonly (readonly Cell[])[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function written(rows: readonly (readonly Cell[])[], rowsASheet?: number): Promise<Map<string, string>> {
  const sheet = { name: 'Log', columns, rows: portions(rows, 2), count: rows.length };
  const files = unzipSync(await buffer(writeXlsx(sheet, rowsASheet)));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const sheetOf = (files: Map<string, string>, nth = 1): string => files.get(`xl/worksheets/sheet${nth}.xml`) ?? '';
const rowsIn = (xml: string): number => xml.split('<row ').length - 1;

describe('an Excel workbook', () => {
  it('has the parts that a spreadsheet looks for', async () => {
    expect([...(await written([])).keys()].toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it.each([
    ['a number that is a name stays text', '+48501234567', '<is><t xml:space="preserve">+48501234567</t></is>'],
    ['a formula stays text', '=1+1', '<is><t xml:space="preserve">=1+1</t></is>'],
    ['marks of XML are written out', 'A & B <c> "d"', 'A &amp; B &lt;c&gt; &quot;d&quot;'],
    ['what XML cannot say is left out', 'a\u0000\u000Bb\uD800', '>ab\uFFFD<'],
    ['a number is a number', 12.5, '<c r="A2"><v>12.5</v></c>'],
    ['nothing is no cell', null, '<row r="2"></row>'],
  ])('%s', async (_what, cell, xml) => {
    expect(sheetOf(await written([[cell]]))).toContain(xml);
  });

  it('writes a time as a spreadsheet counts, to the second', async () => {
    const noon = Temporal.PlainDateTime.from('2026-01-01T12:00:00.999');
    expect(sheetOf(await written([[noon]]))).toContain('<c r="A2" s="2"><v>46023.5</v></c>');
  });

  it('goes on in a further sheet where one is full, and loses no row', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`r${at}`]);
    const files = await written(rows, 4);
    expect([1, 2, 3].map((nth) => rowsIn(sheetOf(files, nth)))).toEqual([4, 4, 2]);
    expect(sheetOf(files, 3)).toContain('>r6<');
    expect(files.get('xl/workbook.xml')).toContain('<sheet name="Log 3" sheetId="3" r:id="rId3"/>');
  });

  it('is read only as fast as it is taken', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Array.from({ length: 1_000 }, () => [`wiersz ${Math.random()}`, read]);
      }
    }
    const out = writeXlsx({ name: 'Log', columns, rows: endless(), count: 1 });
    for await (const _ of out) break;
    const soFar = read;
    await new Promise((resolve) => setImmediate(resolve));
    expect([out.destroyed, read - soFar < 50]).toEqual([true, true]);
  });
});
