import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Text stays text, whatever it looks like; a time is the one on a wall clock, to the second. */
export type Cell = string | number | Temporal.PlainDateTime | null;

export interface Sheet {
  readonly name: string;
  /** At most 26: A to Z. */
  readonly columns: readonly { readonly title: string; /** Characters. */ readonly width: number }[];
  /** In portions, as they are read. */
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
  /** About how many rows will come: decides into how many sheets they are cut. */
  readonly count: number;
}

/** Excel's limit, with the heading. */
const ROWS_A_SHEET = 1_048_576;

/**
 * An Excel workbook (ECMA-376) that is written while its rows are read: nothing of it stays in memory. Rows beyond what one
 * sheet holds go on in a further one.
 */
export function writeXlsx({ name, columns, rows, count }: Sheet, rowsASheet = ROWS_A_SHEET): Readable {
  const zip = new ZipFile();
  const sheets = Array.from({ length: Math.max(1, Math.ceil(count / (rowsASheet - 1))) }, (_, at) => ({
    name: at === 0 ? name : `${name} ${at + 1}`,
    path: `xl/worksheets/sheet${at + 1}.xml`,
  }));
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(HEAD + xml), path);
  add('[Content_Types].xml', contentTypes(sheets.map(({ path }) => path)));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(sheets.map((sheet) => sheet.name)));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', STYLES);
  const source = singleRows(rows);
  for (const [at, { path }] of sheets.entries()) {
    const most = at === sheets.length - 1 ? Infinity : rowsASheet - 1;
    zip.addReadStreamLazy(path, (give) => give(null, Readable.from(sheetXml(columns, source, most))));
  }
  zip.end();
  const out = Readable.from(zip.outputStream);
  zip.on('error', (error: Error) => out.destroy(error));
  return out;
}

async function* singleRows(portions: Sheet['rows']): AsyncGenerator<readonly Cell[], undefined> {
  for await (const portion of portions) yield* portion;
}

/** XML of this size is handed on at once. */
const CHUNK = 64_000;

async function* sheetXml(
  columns: Sheet['columns'],
  rows: AsyncGenerator<readonly Cell[], undefined>,
  most: number,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  let xml = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${FROZEN}</sheetView></sheetViews>`;
  xml += `<cols>${widths.join('')}</cols><sheetData>${rowXml(
    1,
    columns.map(({ title }) => title),
    1,
  )}`;
  for (let written = 0; written < most; written += 1) {
    const { value, done } = await rows.next();
    if (done) break;
    xml += rowXml(written + 2, value, 0);
    if (xml.length < CHUNK) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** The addresses may be left out by the standard; some readers need them all the same. */
const rowXml = (nth: number, cells: readonly Cell[], style: 0 | 1): string =>
  `<row r="${nth}">${cells.map((cell, at) => cellXml(`${COLUMNS[at] ?? ''}${nth}`, cell, style)).join('')}</row>`;

const COLUMNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cellXml(r: string, cell: Cell, style: 0 | 1): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell !== 'string') return `<c r="${r}" s="2"><v>${daysOf(cell)}</v></c>`;
  return `<c r="${r}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Days since 30 December 1899: how spreadsheets count. */
const daysOf = ({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): number =>
  Number((Date.UTC(year, month - 1, day, hour, minute, second) / 86_400_000 + 25_569).toFixed(10));

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text
    // What XML 1.0 has no way to write.
    // oxlint-disable-next-line no-control-regex -- these are the ones
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The heading stays in sight. */
const FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

/** 0: as it is; 1: bold, for headings; 2: a time. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const contentTypes = (sheets: readonly string[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/>\
${sheets.map((path) => `<Override PartName="/${path}" ContentType="${PART}.worksheet+xml"/>`).join('')}</Types>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (names: readonly string[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;
