import pg from 'pg';
import type { Connection } from '../../src/db/database.ts';

/** Makes everybody who touches a table wait, at exactly that point of what they do; returns the end of that. */
export async function holdTable(connection: Connection, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${table} in access exclusive mode`);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}
