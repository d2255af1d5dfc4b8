import type { Log } from './log.ts';
import { ProgramError } from './program-error.ts';

/**
 * The words spoken with `npm start` over Node's IPC channel: `ready` and `failed` to it, `stop` from it. Without a parent the
 * program is stopped by signals. A lost parent is a wish to stop, so that nothing survives it.
 */
export function sayReady(url: string, signInLink: string | null): void {
  process.send?.({ event: 'ready', url, ...(signInLink === null ? {} : { signInLink }) });
}

/** Tells the parent, or the person at the terminal, in finished sentences. */
export function sayFailed(error: unknown): void {
  const known =
    error instanceof ProgramError ||
    (error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      error.name.endsWith('Error') &&
      error.name !== 'Error');
  const message =
    known && error instanceof Error
      ? error.message
      : `Nieoczekiwany błąd: ${error instanceof Error ? error.message : String(error)}`;
  if (process.send) {
    process.send({ event: 'failed', code: error instanceof ProgramError ? error.code : 'unexpected', message }, () =>
      process.disconnect?.(),
    );
    console.error(error);
  } else {
    console.error(error instanceof ProgramError ? message : error);
  }
}

/** Calls `stop` once, at the first wish to stop; a second wish changes nothing. */
export function onStop(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const once = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'program.stopping');
    stop().then(
      () => {
        log.info('program.stopped');
        if (process.connected) process.disconnect?.();
      },
      (error: unknown) => {
        log.error({ err: error }, 'program.stop_failed');
        process.exitCode = 1;
        if (process.connected) process.disconnect?.();
      },
    );
  };
  process.on('SIGTERM', () => once('SIGTERM'));
  // With a parent, Ctrl+C reaches the whole group; the parent decides who stops when.
  process.on('SIGINT', () => {
    if (!process.send) once('SIGINT');
  });
  process.on('disconnect', () => once('parent gone'));
  process.on('message', (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'event' in message && message.event === 'stop')
      once('asked by parent');
  });
}
