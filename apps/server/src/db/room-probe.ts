import { sql } from 'kysely';
import { inTransaction, type Db } from './database.ts';

/** As much as a few thousand outcomes take. */
const ROWS = 2_000;

/**
 * Whether the database can still grow: fills two megabytes of a table that nobody sees and that ends with the transaction.
 * PostgreSQL answers a full disk with error 53100.
 */
export async function probeRoom(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`create temp table goniec_room on commit drop as
      select repeat(md5(n::text), 32) as filler from generate_series(1, ${sql.lit(ROWS)}) n`.execute(tx);
  });
}
