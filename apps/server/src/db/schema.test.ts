import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

/** The catalogue as text: what a reviewer wants to see of a migration. */
async function describeSchema(): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select c.relname, 1 as part, a.attnum::int as nr, format('%s.%s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end) as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
      union all
      select c.relname, 2, 0, format('%s: %s', c.relname, pg_get_constraintdef(k.oid)) from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype <> 'n'
      union all
      select tablename, 3, 0, indexdef from pg_indexes where schemaname = 'public'
    ) described order by relname, part, nr, line`.execute(test.db);
  return `${rows.map(({ line }) => line).join('\n')}\n`;
}

describe('the schema', () => {
  it('is what schema.sql shows a reviewer', async () => {
    await expect(await describeSchema()).toMatchFileSnapshot('schema.sql');
  });

  it('carries the company in every table but those of the installation itself', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id') order by 1`.execute(
      test.db,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'api_key',
      'app_user',
      'company',
      'idempotency_key',
      'instance',
      'migration',
      'release_line',
      'session',
      'sign_in_link',
    ]);
  });
});
