import type { Client } from '@goniec/contract';
import { type Command, Option } from 'commander';
import { readPages } from '../api/pages.ts';
import type { Campaign, Message } from '../api/shapes.ts';
import { pickLines, quoteLine, quoteLines, textLines } from '../campaign-lines.ts';
import { tallyOf } from '../campaign-tally.ts';
import { type Candidate, chooseContacts, isSilent } from '../demo/choose-contacts.ts';
import { fillDirectory } from '../demo/fill-directory.ts';
import { requireEmulator } from '../demo/guard.ts';
import { isExact, resultLines } from '../demo/summary.ts';
import { DEMO_BODY, DEMO_SUBJECT } from '../demo/text.ts';
import { exitCodes } from '../exit-codes.ts';
import { countOf, formatCount, formatPoints, nouns } from '../format/numbers.ts';
import { formatPhone } from '../format/phone.ts';
import { deliveries, handovers } from '../format/states.ts';
import { tidy, wrap } from '../format/width.ts';
import { createCommand } from '../help.ts';
import { parseCount, parseSeconds } from '../parse-options.ts';
import type { Run } from '../run.ts';
import { isOver, showProgress } from '../watch/watch-campaign.ts';
import type { CompanyServer, Outcome, Work } from '../work.ts';

interface DemoOptions {
  readonly recipients: number;
  readonly wait: number;
}

/** Contractors read in search of handsets of every kind. */
const READ_AT_MOST = 5_000;

export function demoCommand(run: Run): Command {
  return createCommand('demo', 'Cała wysyłka pokazowa przez emulator, krok po kroku', {
    english:
      'the whole job through the emulator, step by step: import, text, recipients, price, sending, delivery, money.',
    notes: [
      'Żaden SMS nie wychodzi w świat: pokaz działa tylko z emulatorem SMSAPI na tym komputerze (npm start go uruchamia).',
      'Telefony testowe mają różne losy: większość SMS-ów dochodzi, część nie, kilka raportów spóźnia się o minutę.',
    ],
    examples: ['demo', 'demo --recipients 1000', 'demo --wait 5'],
  })
    .addOption(new Option('--recipients <liczba>', 'do ilu odbiorców wysłać').argParser(parseCount).default(300))
    .addOption(
      new Option('--wait <sekundy>', 'jak długo czekać na raporty doręczeń')
        .argParser(parseSeconds)
        .default(90_000, '90'),
    )
    .action(run(demo));
}

async function demo(work: Work, options: DemoOptions): Promise<Outcome> {
  const server = await work.company();
  const { api, companyId } = server;
  const { terminal, json } = work;
  const { paint } = terminal;
  const width = Number.isFinite(terminal.width) ? terminal.width : 100;
  const say = async (lines: readonly string[]): Promise<void> => {
    if (!json) await terminal.write(`${lines.join('\n')}\n`);
  };
  const step = (number: number, title: string) => say(['', paint('strong', `Krok ${number} z 6. ${title}`), '']);

  requireEmulator(await api.getGateway({ params: { companyId } }));

  await step(1, 'Kontrahenci z pliku programu ERP');
  const imported = await fillDirectory(work, server, say);

  await step(2, 'Treść z polskimi literami');
  const { id } = await api.createCampaign({
    params: { companyId },
    body: { subject: DEMO_SUBJECT, body: DEMO_BODY, withoutPolish: false },
  });
  const params = { companyId, campaignId: id };
  await say(textLines(await api.quoteCampaign({ params }), width, paint));

  await step(3, 'Odbiorcy');
  const chosen = chooseContacts(await readCandidates(api, companyId), options.recipients);
  const picked = await api.pickRecipients({ params, body: { contactIds: chosen.map((each) => each.id) } });
  const polish = await api.quoteCampaign({ params });
  await say([...pickLines(picked, paint), ...quoteLines(polish, width, paint)]);

  await step(4, '„Bez polskich”');
  await api.updateCampaign({ params, body: { withoutPolish: true } });
  const quote = await api.quoteCampaign({ params });
  await say([
    ...textLines(quote, width, paint),
    `Taniej o ${paint('good', formatPoints(polish.points - quote.points))}: ${quoteLine(quote)} zamiast ${quoteLine(polish)}.`,
  ]);

  await step(5, `Wyślij ${quoteLine(quote)}`);
  const before = (await api.getBalance({ params: { companyId } })).points;
  await api.sendCampaign({ params, body: { expect: { messages: quote.messages, points: quote.points } } });
  const silent = chosen.filter(({ phone }) => isSilent(phone)).length;
  await showProgress(
    { terminal, json: false, signal: work.signal },
    { api, params },
    (campaign) => isOver(campaign, 'end') || (tallyOf(campaign).left === 0 && tallyOf(campaign).awaited <= silent),
    options.wait,
  );
  if (work.signal.aborted) return interrupted(work, id);

  await step(6, 'Sprawdź doręczenie');
  await say(await checkDelivery(api, params));
  const campaign = await api.getCampaign({ params });
  const after = (await api.getBalance({ params: { companyId } })).points;
  const result = { campaign, before, after };
  await say(['', ...(await examplesOf(api, params, width)), '', paint('strong', `Wynik wysyłki ${id}`), '']);
  return {
    data: { import: imported, campaign, balanceBefore: before, balanceAfter: after, exact: isExact(result) },
    lines: [
      ...resultLines(result, terminal.width, paint),
      '',
      `Log każdej wiadomości: npx goniec campaign log ${id}`,
      ...(tallyOf(campaign).awaited > 0
        ? ['Telefony bez raportu milczą: po 72 godzinach będzie to „Brak raportu”.']
        : []),
    ],
    exit: isExact(result) && campaign.state !== 'paused' ? exitCodes.done : exitCodes.incomplete,
  };
}

/** Contacts that are worth choosing from; whether one may be sent to, the server decides. */
async function readCandidates(api: Client, companyId: string): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  const filter = { consent: 'active', number: 'mobile' } as const;
  const pages = readPages(
    (query) => api.listContractors({ params: { companyId }, query: { ...filter, ...query } }),
    READ_AT_MOST,
  );
  for await (const { items } of pages)
    for (const { contacts } of items)
      for (const { id, phone, phoneKind, consent, suppressed } of contacts)
        if (phone !== null && phoneKind === 'mobile' && consent === 'active' && !suppressed)
          candidates.push({ id, phone });
  return candidates;
}

type Key = Parameters<CompanyServer['api']['getCampaign']>[0]['params'];

/** The gateway has nothing to be asked about once every report has come. */
async function checkDelivery(api: Client, params: Key): Promise<string[]> {
  const { actions }: Campaign = await api.getCampaign({ params });
  if (!actions.some(({ action, allowed }) => action === 'check_delivery' && allowed))
    return ['Wszystkie raporty przyszły same: nie ma o co pytać.'];
  const { asked, changed, notice } = await api.checkDelivery({ params });
  return [
    `Zapytano bramkę o ${countOf(asked, nouns.message)}; nowy stan: ${formatCount(changed)}.`,
    ...(notice ? [tidy(notice.sentence.pl)] : []),
  ];
}

/** One message of each kind of trouble, with what to do about it. */
async function examplesOf(api: Client, params: Key, width: number): Promise<string[]> {
  const refused = await api.listMessages({ params, query: { handover: 'refused', limit: 50 } });
  const troubled = await Promise.all(
    (['undelivered', 'expired', 'rejected', 'failed', 'unknown'] as const).map((delivery) =>
      api.listMessages({ params, query: { delivery, limit: 1 } }),
    ),
  );
  const kinds = new Map<string, Message>();
  for (const message of [...refused.items, ...troubled.flatMap(({ items }) => items)])
    kinds.set(`${message.delivery} ${message.deliveryReason?.code ?? message.handoverReason?.code}`, message);
  return ['Przykłady z logu:', ...[...kinds.values()].flatMap((message) => exampleLines(message, width))];
}

function exampleLines(message: Message, width: number): string[] {
  const { phone, handover, delivery, handoverReason, deliveryReason } = message;
  const state = delivery === 'none' ? handovers[handover].name : deliveries[delivery].name;
  const reason = deliveryReason ?? handoverReason;
  const words = reason
    ? [reason.sentence.pl, ...(reason.action ? [reason.action.pl] : [])].map((text) => tidy(text))
    : [];
  return [
    `  ${phone === null ? '–' : formatPhone(phone)}  ${state}`,
    ...wrap(words.join(' '), Math.max(20, width - 4)).map((line) => `    ${line}`),
  ];
}

function interrupted({ terminal }: Work, id: string): Outcome {
  terminal.note(`\nPrzerwano pokaz. Wysyłka ${id} trwa dalej: npx goniec campaign watch ${id}\n`);
  return exitCodes.interrupted;
}
