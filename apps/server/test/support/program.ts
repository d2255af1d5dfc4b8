import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '../../src/main.ts');

/** A real `goniec-server serve` or `work`, in a process of its own. */
export interface Program {
  /** Stops the process in the middle of whatever it does, as a debugger or a full computer does. Not on Windows. */
  freeze(): void;
  /** Lets it go on, as if no time had passed. */
  thaw(): void;
  /** How often it has logged an event, by its name and other fields. */
  count(event: string, fields?: Readonly<Record<string, unknown>>): number;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

export function spawnProgram(command: 'serve' | 'work', env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [main, command], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const events = readEvents(child);
  return {
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    count: (event, fields = {}) => {
      const wanted = Object.entries({ msg: event, ...fields });
      return events.filter((each) => wanted.every(([name, value]) => each[name] === value)).length;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The lines of its log, as they come. */
function readEvents({ stdout }: ChildProcess): Record<string, unknown>[] {
  const events: Record<string, unknown>[] = [];
  if (stdout) createInterface({ input: stdout }).on('line', (line) => events.push(JSON.parse(line)));
  return events;
}
