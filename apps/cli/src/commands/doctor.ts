import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { countOf, formatCount, nouns } from '../format/numbers.ts';
import { tableLines } from '../format/table.ts';
import { createCommand } from '../help.ts';
import type { Run } from '../run.ts';
import type { Report, Work } from '../work.ts';

export function doctorCommand(run: Run): Command {
  return createCommand('doctor', 'Przelicz wiersze od nowa i porównaj z sumami', {
    english: 'count the rows again and compare with the sums; exit code 5 when something differs.',
    examples: ['doctor', 'doctor --json'],
  }).action(run(doctor));
}

async function doctor(work: Work): Promise<Report> {
  const { api } = await work.server();
  const report = await api.runDoctor();
  const { paint, width } = work.terminal;
  const sums = countOf(report.checks, nouns.sum);
  if (report.drifts.length === 0)
    return { data: report, lines: [paint('good', `Wszystko się zgadza. Sprawdzono: ${sums}.`)] };
  return {
    data: report,
    exit: exitCodes.incomplete,
    lines: [
      paint('bad', `Nie wszystko się zgadza. Sprawdzono: ${sums}, rozbieżności: ${formatCount(report.drifts.length)}.`),
      '',
      ...tableLines(
        [
          { title: 'Czego dotyczy', value: ({ subject }) => subject, shrinksTo: 12 },
          { title: 'Suma', value: ({ check }) => check, shrinksTo: 12 },
          { title: 'Jest', value: ({ found }) => formatCount(found), align: 'right' },
          { title: 'Powinno być', value: ({ expected }) => formatCount(expected), align: 'right' },
        ],
        report.drifts,
        width,
        paint,
      ),
    ],
  };
}
