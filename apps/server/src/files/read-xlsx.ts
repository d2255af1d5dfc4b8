import { posix } from 'node:path';
import { type Archive, localName, withArchive, WorkbookUnreadable } from './xlsx-archive.ts';
import { readSheet, type Shared, type SheetRow, unescaped } from './xlsx-sheet.ts';
import { builtInFormat, formatOfCode, type NumberFormat } from './xlsx-shown.ts';

export { WorkbookTooLarge, WorkbookUnreadable } from './xlsx-archive.ts';

export interface Workbook {
  /** The names of all sheets that can be seen, in their order. */
  readonly sheets: readonly string[];
  /** The one that was read; null: none has anything in it, or there is none of the name asked for. */
  readonly sheet: string | null;
  readonly rows: readonly SheetRow[];
}

/** What a file may be opened with, by its first bytes: a zip (xlsx), an old OLE container (xls, or any workbook with a password). */
export function containerOf(bytes: Uint8Array): 'zip' | 'ole' | null {
  const starts = (...head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  return starts(0xd0, 0xcf, 0x11, 0xe0) ? 'ole' : null;
}

/**
 * Reads one sheet of an Excel workbook (ECMA-376): the one named, else the first with anything in it. Throws
 * `WorkbookUnreadable` and `WorkbookTooLarge`. Parts are parsed while they are unpacked, so nobody else waits for a large one.
 */
export function readXlsx(bytes: Uint8Array, wanted?: string, mostBytes?: number): Promise<Workbook> {
  return withArchive(
    bytes,
    async (archive) => {
      const { path, startsIn1904, sheets } = await readWorkbook(archive);
      const targets = await readTargets(archive, path);
      const shared: Shared = {
        startsIn1904,
        strings: await readStrings(archive, targets.byType('sharedStrings')),
        formats: await readFormats(archive, targets.byType('styles')),
      };
      const visible = sheets.filter(({ hidden }) => !hidden);
      const shown = visible.length === 0 ? sheets : visible;
      const names = shown.map(({ name }) => name);
      for (const { name, id } of shown) {
        const target = targets.byId(id);
        // a chart has a sheet of its own, and no cells
        if (target === undefined || target.type !== 'worksheet' || (wanted ?? name) !== name) continue;
        const rows = await readSheet(archive, target.path, shared);
        if (rows.length > 0) return { sheets: names, sheet: name, rows };
      }
      return { sheets: names, sheet: null, rows: [] };
    },
    mostBytes,
  );
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

async function readWorkbook(archive: Archive) {
  const path = (await readTargets(archive, '')).byType('officeDocument');
  if (path === undefined) throw new WorkbookUnreadable('no workbook');
  const sheets: SheetEntry[] = [];
  let startsIn1904 = false;
  await archive.read(path, {
    open(name, attributes) {
      if (name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      // `id` with any prefix: the relation that leads to the sheet
      const [, id = ''] = Object.entries(attributes).find(([key]) => key !== 'id' && localName(key) === 'id') ?? [];
      sheets.push({ name: attributes['name'] ?? '', id, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  return { path, sheets, startsIn1904 };
}

/** Where a part leads to; the type is the last word of an address. */
async function readTargets(archive: Archive, of: string) {
  const folder = posix.dirname(of === '' ? 'x' : of);
  const targets = new Map<string, { readonly type: string; readonly path: string }>();
  await archive.read(posix.join(folder, '_rels', `${posix.basename(of)}.rels`), {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      const path = target.startsWith('/') ? target : posix.join(folder, target);
      targets.set(id, { type: posix.basename(type), path });
    },
  });
  return {
    byId: (id: string) => targets.get(id),
    byType: (wanted: string) => targets.values().find(({ type }) => type === wanted)?.path,
  };
}

/** Texts that cells refer to by their number: pieces of one text may be formatted differently. */
async function readStrings(archive: Archive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined || !archive.has(path)) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await archive.read(path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text(piece) {
      if (inText && !inPhonetic) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
  });
  return strings;
}

/** The number format of each style of a cell. */
async function readFormats(archive: Archive, path: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (path === undefined || !archive.has(path)) return formats;
  const codes = new Map<string, NumberFormat>();
  let inCells = false;
  await archive.read(path, {
    open(name, attributes) {
      const id = attributes['numFmtId'] ?? '0';
      if (name === 'numFmt') codes.set(id, formatOfCode(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(codes.get(id) ?? builtInFormat(Number(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
