import { pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on stdout. Never put a text, a token or a full number into a field (style rule 32). */
export function createLog(level: string, name: string): Log {
  return pino({
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.token', '*.authorization', '*.cookie', 'headers.authorization', 'headers.cookie'],
    serializers: { err: describeError },
  });
}

/** What helps to find a fault. Errors of libraries carry whole connections and queries with their values: those stay out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    code,
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
