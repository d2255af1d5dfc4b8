import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

const folder = join(import.meta.dirname, 'migrations');

/** Any constant will do: it keeps two starting programs from migrating at once. */
const LOCK = 7_304_201;

/**
 * Brings the database up to the newest numbered SQL file, each in its own transaction. Forward only.
 * @returns the names of the files that were applied now
 */
export async function migrate(client: pg.ClientBase): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const done = new Set(rows.map((row) => row.name));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
    const unknown = [...done].filter((name) => !files.includes(name));
    if (unknown.length > 0) throw new NewerDatabaseError(unknown);
    const missing = files.filter((name) => !done.has(name));
    for (const name of missing) await apply(client, name);
    return missing;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function apply(client: pg.ClientBase, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed`, { cause });
  }
}

/** The database was written by a newer Goniec: running on would damage what this version does not know. */
export class NewerDatabaseError extends Error {
  constructor(migrations: readonly string[]) {
    super(`the database was migrated by a newer version of Goniec (${migrations.join(', ')}): update the program`);
    this.name = 'NewerDatabaseError';
  }
}
