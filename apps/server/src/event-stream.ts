import { contract, type ServerEvent } from '@goniec/contract';
import pg from 'pg';
import { CHANNEL } from './db/announcements.ts';
import type { Connection } from './db/database.ts';
import type { EventStream } from './events.ts';
import type { Log } from './log.ts';

const RETRY_MS = 1_000;

/**
 * Listens to the database's announcements on one connection for the whole program, and comes back when the connection breaks.
 * What is announced while it is broken is lost: listeners poll too, events only make them faster.
 */
export function createEventStream(connection: Connection, log: Log): EventStream & { close(): Promise<void> } {
  const listeners = new Set<(event: ServerEvent) => void>();
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  const again = () => {
    client = null;
    if (!closed) retry ??= setTimeout(() => void listen(), RETRY_MS);
  };

  const listen = async () => {
    retry = null;
    const fresh = new pg.Client({ ...connection, application_name: 'goniec-events' });
    fresh.on('error', (error) => log.warn({ err: error }, 'events.connection_lost'));
    fresh.on('end', () => {
      if (client === fresh) again();
    });
    fresh.on('notification', ({ payload }) => hear(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      client = fresh;
      if (closed) await fresh.end();
    } catch {
      await fresh.end().catch(() => {});
      again();
    }
  };

  const hear = (payload: string | undefined) => {
    const event = contract.streamEvents.response.safeParse(JSON.parse(payload ?? 'null'));
    if (event.success) for (const listener of listeners) listener(event.data);
  };

  const first = listen();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await first;
      await client?.end();
    },
  };
}
