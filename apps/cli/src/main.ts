import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { placesOf } from './access/places.ts';
import { runProgram } from './program.ts';
import { processTerminal } from './terminal.ts';

const root = join(import.meta.dirname, '..', '..', '..');

// The reader has left (`goniec contractors | head`): there is nobody to tell anything to.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

// The first Ctrl+C ends the command in order, the second at once.
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

process.exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  terminal: processTerminal(process),
  places: placesOf({ env: process.env, platform: process.platform, home: homedir(), root }),
  root,
  signal: interrupt.signal,
  fetch,
});
