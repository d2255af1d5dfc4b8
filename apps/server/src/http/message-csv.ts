import { Readable } from 'node:stream';
import type { Db } from '../db/database.ts';
import { listMessages, type LogRow } from '../db/messages.ts';
import { writeCsv } from '../files/csv.ts';
import type { MessageView } from './message-view.ts';

/** Rows read at once; memory stays flat whatever the size of the campaign. */
const PAGE = 2_000;

const header = [
  'Nr',
  'Kontrahent',
  'Kontakt',
  'Numer',
  'Status SMS',
  'Powód',
  'Status doręczenia',
  'Powód doręczenia',
  'Części',
  'Punkty',
  'Id w bramce',
  'Przekazana',
  'Raport',
];

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

/** The whole log of a campaign as CSV, page by page. */
export function messageCsv(
  db: Db,
  key: { readonly companyId: number; readonly campaignId: number },
  view: (row: LogRow) => MessageView,
): Readable {
  return Readable.from(
    (async function* () {
      yield writeCsv(header, []);
      for (let after = 0; ;) {
        const rows = await listMessages(db, { ...key, filter: {}, after, limit: PAGE });
        const last = rows.at(-1);
        if (!last) return;
        const [first = [], ...rest] = rows.map((row) => line(view(row)));
        yield writeCsv(first, rest, { bom: false });
        after = last.id;
      }
    })(),
  );
}

function line(message: MessageView): string[] {
  const points = message.billedPoints ?? message.points;
  return [
    message.id,
    message.contractorName ?? '',
    message.contactName ?? '',
    message.phone ?? '',
    handovers[message.handover],
    message.handoverReason?.sentence.pl ?? '',
    deliveries[message.delivery],
    message.deliveryReason?.sentence.pl ?? '',
    String(message.billedParts ?? message.parts),
    (points / 10_000).toFixed(4).replace('.', ','),
    message.providerId ?? '',
    message.acceptedAt ?? '',
    message.reportedAt ?? '',
  ];
}
