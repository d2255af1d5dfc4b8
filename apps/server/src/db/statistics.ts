import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** Fewer new rows do not change how a table is best read. */
const MANY = 20_000;

/**
 * Lets PostgreSQL look at a table that has just got many rows. Autovacuum would within a minute; until then a million recipients
 * count as a few, and pricing them took four times as long. A third of a second, whatever the size; outside of any
 * transaction, since it waits for others who do the same.
 */
export async function refreshStatistics(db: Db, table: keyof Database, newRows: number): Promise<void> {
  if (newRows >= MANY) await sql`analyze ${sql.table(table)}`.execute(db);
}
