import { Readable } from 'node:stream';
import type { Db } from '../db/database.ts';
import { countMessages, listMessages, type LogFilter, type LogRow } from '../db/messages.ts';
import { warsawTime } from '../domain/warsaw-time.ts';
import { writeCsv } from '../files/csv.ts';
import { writeXlsx, type Cell } from '../files/xlsx.ts';
import type { MessageView } from './message-view.ts';

/** Rows read at once; memory stays flat whatever the size of the campaign. */
const PAGE = 2_000;

const handovers: Record<MessageView['handover'], string> = {
  ready: 'Gotowa',
  submitting: 'W trakcie',
  accepted: 'Przekazana',
  refused: 'Odrzucona',
  uncertain: 'Niepewna',
  excluded: 'Pominięta',
  cancelled: 'Anulowana',
};

const deliveries: Record<MessageView['delivery'], string> = {
  none: '–',
  pending: 'Oczekuje',
  delivered: 'Doręczona',
  undelivered: 'Niedoręczona',
  expired: 'Wygasła',
  failed: 'Błąd bramki',
  rejected: 'Odrzucona przez operatora',
  unknown: 'Nieznany',
  no_report: 'Brak raportu',
};

const columns: readonly {
  readonly title: string;
  /** In characters, for a spreadsheet. */
  readonly width: number;
  readonly cell: (message: MessageView) => Cell;
}[] = [
  { title: 'Nr', width: 10, cell: ({ id }) => Number(id) },
  { title: 'Kontrahent', width: 36, cell: ({ contractorName }) => contractorName },
  { title: 'Kontakt', width: 22, cell: ({ contactName }) => contactName },
  { title: 'Numer', width: 15, cell: ({ phone }) => phone },
  { title: 'Status SMS', width: 14, cell: ({ handover }) => handovers[handover] },
  { title: 'Powód', width: 36, cell: ({ handoverReason }) => handoverReason?.sentence.pl ?? null },
  { title: 'Status doręczenia', width: 18, cell: ({ delivery }) => deliveries[delivery] },
  { title: 'Powód doręczenia', width: 36, cell: ({ deliveryReason }) => deliveryReason?.sentence.pl ?? null },
  { title: 'Części', width: 8, cell: (message) => charged(message)?.parts ?? null },
  { title: 'Punkty', width: 10, cell: (message) => pointsOf(charged(message)) },
  { title: 'Id w bramce', width: 26, cell: ({ providerId }) => providerId },
  { title: 'Przekazana (czas polski)', width: 26, cell: ({ acceptedAt }) => polishTime(acceptedAt) },
  { title: 'Raport (czas polski)', width: 26, cell: ({ reportedAt }) => polishTime(reportedAt) },
];

/** Estimates are left out, so that the column adds up to what the campaign cost. */
const charged = ({ cost }: MessageView): MessageView['cost'] => (cost?.estimated ? null : cost);
const pointsOf = (cost: MessageView['cost']): Cell => (cost === null ? null : cost.points / 10_000);
const polishTime = (iso: string | null): Cell => (iso === null ? null : warsawTime(new Date(iso)));

interface Log {
  readonly companyId: number;
  readonly campaignId: number;
  readonly filter: LogFilter;
  readonly view: (row: LogRow) => MessageView;
}

/** The lines of the log that the filter means, portion by portion. */
async function* linesOf(db: Db, { view, ...query }: Log): AsyncGenerator<readonly (readonly Cell[])[]> {
  for (let after = 0; ;) {
    const rows = await listMessages(db, { ...query, after, limit: PAGE });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => {
      const message = view(row);
      return columns.map(({ cell }) => cell(message));
    });
    after = last.id;
  }
}

export function messageCsv(db: Db, log: Log): Readable {
  return Readable.from(
    (async function* () {
      yield writeCsv(
        columns.map(({ title }) => title),
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
  return writeXlsx({ name: 'Log wysyłki', columns, rows: linesOf(db, log), count });
}
