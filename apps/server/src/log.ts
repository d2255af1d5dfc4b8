import { pino, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines on stdout. Never put a text, a token or a full number into a field (style rule 32). */
export function createLog(level: string, name: string): Log {
  return pino({
    level,
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.token', '*.authorization', '*.cookie', 'headers.authorization', 'headers.cookie'],
    serializers: { err: pino.stdSerializers.err },
  });
}
