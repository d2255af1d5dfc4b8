import { dirname, resolve } from 'node:path';
import { createApp, type App } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { createLog, type Log } from './log.ts';
import { ProgramError } from './program-error.ts';
import { serve } from './serve.ts';
import { openStorage } from './storage.ts';
import { homePaths } from './state/home.ts';
import { onStop, sayFailed } from './supervision.ts';

/** The repository's root: relative paths of the environment are meant from there, wherever the program is started. */
const root = resolve(dirname(import.meta.filename), '../../..');

const usage = `goniec-server serve     API, callbacks, web and worker
goniec-server work      worker only (needs DATABASE_URL and the epoch and key files of the server)
goniec-server migrate   bring the database up to date and stop`;

async function main(command: string | undefined): Promise<void> {
  const read = readConfig(process.env, { root });
  if (!read.ok) throw new ProgramError('bad_configuration', read.faults.join('\n'));
  const { config } = read;
  const log = createLog(config.logLevel, `goniec-${command}`);
  switch (command) {
    case 'serve':
      return serve(config, log);
    case 'work':
      return work(config, log);
    case 'migrate':
      return migrateOnly(config, log);
    case undefined:
    default:
      throw new ProgramError('bad_usage', usage);
  }
}

async function work(config: Config, log: Log): Promise<void> {
  if (config.databaseUrl === null)
    throw new ProgramError(
      'bad_usage',
      '„work” wymaga DATABASE_URL: wbudowana baza ma tylko jeden program. / work needs DATABASE_URL.',
    );
  const starting = startWorker(config, log);
  onStop(async () => (await starting).close(), log);
  const app = await starting;
  log.info('work.started');
  void app.lost.then(async () => {
    log.fatal('work.lost');
    process.exitCode = 1;
    await app.close();
  });
}

/** All of it or nothing: a worker whose start fails half-way (its database is just away) must not go on sending by halves. */
async function startWorker(config: Config, log: Log): Promise<App> {
  const app = await createApp(config, log, { joins: true });
  try {
    await app.startWork();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function migrateOnly(config: Config, log: Log): Promise<void> {
  const storage = await openStorage(config, homePaths(config.home).cluster, log);
  await storage.close();
}

try {
  await main(process.argv[2]);
} catch (error) {
  sayFailed(error);
  process.exitCode = 1;
}
