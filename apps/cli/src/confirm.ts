import { CommandFailure, usageFailure } from './failure.ts';
import { exitCodes } from './exit-codes.ts';
import type { Work } from './work.ts';

const yes = /^(?:t|tak|y|yes)$/i;

/** Asks a question that is answered no by anything but a clear yes. */
export async function confirm({ terminal }: Pick<Work, 'terminal'>, question: string): Promise<boolean> {
  return yes.test(await terminal.ask(`${question} [t/N] `));
}

/** Asks unless the option that says yes (`--yes`) was given; where nobody can be asked that is needed. Throws when the answer is no. */
export async function requireYes(
  work: Pick<Work, 'terminal' | 'json'>,
  question: string,
  given: boolean | undefined,
  option = '--yes',
): Promise<void> {
  if (given) return;
  if (!work.terminal.isInteractive || work.json)
    throw usageFailure(
      'confirmation_missing',
      {
        pl: 'To polecenie wymaga potwierdzenia. Nic nie zrobiono.',
        en: 'This needs a confirmation. Nothing was done.',
      },
      { pl: `Dodaj ${option}, żeby wykonać je bez pytania.`, en: `Add ${option} to go on without being asked.` },
    );
  if (await confirm(work, question)) return;
  throw new CommandFailure({
    exit: exitCodes.refused,
    code: 'declined',
    sentence: { pl: 'Przerwano na życzenie. Nic nie zrobiono.', en: 'Stopped as you wished. Nothing was done.' },
    action: null,
  });
}
