import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The processes that belong to a state folder, one line each: those that work in it, name it on their command line,
 * or got it in their environment. Linux sees all three, other systems the command line only.
 */
export function processesOf(home: string): string[] {
  if (process.platform === 'win32') return [];
  if (process.platform !== 'linux') {
    const table = execFileSync('ps', ['-Ao', 'pid=,command='], { encoding: 'utf8' });
    return table.split('\n').filter((line) => line.includes(home) && !line.includes('ps -Ao'));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const command = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
      const traces = [
        command,
        read(() => readlinkSync(`/proc/${pid}/cwd`)),
        read(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
      ];
      return traces.some((trace) => trace.includes(home)) ? [`${pid} ${command.trim()}`] : [];
    });
}

/** Waits until no process of the state folder is left; throws with their command lines when some stay. */
export async function nobodyLeft(home: string, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const left = processesOf(home);
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error(`still running for ${home}:\n${left.join('\n')}`);
    await sleep(50);
  }
}

function read(look: () => string): string {
  try {
    return look();
  } catch {
    return ''; // gone meanwhile, or somebody else's
  }
}
