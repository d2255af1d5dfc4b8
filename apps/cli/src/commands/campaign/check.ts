import type { Command } from 'commander';
import { campaignArgument, chooseCampaign } from '../../campaign-argument.ts';
import { sumsLines } from '../../campaign-lines.ts';
import { countOf, formatCount, nouns } from '../../format/numbers.ts';
import { reasonLines } from '../../format/reasons.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function checkCommand(run: Run): Command {
  return createCommand('check', 'Sprawdź doręczenie: zapytaj bramkę o oczekujące wiadomości', {
    english: 'ask the gateway about pending messages now.',
    examples: ['campaign check 12'],
  })
    .addArgument(campaignArgument())
    .action(run(check));
}

async function check(work: Work, ref: string): Promise<Report> {
  const { api, params } = await chooseCampaign(work, ref);
  const checked = await api.checkDelivery({ params });
  const { paint } = work.terminal;
  return {
    data: checked,
    lines: [
      `Zapytano o ${countOf(checked.asked, nouns.message)}; nowy stan: ${formatCount(checked.changed)}.`,
      ...(checked.notice ? reasonLines([checked.notice], paint) : []),
      ...sumsLines(checked.campaign, paint),
    ],
  };
}
