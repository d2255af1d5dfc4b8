import type { Command } from 'commander';
import { balanceFacts } from '../../balance-facts.ts';
import { exitCodes } from '../../exit-codes.ts';
import { factLines } from '../../format/facts.ts';
import { reasonLines } from '../../format/reasons.ts';
import { tidy } from '../../format/width.ts';
import { createCommand } from '../../help.ts';
import type { Run } from '../../run.ts';
import type { Report, Work } from '../../work.ts';

export function testCommand(run: Run): Command {
  return createCommand('test', 'Sprawdź połączenie z bramką zapisanym tokenem', {
    english: 'ask the gateway for the profile with the stored token.',
    examples: ['settings test'],
  }).action(run(test));
}

async function test(work: Work): Promise<Report> {
  const { api, companyId } = await work.company();
  const result = await api.testGateway({ params: { companyId } });
  const { paint } = work.terminal;
  if (result.ok)
    return {
      data: result,
      lines: [
        paint('good', `Bramka odpowiada. Konto: ${tidy(result.accountName ?? '–')}`),
        ...(result.balance ? factLines(balanceFacts(result.balance, paint)) : []),
      ],
    };
  return {
    data: result,
    exit: exitCodes.refused,
    lines: [
      paint('bad', 'Połączenie z bramką nie działa.'),
      ...reasonLines(result.reason ? [result.reason] : [], paint),
    ],
  };
}
