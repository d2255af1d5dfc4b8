import { type Archive, WorkbookTooLarge, WorkbookUnreadable } from './xlsx-archive.ts';
import { type NumberFormat, shownNumber } from './xlsx-shown.ts';

/** A row in which something is written; `line` is the number beside it in the spreadsheet. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the cells of all sheets refer to. */
export interface Shared {
  readonly strings: readonly string[];
  /** By the style of a cell. */
  readonly formats: readonly NumberFormat[];
  readonly startsIn1904: boolean;
}

/** Excel's own limits. */
const MOST_LINES = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Characters and cells of a sheet, together: as many as a CSV file may have. One text may be shown in a million cells. */
const MOST_CONTENT = 64 * 1024 * 1024;

/** The rows of a sheet in their order, every cell as people see it; empty rows are left out. */
export async function readSheet(archive: Archive, path: string, shared: Shared): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let content = 0;
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inValue = false;

  const endCell = () => {
    const shown = cleaned(shownCell({ type, style, value }, shared));
    if (shown === '') return;
    content += shown.length + column + 1 - cells.length;
    if (content > MOST_CONTENT) throw new WorkbookTooLarge();
    while (cells.length < column) cells.push('');
    cells[column] = shown;
  };
  await archive.read(path, {
    open(name, attributes) {
      if (name === 'row') {
        const next = attributes['r'] === undefined ? line + 1 : Number(attributes['r']);
        if (!(next > line && next <= MOST_LINES)) throw new WorkbookUnreadable('rows out of order');
        line = next;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        if (column >= MOST_COLUMNS) throw new WorkbookUnreadable('too many columns');
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') inValue = true;
      else if (name === 'rPh') type = 'phonetic';
    },
    text(text) {
      if (inValue && type !== 'phonetic') value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') type = 'inlineStr';
      else if (name === 'c') endCell();
      else if (name === 'row' && cells.length > 0) rows.push({ line, cells });
    },
  });
  return rows;
}

function shownCell(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, formats, startsIn1904 }: Shared,
): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'PRAWDA' : 'FAŁSZ';
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    case 'n':
      return shownNumber(value, formats[style] ?? { kind: 'plain' }, startsIn1904);
    default:
      return unescaped(value);
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Zero characters mean nothing, and PostgreSQL refuses them and halves of characters. */
const cleaned = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** `AB12` is in column 27, counted from 0. */
function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(address)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw new WorkbookUnreadable('a cell without an address');
  return column - 1;
}
