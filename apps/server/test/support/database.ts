import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDb, createPool, type Connection, type Db } from '../../src/db/database.ts';
import { TEMPLATE } from './template.ts';

export interface TestDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly connection: Connection;
  drop(): Promise<void>;
}

/** A migrated database of one's own: a clone of the template, in well under 0.1 s. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const postgres = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await command(postgres, `create database ${database} template ${TEMPLATE} strategy file_copy`);
  const connection = { ...postgres, database };
  const pool = createPool(connection, 10, () => {});
  const db = createDb(pool);
  return {
    db,
    pool,
    connection,
    drop: async () => {
      await db.destroy();
      await command(postgres, `drop database ${database} with (force)`);
    },
  };
}

async function command(connection: Connection, text: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
