import { createApp } from './app.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { ProgramError } from './program-error.ts';
import { removeAccessFile, writeAccessFile } from './state/access-file.ts';
import { homePaths } from './state/home.ts';
import { onStop, sayReady } from './supervision.ts';
import { firstSignInLink } from './usecases/create-sign-in-link.ts';
import { renewLocalKey } from './usecases/renew-local-key.ts';

/** `serve`: API, callbacks, web and worker in one program, until it is asked to stop. */
export async function serve(config: Config, log: Log): Promise<void> {
  const app = await createApp(config, log);
  const accessFile = homePaths(config.home).accessFile;
  let access: { url: string; key: string } | null = null;
  const close = async () => {
    if (access) await removeAccessFile(accessFile, access);
    await app.close();
  };
  try {
    const url = await app.http.listen({ host: config.host, port: config.port });
    access = { url, key: await renewLocalKey(app.deps) };
    await writeAccessFile(accessFile, access);
    await app.startWork();
    const link = await firstSignInLink(app.deps);
    log.info({ url }, 'serve.started');
    onStop(close, log);
    sayReady(url, link);
    void app.lost.then(async () => {
      log.fatal('database.lost');
      process.exitCode = 1;
      await close();
      if (process.connected) process.disconnect?.();
    });
  } catch (error) {
    await close();
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
