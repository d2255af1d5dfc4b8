import type { ServerEvent } from '@goniec/contract';
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** The channel of all announcements. */
export const CHANNEL = 'goniec';

/** Tells every program on this database that something changed; delivered when the transaction commits, equal ones once. */
export async function announce(tx: Db, event: ServerEvent): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`.execute(tx);
}
