import { createInterface } from 'node:readline/promises';
import { text as readText } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { createPaint, type Paint, wantsColour } from './format/paint.ts';

/** Where a command reads and writes. Results go to the output, everything else to the error output. */
export interface Terminal {
  /** Waits until the reader is ready for more. */
  readonly write: (text: string) => Promise<void>;
  readonly note: (text: string) => void;
  /** A person sits at both ends and may be asked. */
  readonly isInteractive: boolean;
  /** Columns of the terminal; Infinity when the output is a file or a pipe. */
  readonly width: number;
  readonly paint: Paint;
  readonly paintNote: Paint;
  readonly ask: (question: string) => Promise<string>;
  /** Asks without showing what is typed. */
  readonly askSecret: (question: string) => Promise<string>;
  /** All of the standard input. */
  readonly readInput: () => Promise<string>;
  /** Where progress bars may move; null when nobody watches. */
  readonly progress: NodeJS.WriteStream | null;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The terminal of this process. */
export function processTerminal({ stdin, stdout, stderr, env }: typeof process): Terminal {
  const isInteractive = stdin.isTTY && stdout.isTTY;
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    note: (text) => void stderr.write(text),
    isInteractive,
    width: stdout.isTTY ? widthOfScreen(stdout, env) : Infinity,
    paint: createPaint(wantsColour(stdout, env)),
    paintNote: createPaint(wantsColour(stderr, env)),
    ask: (question) => ask(question, stdin, stderr),
    askSecret: async (question) => {
      stderr.write(question);
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
      const answer = await ask('', stdin, silent);
      stderr.write('\n');
      return answer;
    },
    readInput: () => readText(stdin),
    progress: stderr.isTTY && env['TERM'] !== 'dumb' ? stderr : null,
  };
}

/** Some terminals claim a width of 0 (a shell inside an editor). */
const widthOfScreen = (stream: NodeJS.WriteStream, env: Env): number => stream.columns || Number(env['COLUMNS']) || 80;

/** One line from a terminal. Ctrl+C, Ctrl+D or a closed input end the question without an answer. */
async function ask(question: string, input: NodeJS.ReadStream, output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input, output, terminal: input.isTTY });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  lines.once('SIGINT', () => lines.close());
  try {
    return (await lines.question(question, { signal: closed.signal })).trim();
  } catch (error) {
    if (closed.signal.aborted) return '';
    throw error;
  } finally {
    lines.close();
  }
}
