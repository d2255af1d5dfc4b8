import { pino } from 'pino';
import pg from 'pg';
import { CHANNEL } from '../../src/db/announcements.ts';
import type { Connection } from '../../src/db/database.ts';
import type { Log } from '../../src/log.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A log whose lines a test can count: pino's levels, 30 info, 40 warn, 50 error. */
export function createLogBook(): {
  readonly log: Log;
  readonly lines: readonly LogLine[];
  named(msg: string): LogLine[];
} {
  const lines: LogLine[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- pino writes what it is given
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) });
  return { log, lines, named: (msg) => lines.filter((line) => line.msg === msg) };
}

/** Everything the database announces, as any browser or worker would hear it. */
export async function hearAnnouncements(
  connection: Connection,
): Promise<{ readonly heard: readonly string[]; close(): Promise<void> }> {
  const heard: string[] = [];
  const client = new pg.Client(connection);
  await client.connect();
  client.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await client.query(`listen ${CHANNEL}`);
  return { heard, close: () => client.end() };
}

/** Waits for something that other parts do in their own time; the test's time-out is the limit. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 25));
}
