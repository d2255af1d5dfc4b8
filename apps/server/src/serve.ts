import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { ProgramError } from './program-error.ts';
import { removeAccessFile, writeAccessFile } from './state/access-file.ts';
import { homePaths } from './state/home.ts';
import { onStop, sayReady } from './supervision.ts';
import { firstSignInLink } from './usecases/create-sign-in-link.ts';
import { renewLocalKey } from './usecases/renew-local-key.ts';

/** `serve`: API, callbacks, web and worker in one program, until it is asked to stop; also while it is still starting. */
export async function serve(config: Config, log: Log): Promise<void> {
  const started = start(config, log);
  onStop(async () => (await started).close(), log);
  const { url, signInLink, lost, close } = await started;
  log.info({ url }, 'serve.started');
  sayReady(url, signInLink);
  void lost.then(async () => {
    log.fatal('database.lost');
    process.exitCode = 1;
    await close();
    if (process.connected) process.disconnect?.();
  });
}

interface Served {
  readonly url: string;
  readonly signInLink: string | null;
  readonly lost: Promise<void>;
  readonly close: () => Promise<void>;
}

async function start(config: Config, log: Log): Promise<Served> {
  const app = await createApp(config, log);
  const accessFile = homePaths(config.home).accessFile;
  try {
    const url = await app.http.listen({ host: config.host, port: config.port });
    const access = { url, key: await renewLocalKey(app.deps) };
    await writeAccessFile(accessFile, access);
    await app.startWork();
    const close = async () => {
      await removeAccessFile(accessFile, access);
      await app.close();
    };
    return { url, signInLink: await firstSignInLink(app.deps), lost: app.lost, close };
  } catch (error) {
    await app.close();
    throw portFault(error, config);
  }
}

function portFault(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error;
  const why = code === 'EADDRINUSE' ? 'jest zajęty przez inny program' : 'jest niedostępny dla tego konta';
  return new ProgramError(
    'port_unavailable',
    `Port ${port} na ${host} ${why}. Ustaw inny w GONIEC_PORT, np. GONIEC_PORT=${port + 1}. / The port is not available; choose another with GONIEC_PORT.`,
    error,
  );
}
