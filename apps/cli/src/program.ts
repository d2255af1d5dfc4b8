import { Command, CommanderError } from 'commander';
import { balanceCommand } from './commands/balance.ts';
import { campaignCommand } from './commands/campaign.ts';
import { companyCommand } from './commands/company.ts';
import { contractorsCommand } from './commands/contractors.ts';
import { demoCommand } from './commands/demo.ts';

import { doctorCommand } from './commands/doctor.ts';
import { importCommand } from './commands/import.ts';
import { instanceCommand } from './commands/instance.ts';
import { loginCommand } from './commands/login.ts';
import { settingsCommand } from './commands/settings.ts';
import { statusCommand } from './commands/status.ts';
import { uncertainCommand } from './commands/uncertain.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { type Failure, failureJson, failureOf } from './failure.ts';
import { failureLines } from './format/reasons.ts';
import { exitCodesHelp, speakPolish } from './help.ts';
import { createRun, type Run, type Scene } from './run.ts';
import { usageFault } from './usage-faults.ts';

/** Runs one command line to its end and gives its exit code; everything is said by then. */
export async function runProgram(argv: readonly string[], scene: Omit<Scene, 'end'>): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const run = createRun({
    ...scene,
    end: (outcome) => {
      code = outcome;
    },
  });
  const program = createProgram(run);
  let failed = program;
  prepare(program, (command) => {
    failed = command;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const isUsage = error instanceof CommanderError;
    const failure = isUsage ? usageFault(error, pathOf(failed)) : failureOf(error);
    if (scene.signal.aborted) return exitCodes.interrupted;
    // help that nobody asked for: the command alone says nothing
    if (failure === null) return isUsage && error.exitCode !== 0 ? exitCodes.usage : exitCodes.done;
    complain(scene.terminal, failure, argv.includes('--json'));
    return failure.exit;
  }
}

export function createProgram(run: Run): Command {
  const program = new Command('npx goniec')
    .description(
      'Goniec w terminalu: kontrahenci, wysyłki SMS, doręczenia i pieniądze, przez to samo API co przeglądarka.',
    )
    .option('--json', 'wypisz obiekty API (JSON) zamiast tekstu; błędy jako problem+json na wyjściu błędów')
    .option('--company <id>', 'firma; potrzebna tylko wtedy, gdy jest ich kilka (albo zmienna GONIEC_COMPANY)')
    .addHelpText(
      'after',
      `
Na komputerze, na którym działa serwer (npm start), niczego nie trzeba ustawiać.
Inny serwer: npx goniec login --url https://adres, albo zmienne GONIEC_URL i GONIEC_KEY.

Na początek:
  $ npx goniec demo                                    cała wysyłka pokazowa, krok po kroku
  $ npx goniec import samples/kontrahenci-wapro.csv    kontrahenci z pliku
  $ npx goniec campaign create --subject "Promocja" --body "Dzień dobry!" --pick-all
  $ npx goniec campaign send last --watch

${exitCodesHelp}

In English: the public API of Goniec from a terminal. Try: npx goniec status, npx goniec demo; --json gives the API's objects.`,
    );
  const commands = [
    statusCommand,
    demoCommand,

    loginCommand,
    importCommand,
    contractorsCommand,
    campaignCommand,
    uncertainCommand,
    balanceCommand,
    settingsCommand,
    companyCommand,
    instanceCommand,
    doctorCommand,
  ];
  for (const create of commands) program.addCommand(create(run));
  return speakPolish(program);
}

/** Commander must neither print its own complaints nor end the process. */
function prepare(command: Command, onFault: (command: Command) => void): void {
  command.configureOutput({ outputError: () => {} }).exitOverride((error) => {
    onFault(command);
    throw error;
  });
  for (const each of command.commands) prepare(each, onFault);
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function complain(terminal: Scene['terminal'], failure: Failure, json: boolean): void {
  const lines = json ? [JSON.stringify(failureJson(failure), null, 2)] : failureLines(failure, terminal.paintNote);
  terminal.note(`${lines.join('\n')}\n`);
}
