import type { Contract, Result } from '@goniec/contract';
import type { Command } from 'commander';
import { reasonLines } from '../../format/reasons.ts';
import { tableLines } from '../../format/table.ts';
import { formatMoment } from '../../format/time.ts';
import { createCommand } from '../../help.ts';
import { limitOption } from '../../parse-options.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

type GatewayError = Result<Contract['listGatewayErrors']>['items'][number];

const OPERATIONS: Readonly<Record<GatewayError['operation'], string>> = {
  send: 'wysyłanie',
  balance: 'stan konta',
  test: 'test połączenia',
  senders: 'nazwy nadawcy',
  reports: 'pytanie o doręczenie',
  inbound: 'adres odpowiedzi',
  check: 'kontrola przed wysłaniem',
};

/** More are not kept. */
const MOST = 50;

export function errorsCommand(run: Run): Command {
  return createCommand('errors', 'Ostatnie błędy bramki: kiedy, przy czym i co zrobić', {
    english: 'last errors of the gateway: when, at what, and what to do.',
    examples: ['settings errors', 'settings errors --limit 3'],
  })
    .addOption(limitOption(10))
    .action(run(errors));
}

async function errors(work: Work, { limit }: { readonly limit: number }): Promise<Report> {
  const { api, companyId } = await work.company();
  const list = await api.listGatewayErrors({ params: { companyId }, query: { limit: Math.min(limit, MOST) } });
  const { width, paint } = work.terminal;
  if (list.items.length === 0) return { data: list, lines: ['Bramka nie zgłosiła żadnych błędów.'] };
  const reasons = [...new Map(list.items.map((error) => [error.code, error])).values()].map((error) =>
    list.items.some(({ code, over }) => code === error.code && !over) ? error : { ...error, action: null },
  );
  return {
    data: list,
    lines: [
      ...tableLines(
        [
          { title: 'Ostatnio', value: ({ lastAt }) => formatMoment(lastAt) },
          { title: 'Przy czym', value: ({ operation }) => OPERATIONS[operation] },
          { title: 'Razy', value: ({ times }) => String(times), align: 'right' },
          { title: 'Kod', value: ({ code }) => code },
          { title: 'Teraz', value: ({ over }) => (over ? 'minęło' : '') },
        ],
        list.items,
        width,
        paint,
      ),
      '',
      ...reasonLines(reasons, paint),
    ],
  };
}
