/**
 * A small server program for the tests to start as any user and to kill: `node driver.ts '{"home": …}'`.
 * Says what happens in JSON lines; a line `stop` on stdin stops it, `restart` starts the database again after its end.
 */
import { execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openCluster } from '../open-cluster.ts';
import type { PostgresServer } from '../postgres-server.ts';
import type { DriverEvent, DriverTask } from './driver-protocol.ts';

// Our own test's JSON, written a moment ago by start-driver.ts.
const task: DriverTask = JSON.parse(process.argv[2] ?? '');

function say(event: DriverEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

async function start(): Promise<PostgresServer | undefined> {
  try {
    const server = await openCluster(
      task.home,
      {
        settings: task.settings,
        onProgress: (step) => say({ event: 'progress', step }),
        log: (line) => say({ event: 'log', line }),
      },
      { platform: process.platform, ...task.host },
    );
    const { connection, pid, how } = server;
    say({ event: 'ready', connection, pid, how });
    void server.exited.then(({ code }) => say({ event: 'exited', code }));
    return server;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    say({ event: 'failed', code, message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

for (const [file = '', ...args] of task.before) execFileSync(file, args, { stdio: 'inherit' });
process.on('SIGINT', () => say({ event: 'interrupted' }));
let server = await start();
if (server === undefined) process.exit(1);
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'restart') server = await start();
  if (line === 'stop') break;
}
await server?.stop();
say({ event: 'stopped' });
process.exit(0);
