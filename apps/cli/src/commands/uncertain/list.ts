import type { Reason } from '@goniec/contract';
import { type Command, Option } from 'commander';
import { campaignIdOf, parseCampaignRef } from '../../api/campaign-ref.ts';
import { readPages } from '../../api/pages.ts';
import type { UncertainMessage } from '../../api/shapes.ts';
import { exitCodes } from '../../exit-codes.ts';
import { formatCount } from '../../format/numbers.ts';
import { formatPhone } from '../../format/phone.ts';
import type { Column } from '../../format/table.ts';
import { formatAge, formatMoment } from '../../format/time.ts';
import { tidy } from '../../format/width.ts';
import { createCommand } from '../../help.ts';
import { writeList } from '../../list.ts';
import { allOption, choice, limitOption } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { Outcome, Work } from '../../work.ts';

interface ListOptions {
  readonly campaign?: string;
  readonly awaits?: 'gateway' | 'person';
  readonly limit: number;
  readonly all?: true;
}

export function listUncertainCommand(run: Run): Command {
  return createCommand('list', 'Wiadomości, o których nie wiadomo, czy bramka je przyjęła', {
    english: 'messages of which nobody knows whether the gateway took them, the oldest first.',
    notes: [
      'Bez decyzji zostają te, o których może jeszcze powiedzieć bramka (gateway); reszta czeka na człowieka (person).',
    ],
    examples: ['uncertain list', 'uncertain list --awaits person', 'uncertain list --campaign 12 --all --json'],
  })
    .addOption(new Option('--campaign <nr>', 'tylko z tej wysyłki (numer albo last)').argParser(parseCampaignRef))
    .addOption(choice('--awaits <kto>', 'na kogo czekają', ['gateway', 'person']))
    .addOption(limitOption(50))
    .addOption(allOption())
    .action(run(list));
}

async function list(work: Work, { campaign, awaits, limit, all }: ListOptions): Promise<Outcome> {
  const { api, companyId } = await work.company();
  const filter = {
    ...(campaign === undefined ? {} : { campaignId: await campaignIdOf(api, companyId, campaign) }),
    ...(awaits === undefined ? {} : { awaits }),
  };
  const pages = readPages(
    (page) => api.listUncertain({ params: { companyId }, query: { ...filter, ...page } }),
    all ? Infinity : limit,
  );
  const causes = new Map<string, Reason>();
  const { shown, last } = await writeList(work, pages, columns, (rows) => {
    for (const { cause } of rows) if (cause) causes.set(cause.code, cause);
  });
  if (work.json) return exitCodes.done;
  if (shown === 0) work.terminal.note('Nie ma niepewnych wiadomości.\n');
  const below = [
    ...(causes.size > 0
      ? ['', 'Dlaczego niepewne', ...[...causes.values()].map((each) => `  ${tidy(each.sentence.pl)}`)]
      : []),
    ...(last && last.totals.person > 0
      ? [
          '',
          `Na decyzję czeka: ${formatCount(last.totals.person)}. Uznaj za wysłane: npx goniec uncertain treat-as-sent <nr>; wyślij ponownie: npx goniec uncertain send-again <nr>`,
        ]
      : []),
  ];
  if (below.length > 0) await work.terminal.write(`${below.join('\n')}\n`);
  if (last?.nextCursor) work.terminal.note('\nTo nie wszystkie; więcej: --all\n');
  return exitCodes.done;
}

const columns: readonly Column<UncertainMessage>[] = [
  { title: 'Nr', value: ({ id }) => id, align: 'right' },
  { title: 'Wysyłka', value: ({ campaignId, campaignSubject }) => `${campaignId} ${campaignSubject}`, shrinksTo: 12 },
  { title: 'Kontrahent', value: ({ contractorName }) => contractorName ?? '', shrinksTo: 10 },
  { title: 'Numer', value: ({ phone }) => formatPhone(phone) },
  { title: 'Od', value: ({ since }) => formatMoment(since) },
  { title: 'Wiek', value: ({ ageSeconds }) => formatAge(ageSeconds), align: 'right' },
  { title: 'Prób', value: ({ attempts }) => formatCount(attempts), align: 'right' },
  {
    title: 'Czeka na',
    value: ({ awaits, settlesUntil }) =>
      awaits === 'gateway' && settlesUntil !== null ? `bramkę do ${formatMoment(settlesUntil)}` : 'decyzję',
    tone: ({ awaits }) => (awaits === 'person' ? 'warn' : null),
  },
];
