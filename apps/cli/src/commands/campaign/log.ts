import type { Reason } from '@goniec/contract';
import type { Command } from 'commander';
import { readPages } from '../../api/pages.ts';
import type { Delivery, Handover, Message } from '../../api/shapes.ts';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { exitCodes } from '../../exit-codes.ts';
import { saveBlob, saveCsv } from '../../files.ts';
import { formatAmount, formatCount } from '../../format/numbers.ts';
import { formatPhone } from '../../format/phone.ts';
import { deliveries, handovers, keysOf } from '../../format/states.ts';
import type { Column } from '../../format/table.ts';
import { tidy } from '../../format/width.ts';
import { createCommand } from '../../help.ts';
import { writeList } from '../../list.ts';
import { allOption, choice, limitOption } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { Outcome, Work } from '../../work.ts';

interface LogOptions {
  readonly handover?: Handover;
  readonly delivery?: Delivery;
  readonly limit: number;
  readonly all?: true;
  readonly csv?: string;
  readonly xlsx?: string;
}

export function logCommand(run: Run): Command {
  return createCommand('log', 'Log wykonania wysyłki: co stało się z każdą wiadomością', {
    english: 'what became of each message: taken by the gateway, delivered, why not, and what to do.',
    notes: [
      'Status SMS mówi, czy bramka przyjęła wiadomość; Status doręczenia, czy trafiła do telefonu.',
      'Części i punkty policzyła bramka; ~ oznacza szacunek, – wiadomość, która nie wyszła.',
    ],
    examples: [
      'campaign log 12',
      'campaign log last --handover refused',
      'campaign log last żuraw --delivery undelivered --all',
      'campaign log 12 --csv log.csv',
      'campaign log last --delivery undelivered --xlsx niedoreczone.xlsx',
    ],
  })
    .addArgument(campaignArgument())
    .argument('[szukaj]', 'kontrahent albo numer telefonu')
    .addOption(choice('--handover <status>', 'tylko z tym Statusem SMS', keysOf(handovers)))
    .addOption(choice('--delivery <status>', 'tylko z tym Statusem doręczenia', keysOf(deliveries)))
    .addOption(limitOption(50))
    .addOption(allOption())
    .option('--csv <plik>', 'zapisz log, cały albo przefiltrowany, do pliku CSV')
    .option('--xlsx <plik>', 'to samo do skoroszytu Excela; numery są tekstem')
    .action(run(log));
}

async function log(work: Work, ref: string, q: string | undefined, options: LogOptions): Promise<Outcome> {
  const { handover, delivery, limit, all, csv, xlsx } = options;
  const { api, params } = await chooseCampaign(work, ref);
  const filter = {
    ...(q === undefined ? {} : { q }),
    ...(handover === undefined ? {} : { handover }),
    ...(delivery === undefined ? {} : { delivery }),
  };
  if (csv !== undefined) await saveCsv(csv, await api.exportMessages({ params, query: filter }));
  if (xlsx !== undefined) await saveBlob(xlsx, await api.exportMessagesXlsx({ params, query: filter }));
  const file = csv ?? xlsx;
  if (file !== undefined) return { data: { file }, lines: [`Zapisano log wysyłki ${params.campaignId}: ${file}`] };
  const pages = readPages(
    (page) => api.listMessages({ params, query: { ...filter, ...page } }),
    all ? Infinity : limit,
  );
  const reasons = new Map<string, { readonly reason: Reason; count: number }>();
  const { shown, last } = await writeList(work, pages, columns, (rows) => {
    for (const message of rows) count(reasons, reasonOf(message));
  });
  if (work.json) return exitCodes.done;
  if (shown === 0) work.terminal.note('Nie ma takich wiadomości w logu.\n');
  if (reasons.size > 0) await work.terminal.write(`${reasonsBelow([...reasons.values()]).join('\n')}\n`);
  if (last?.nextCursor) work.terminal.note('\nTo nie wszystkie; więcej: --all, cały log do pliku: --csv log.csv\n');
  return exitCodes.done;
}

/** The later stage says more. */
const reasonOf = ({ deliveryReason, handoverReason }: Message): Reason | null => deliveryReason ?? handoverReason;

function count(reasons: Map<string, { readonly reason: Reason; count: number }>, reason: Reason | null): void {
  if (!reason) return;
  const known = reasons.get(reason.code);
  if (known) known.count += 1;
  else reasons.set(reason.code, { reason, count: 1 });
}

/** Each reason of the rows above once, whole, with what to do. */
function reasonsBelow(reasons: readonly { readonly reason: Reason; readonly count: number }[]): string[] {
  return [
    '',
    'Powody i co zrobić',
    ...reasons.flatMap(({ reason, count: times }) => [
      `  ${formatCount(times)} × ${tidy(reason.sentence.pl)}`,
      ...(reason.action ? [`      ${tidy(reason.action.pl)}`] : []),
    ]),
  ];
}

/** `~` before what is only expected. */
const costLine = (cost: Message['cost'], format: (cost: NonNullable<Message['cost']>) => string): string =>
  cost === null ? '–' : `${cost.estimated ? '~' : ''}${format(cost)}`;

const columns: readonly Column<Message>[] = [
  { title: 'Nr', value: ({ id }) => id, align: 'right' },
  { title: 'Kontrahent', value: ({ contractorName }) => contractorName ?? '', shrinksTo: 10 },
  { title: 'Numer', value: ({ phone }) => (phone === null ? '–' : formatPhone(phone)) },
  {
    title: 'Status SMS',
    value: ({ handover }) => handovers[handover].name,
    tone: ({ handover }) => handovers[handover].tone,
  },
  {
    title: 'Status doręczenia',
    value: ({ delivery }) => deliveries[delivery].name,
    tone: ({ delivery }) => deliveries[delivery].tone,
    shrinksTo: 12,
  },
  { title: 'Części', value: ({ cost }) => costLine(cost, ({ parts }) => formatCount(parts)), align: 'right' },
  { title: 'Pkt', value: ({ cost }) => costLine(cost, ({ points }) => formatAmount(points)), align: 'right' },
  { title: 'Powód', value: (message) => reasonOf(message)?.sentence.pl ?? '', shrinksTo: 8 },
];
