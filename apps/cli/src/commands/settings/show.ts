import type { Command } from 'commander';
import { factLines } from '../../format/facts.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import { settingsFacts, tokenStepLines } from '../../settings-facts.ts';
import type { Report, Work } from '../../work.ts';

export function showCommand(run: Run): Command {
  return createCommand('show', 'Pokaż ustawienia bramki SMS', {
    english: 'show the settings of the SMS gateway.',
    examples: ['settings show'],
  }).action(run(show));
}

async function show(work: Work): Promise<Report> {
  const { api, companyId } = await work.company();
  const gateway = await api.getGateway({ params: { companyId } });
  const steps =
    gateway.token === 'stored'
      ? []
      : [
          '',
          'Jak wygenerować osobny token dla tej integracji:',
          ...tokenStepLines(gateway),
          'Wpisz go: npx goniec settings token',
        ];
  return { data: gateway, lines: [...factLines(settingsFacts(gateway, work.terminal.paint)), ...steps] };
}
