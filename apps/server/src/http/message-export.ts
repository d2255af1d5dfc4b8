import { Readable } from 'node:stream';
import type { Reason } from '@goniec/contract';
import type { Db } from '../db/database.ts';
import { countMessages, listMessages, type LogFilter, type LogRow } from '../db/messages.ts';
import { warsawTime } from '../domain/warsaw-time.ts';
import { writeCsv } from '../files/csv.ts';
import { writeXlsx, type Cell } from '../files/xlsx.ts';
import { exportWords, type Column, type Language } from './message-export-words.ts';
import type { MessageView } from './message-view.ts';

/** Rows read at once; memory stays flat whatever the size of the campaign. */
const PAGE = 2_000;

const columns: readonly {
  readonly name: Column;
  /** In characters, for a spreadsheet. */
  readonly width: number;
  readonly cell: (message: MessageView, language: Language) => Cell;
}[] = [
  { name: 'id', width: 10, cell: ({ id }) => Number(id) },
  { name: 'contractor', width: 36, cell: ({ contractorName }) => contractorName },
  { name: 'contact', width: 22, cell: ({ contactName }) => contactName },
  { name: 'phone', width: 15, cell: ({ phone }) => phone },
  { name: 'handover', width: 14, cell: ({ handover }, language) => exportWords[language].handover[handover] },
  { name: 'handoverReason', width: 36, cell: ({ handoverReason }, language) => sentenceOf(handoverReason, language) },
  { name: 'delivery', width: 18, cell: ({ delivery }, language) => exportWords[language].delivery[delivery] },
  { name: 'deliveryReason', width: 36, cell: ({ deliveryReason }, language) => sentenceOf(deliveryReason, language) },
  { name: 'parts', width: 8, cell: (message) => charged(message)?.parts ?? null },
  { name: 'points', width: 10, cell: (message) => pointsOf(charged(message)) },
  { name: 'providerId', width: 26, cell: ({ providerId }) => providerId },
  { name: 'acceptedAt', width: 26, cell: ({ acceptedAt }) => polishTime(acceptedAt) },
  { name: 'reportedAt', width: 26, cell: ({ reportedAt }) => polishTime(reportedAt) },
];

const titled = (language: Language) =>
  columns.map(({ name, width }) => ({ title: exportWords[language].titles[name], width }));
const sentenceOf = (reason: Reason | null, language: Language): Cell => reason?.sentence[language] ?? null;
/** Estimates are left out, so that the column adds up to what the campaign cost. */
const charged = ({ cost }: MessageView): MessageView['cost'] => (cost?.estimated ? null : cost);
const pointsOf = (cost: MessageView['cost']): Cell => (cost === null ? null : cost.points / 10_000);
const polishTime = (iso: string | null): Cell => (iso === null ? null : warsawTime(new Date(iso)));

interface Log {
  readonly companyId: number;
  readonly campaignId: number;
  readonly filter: LogFilter;
  readonly language: Language;
  readonly view: (row: LogRow) => MessageView;
}

/** The lines of the log that the filter means, portion by portion. */
async function* linesOf(db: Db, { view, language, ...query }: Log): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let after = 0; ;) {
    const rows = await listMessages(db, { ...query, after, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => {
      const message = view(row);
      return columns.map(({ cell }) => cell(message, language));
    });
    after = last.id;
  }
}

export function messageCsv(db: Db, log: Log): Readable {
  return Readable.from(
    (async function* () {
      yield writeCsv(
        titled(log.language).map(({ title }) => title),
        [],
      );
      for await (const lines of linesOf(db, log)) {
        const [first = [], ...rest] = lines.map((cells) => cells.map(csvCell));
        yield writeCsv(first, rest, { bom: false });
      }
    })(),
  );
}

/** Points have four places, with the Polish comma; a time is one that spreadsheets know. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : cell.toFixed(4).replace('.', ',');
  return cell.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

export async function messageXlsx(db: Db, log: Log): Promise<Readable> {
  const count = await countMessages(db, { ...log, limit: 1 });
  return writeXlsx({
    name: exportWords[log.language].sheet,
    columns: titled(log.language),
    rows: linesOf(db, log),
    count,
  });
}
