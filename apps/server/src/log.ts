import { pino, type Logger } from 'pino';
import { createFloodGate } from './flood-gate.ts';

export type Log = Logger;

/** pino's number for a warning. */
const WARN = 40;

/**
 * JSON lines on stdout. Never put a text, a token or a full number into a field (style rule 32). Warnings and errors of one name
 * come at most ten times a minute, but those of a batch, which tell its story.
 */
export function createLog(level: string, name: string): Log {
  const gate = createFloodGate(() => performance.now());
  return pino({
    level,
    hooks: {
      logMethod(args, method, severity) {
        const said = args.find((part) => typeof part === 'string') ?? '';
        const keptBack = severity < WARN || said.startsWith('batch.') ? 0 : gate.pass(said);
        if (keptBack === null) return;
        if (keptBack > 0) method.call(this, { name: said, keptBack }, 'log.kept_back');
        method.apply(this, args);
      },
    },
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
