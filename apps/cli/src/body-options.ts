import { type Command, Option } from 'commander';
import { readTextFile, tidyText } from './files.ts';
import type { Work } from './work.ts';

export interface BodyOptions {
  readonly body?: string;
  readonly bodyFile?: string;
}

export const addBodyOptions = (command: Command): Command =>
  command
    .option('--body <treść>', 'treść SMS-a')
    .addOption(
      new Option('--body-file <plik>', 'treść z pliku UTF-8; - czyta ze standardowego wejścia').conflicts('body'),
    );

/** The text that was given, or undefined. */
export async function readBody({ body, bodyFile }: BodyOptions, { terminal }: Work): Promise<string | undefined> {
  if (bodyFile === undefined) return body;
  return bodyFile === '-' ? tidyText(await terminal.readInput()) : readTextFile(bodyFile);
}
