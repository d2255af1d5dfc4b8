import { type Argument, Command, Help, type Option } from 'commander';
import { exitCodeMeanings } from './exit-codes.ts';

/** What a command's help teaches besides its options. */
export interface Lesson {
  /** The command in one English line. */
  readonly english: string;
  readonly examples: readonly string[];
  /** More to know, in Polish. */
  readonly notes?: readonly string[];
}

/** A command that explains itself. */
export function createCommand(name: string, description: string, lesson: Lesson): Command {
  const { english, examples, notes = [] } = lesson;
  const parts = [
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    `Przykłady:\n${examples.map((example) => `  $ npx goniec ${example}`).join('\n')}`,
    `In English: ${english}`,
  ];
  return new Command(name).description(description).addHelpText('after', `\n${parts.join('\n\n')}`);
}

export const exitCodesHelp = `Kody wyjścia:\n${exitCodeMeanings
  .map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`)
  .join('\n')}`;

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Użycie:',
  'Arguments:': 'Argumenty:',
  'Options:': 'Opcje:',
  'Global Options:': 'Opcje każdego polecenia:',
  'Commands:': 'Polecenia:',
};

/** Lets the help of a command, and of all below it, speak Polish. */
export function speakPolish(command: Command): Command {
  command.helpOption('-h, --help', 'pokaż pomoc').configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    commandUsage: (each) => polishTerms(new Help().commandUsage(each)),
    subcommandTerm: (each) => polishTerms(new Help().subcommandTerm(each)),
    optionDescription: (option) => withFacts(option.description, option),
    argumentDescription: (argument) => withFacts(argument.description, argument),
  });
  if (command.commands.length > 0) command.helpCommand('help [polecenie]', 'pokaż pomoc polecenia');
  for (const each of command.commands) speakPolish(each);
  return command;
}

const polishTerms = (term: string): string => term.replace('[options]', '[opcje]').replace('[command]', '[polecenie]');

function withFacts(description: string, { argChoices, defaultValue }: Option | Argument): string {
  const facts = [
    ...(argChoices ? [argChoices.join(', ')] : []),
    ...(defaultValue === undefined || typeof defaultValue === 'boolean' ? [] : [`domyślnie ${String(defaultValue)}`]),
  ];
  return facts.length > 0 ? `${description} (${facts.join('; ')})` : description;
}
