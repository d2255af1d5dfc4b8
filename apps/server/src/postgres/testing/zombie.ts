import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isZombie } from '../processes.ts';

/** A process that is dead but still has its pid, as in containers whose first process never asks for its children (Linux). */
export async function makeZombie(uid?: number): Promise<{ readonly pid: number; readonly release: () => void }> {
  // The shell becomes a program that knows nothing of the child the shell had; that child ends only afterwards.
  const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 600'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    ...(uid !== undefined && { uid }),
  });
  const [line]: unknown[] = await once(parent.stdout, 'data');
  const pid = Number(String(line));
  while (!isZombie(await readFile(`/proc/${pid}/stat`, 'latin1'))) await sleep(20);
  return { pid, release: () => parent.kill('SIGKILL') };
}
