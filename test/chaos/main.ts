// Run by `npm run chaos`: kills the real programs, again and again, and looks what the handsets got.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions, type ChaosOptions } from './options.ts';
import { reportOf, type Circumstances } from './report.ts';
import { runChaos } from './run.ts';

const STOP_MS = 30_000;

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), () => Math.floor(Math.random() * 1_000_000));
  if (!read.ok) {
    console.error(read.sentence);
    return 2;
  }
  const { options } = read;
  const folder = options.folder === null ? await mkdtemp(join(tmpdir(), 'goniec-chaos-')) : resolve(options.folder);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    console.error(`${folder} is not empty.`);
    return 2;
  }
  const note = (text: string): void =>
    appendFileSync(join(folder, 'chaos.log'), `${new Date().toISOString()} ${text}\n`);
  const say = (text: string): void => {
    console.log(text);
    note(text);
  };
  say(`Seed ${options.seed}. State and logs: ${folder}`);
  const code = await attempt(options, folder, { say, note });
  if (code === 0 && options.folder === null) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  else say(`Seed ${options.seed}. State and logs are kept: ${folder}`);
  return code;
}

interface Voices {
  readonly say: (text: string) => void;
  /** For the log alone. */
  readonly note: (text: string) => void;
}

async function attempt(options: ChaosOptions, folder: string, { say, note }: Voices): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(name, () => {
      stop.abort(new Error(`stopped (${name})`));
      // Whatever hangs: our end closes the channels of all programs, which is the wish to stop to each of them.
      setTimeout(() => process.exit(1), STOP_MS).unref();
    });
  try {
    const result = await runChaos(options, folder, { say, note, signal: stop.signal });
    const report = reportOf(result, circumstances(options));
    await writeFile(join(folder, 'report.md'), report);
    if (options.report !== null) await writeFile(options.report, report);
    say(result.faults.length === 0 ? 'Each number exactly once; every campaign ended.' : 'FAILED');
    return result.faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (stop.signal.aborted) say('Stopped before the end: nothing is proved.');
    else say(`FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}

function circumstances({ seed, workers }: ChaosOptions): Circumstances {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    seed,
    workers,
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${process.arch}`,
    node: process.versions.node,
  };
}

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, {
        cwd: import.meta.dirname,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ', with changes'}`;
  } catch {
    return 'unknown (no repository)';
  }
}

process.exitCode = await main();
// The channel to whoever started us would keep us alive.
if (process.connected) process.disconnect?.();
setTimeout(() => process.exit(), STOP_MS).unref();
