import { type Client, ProblemError, type Problem } from '@goniec/contract';
import type { Command } from 'commander';
import { balanceFacts } from '../balance-facts.ts';
import type { Balance, Campaign, Company, Gateway, Instance, Service, UncertainTotals } from '../api/shapes.ts';
import { stateOf, tallyOf } from '../campaign-tally.ts';
import { type Fact, factLines } from '../format/facts.ts';
import { formatCount } from '../format/numbers.ts';
import type { Paint } from '../format/paint.ts';
import { tokens } from '../format/states.ts';
import { formatMoment } from '../format/time.ts';
import { tidy } from '../format/width.ts';
import { createCommand } from '../help.ts';
import { holdFacts } from '../hold-facts.ts';
import type { Run } from '../run.ts';
import { serviceLines } from '../service-lines.ts';
import type { Report, Work } from '../work.ts';

/** Of what can fail by itself: the value, or why not. */
type Tried<T> = { readonly value: T } | { readonly problem: Problem };

interface CompanyStatus {
  readonly company: Company;
  readonly services: readonly Service[];
  readonly gateway: Tried<Gateway>;
  readonly balance: Tried<Balance> | null;
  readonly campaigns: readonly Campaign[];
  readonly uncertain: UncertainTotals;
}

export function statusCommand(run: Run): Command {
  return createCommand('status', 'Stan serwera, usługi, bramki i trwających wysyłek', {
    english: 'server, version, hold, credentials, companies, service, gateway, balance, running campaigns.',
    examples: ['status', 'status --json'],
  }).action(run(status));
}

async function status(work: Work): Promise<Report> {
  const { api, access } = await work.server();
  const [instance, { items }] = await Promise.all([api.getInstance(), api.listCompanies()]);
  const companies = await Promise.all(items.map((company) => readCompany(api, company)));
  const { paint } = work.terminal;
  return {
    data: { url: access.url, instance, companies: companies.map(toJson) },
    lines: [
      ...instanceLines(access.url, instance, paint),
      ...companies.flatMap((each) => ['', ...companyLines(each, paint)]),
      ...(companies.length === 0 ? ['', 'Nie ma jeszcze żadnej firmy: npx goniec company create "Nazwa firmy"'] : []),
    ],
  };
}

async function readCompany(api: Client, company: Company): Promise<CompanyStatus> {
  const params = { companyId: company.id };
  const [services, gateway, sending, paused, uncertain] = await Promise.all([
    api.listServices({ params }),
    tryCall(api.getGateway({ params })),
    api.listCampaigns({ params, query: { state: 'sending', limit: 20 } }),
    api.listCampaigns({ params, query: { state: 'paused', limit: 20 } }),
    api.listUncertain({ params, query: { limit: 1 } }),
  ]);
  const mayAsk = 'value' in gateway && gateway.value.token === 'stored';
  return {
    company,
    services: services.items,
    gateway,
    balance: mayAsk ? await tryCall(api.getBalance({ params })) : null,
    campaigns: [...sending.items, ...paused.items],
    uncertain: uncertain.totals,
  };
}

/** A gateway that is missing or does not answer is something to show, not a reason to show nothing. */
async function tryCall<T>(call: Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await call };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

function instanceLines(url: string, instance: Instance, paint: Paint): string[] {
  const { version, startedAt, hold, credentials } = instance;
  return factLines([
    ['Serwer', `${url} · wersja ${tidy(version)} · działa od ${formatMoment(startedAt)}`],
    ...(hold ? holdFacts(hold, paint) : [['Wysyłanie', paint('good', 'dozwolone')] as const]),
    [
      'Tokeny',
      credentials === 'readable'
        ? paint('good', 'do odczytania na tym serwerze')
        : paint('bad', 'nie do odczytania na tym serwerze: wpisz je ponownie (npx goniec settings token)'),
    ],
  ]);
}

function companyLines(
  { company, services, gateway, balance, campaigns, uncertain }: CompanyStatus,
  paint: Paint,
): string[] {
  return [
    paint('strong', `${tidy(company.name)} (firma ${company.id})`),
    ...factLines([
      ['Usługa', ...services.flatMap((service) => serviceLines(service, paint))],
      ['Bramka', ...('value' in gateway ? gatewayLines(gateway.value, paint) : problemLines(gateway.problem, paint))],
      ...balanceOf(balance, paint),
      [
        'Wysyłki',
        ...(campaigns.length === 0 ? ['żadna nie trwa'] : campaigns.map((each) => campaignLine(each, paint))),
      ],
      ...uncertainFacts(uncertain, paint),
    ]),
  ];
}

/** Only where there is something to know. */
function uncertainFacts({ gateway, person }: UncertainTotals, paint: Paint): Fact[] {
  if (gateway + person === 0) return [];
  const decide = `na decyzję czeka ${formatCount(person)}: npx goniec uncertain list --awaits person`;
  return [
    [
      'Niepewne',
      ...(gateway > 0 ? [`program wyjaśnia z bramką: ${formatCount(gateway)}`] : []),
      ...(person > 0 ? [paint('warn', decide)] : []),
    ],
  ];
}

function gatewayLines({ baseUrl, sender, token, lastError }: Gateway, paint: Paint): string[] {
  return [
    `SMSAPI ${baseUrl} · nadawca ${sender === null ? 'nie wybrany' : tidy(sender)} · token ${paint(tokens[token].tone, tokens[token].name)}`,
    ...(lastError ? [paint('warn', `ostatni błąd ${formatMoment(lastError.at)}: ${tidy(lastError.sentence.pl)}`)] : []),
  ];
}

function balanceOf(balance: CompanyStatus['balance'], paint: Paint): Fact[] {
  if (balance === null) return [];
  return 'value' in balance
    ? balanceFacts(balance.value, paint).slice(0, 1)
    : [['Stan konta', ...problemLines(balance.problem, paint)]];
}

function campaignLine({ id, subject, state, sums }: Campaign, paint: Paint): string {
  const { name, tone } = stateOf({ state, sums });
  const { sendable, left } = tallyOf({ sums });
  return `${id} · ${tidy(subject)} · ${paint(tone, name)} · załatwione ${formatCount(sendable - left)} z ${formatCount(sendable)}`;
}

function problemLines({ sentence, action, title }: Problem, paint: Paint): string[] {
  return [paint('warn', tidy(sentence?.pl ?? title)), ...(action ? [tidy(action.pl)] : [])];
}

function toJson({ gateway, balance, ...rest }: CompanyStatus): object {
  return {
    ...rest,
    gateway: 'value' in gateway ? gateway.value : null,
    balance: balance && 'value' in balance ? balance.value : null,
    problems: [gateway, balance].flatMap((tried) => (tried && 'problem' in tried ? [tried.problem] : [])),
  };
}
