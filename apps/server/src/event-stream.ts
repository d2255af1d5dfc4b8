import { contract, type ServerEvent } from '@goniec/contract';
import pg from 'pg';
import { CHANNEL } from './db/announcements.ts';
import type { Connection } from './db/database.ts';
import { createEventMemory, MISSED } from './event-memory.ts';
import type { EventStream } from './events.ts';
import type { Log } from './log.ts';

const RETRY_MS = 1_000;

export interface DatabaseEventStream extends EventStream {
  /** Resolves once it hears what is announced, or has failed to for the first time. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens to the database's announcements on one connection for the whole program, and comes back when the connection breaks.
 * What is announced before there is a connection, or while it is broken, is lost: listeners are told `events.missed` when it is there.
 */
export function createEventStream(connection: Connection, log: Log): DatabaseEventStream {
  const listeners = new Set<(event: ServerEvent) => void>();
  const memory = createEventMemory(() => performance.now());
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let [closed, isDeaf] = [false, true];

  const again = () => {
    client = null;
    isDeaf = true;
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
      memory.restart();
      if (isDeaf) tell(MISSED);
      isDeaf = false;
      if (closed) await fresh.end();
    } catch {
      await fresh.end().catch(() => {});
      again();
    }
  };

  const hear = (payload: string | undefined) => {
    const event = contract.streamEvents.response.safeParse(JSON.parse(payload ?? 'null'));
    if (!event.success) return;
    memory.keep(event.data);
    tell(event.data);
  };

  const tell = (event: ServerEvent) => {
    for (const listener of listeners) listener(event);
  };

  const opened = listen();
  return {
    opened,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    recent: (withinMs) => memory.recent(withinMs),
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await opened;
      await client?.end();
    },
  };
}
