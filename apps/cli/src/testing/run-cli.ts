import { join } from 'node:path';
import type { ExitCode } from '../exit-codes.ts';
import { runProgram } from '../program.ts';
import type { Terminal } from '../terminal.ts';

export interface Ran {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

interface Person {
  /** What is typed when asked; without it there is no terminal. */
  readonly answers?: readonly string[];
  readonly input?: string;
  readonly signal?: AbortSignal;
  /** Where `login` keeps what it stores. */
  readonly stored?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const nowhere = join(import.meta.dirname, 'nowhere');

/** Runs one command line against a server, in this process, and collects what it says. */
export async function runCli(argv: readonly string[], url: string, person: Person = {}): Promise<Ran> {
  const { answers, input = '', signal = new AbortController().signal, env = {} } = person;
  const { stored = join(nowhere, 'stored.json') } = person;
  let [out, err] = ['', ''];
  const left = [...(answers ?? [])];
  const answer = async (question: string): Promise<string> => {
    err += question;
    return left.shift() ?? '';
  };
  const terminal: Terminal = {
    write: async (text) => void (out += text),
    note: (text) => void (err += text),
    isInteractive: answers !== undefined,
    width: Infinity,
    paint: (_, text) => text,
    paintNote: (_, text) => text,
    ask: answer,
    askSecret: answer,
    readInput: async () => input,
    progress: null,
  };
  const exit = await runProgram(argv, {
    env: { GONIEC_URL: url, GONIEC_KEY: 'klucz', ...env },
    terminal,
    places: { local: join(nowhere, 'local.json'), isLocalChosen: false, stored },
    root: nowhere,
    signal,
    fetch,
  });
  return { exit, out, err };
}
