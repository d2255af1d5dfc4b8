import type { Command } from 'commander';
import { balanceFacts } from '../balance-facts.ts';
import { factLines } from '../format/facts.ts';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

export function balanceCommand(run: Run): Command {
  return createCommand('balance', 'Stan konta w bramce, odczytany teraz', {
    english: 'the balance of the gateway account, read now, and what it buys.',
    examples: ['balance', 'balance --json'],
  }).action(run(balance));
}

async function balance(work: Work): Promise<Report> {
  const { api, companyId } = await work.company();
  const read = await api.getBalance({ params: { companyId } });
  return { data: read, lines: factLines(balanceFacts(read, work.terminal.paint)) };
}
