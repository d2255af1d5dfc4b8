import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createFirm, suppress, withdrawConsent, type Firm } from '../../test/support/firm.ts';
import { createDb, createPool } from './database.ts';
import { createOrderedLists, directoryRevision, forgetDirectoryChanges, type ListSource } from './ordered-lists.ts';

let test: TestDatabase;
let firm: Firm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await createFirm(test.db, { contacts: 10 });
});
afterAll(() => test.drop());

const upTo = (n: number, revision = '1'): ListSource => ({
  key: ['numbers', n],
  revision,
  ids: sql`select n from generate_series(${n}::bigint, 1, -1) n`,
});

describe('a list in order', () => {
  it('is entered anywhere and ends where it ends', async () => {
    const list = await createOrderedLists(test.db).open(upTo(10));
    expect(list.total).toBe(10);
    expect(list.slice(0, 3)).toEqual([10, 9, 8]);
    expect(list.slice(8, 5)).toEqual([2, 1]);
    expect(list.slice(10, 5)).toEqual([]);
    expect(list.slice(99, 5)).toEqual([]);
  });

  it('may be empty', async () => {
    expect((await createOrderedLists(test.db).open(upTo(0))).total).toBe(0);
  });

  it('is read again when its revision is another, and only then', async () => {
    const lists = createOrderedLists(test.db);
    const [first, same] = await Promise.all([lists.open(upTo(5)), lists.open(upTo(5))]);
    expect(same).toBe(first);
    expect(await lists.open(upTo(5, '2'))).not.toBe(first);
  });

  it('forgets those used longest ago when memory is short', async () => {
    const lists = createOrderedLists(test.db, 100 * 8);
    const old = await lists.open(upTo(60));
    const used = await lists.open(upTo(40));
    expect(await lists.open(upTo(60))).toBe(old);
    await lists.open(upTo(50));
    expect(await lists.open(upTo(40))).not.toBe(used);
  });

  it('keeps even one that is too large while nobody wants another', async () => {
    const lists = createOrderedLists(test.db, 8);
    const large = await lists.open(upTo(1_000));
    expect(await lists.open(upTo(1_000))).toBe(large);
  });

  it('does not remember a failure', async () => {
    const lists = createOrderedLists(test.db);
    const broken: ListSource = { key: ['broken'], revision: '1', ids: sql`select 1 / 0` };
    await expect(lists.open(broken)).rejects.toThrow(/division by zero/u);
    expect((await lists.open({ ...broken, ids: sql`select 7` })).slice(0, 9)).toEqual([7]);
  });
});

describe('the revision of a directory', () => {
  let before: string;
  beforeEach(async () => {
    before = await directoryRevision(test.db, firm.companyId);
  });
  const now = () => directoryRevision(test.db, firm.companyId);
  const someone = () => firm.contactIds[0] ?? 0;

  it.each<[string, () => Promise<unknown>]>([
    ['a new contractor', () => createContractor('Nowy')],
    [
      'a changed contractor',
      () => sql`update contractor set city = 'Ełk' where company_id = ${firm.companyId}`.execute(test.db),
    ],
    ['a deleted contractor', () => sql`delete from contractor where name = 'Nowy'`.execute(test.db)],
    ['a changed number', () => sql`update contact set phone = '+48600000000' where id = ${someone()}`.execute(test.db)],
    ['a consent withdrawn', () => withdrawConsent(test.db, firm.companyId, '+48501000002')],
    ['a suppressed number', () => suppress(test.db, firm.companyId, '+48501000003')],
    [
      'a number allowed again',
      () => sql`delete from suppression where company_id = ${firm.companyId}`.execute(test.db),
    ],
  ])('changes with %s', async (_what, change) => {
    await change();
    expect(await now()).not.toBe(before);
  });

  it('is of one company alone', async () => {
    const other = await createFirm(test.db, { contacts: 1 });
    await withdrawConsent(test.db, other.companyId, '+48501000001');
    expect(await now()).toBe(before);
  });

  it('changes with a change that began before another one and was committed after it', async () => {
    const pool = createPool(test.connection, 1, () => {});
    const slow = createDb(pool);
    await slow.connection().execute(async (session) => {
      await sql`begin`.execute(session);
      await sql`update contractor set city = 'Hel' where company_id = ${firm.companyId}`.execute(session);
      await withdrawConsent(test.db, firm.companyId, '+48501000004');
      before = await now();
      await sql`commit`.execute(session);
    });
    expect(await now()).not.toBe(before);
    await slow.destroy();
  });

  it('never comes back when old changes are forgotten', async () => {
    await sql`update directory_change set at = now() - interval '2 days'`.execute(test.db);
    await forgetDirectoryChanges(test.db);
    const { rows } = await sql<{ left: number }>`
      select count(*) as left from directory_change where company_id = ${firm.companyId}`.execute(test.db);
    expect(rows[0]?.left).toBe(1);
    const after = await now();
    await withdrawConsent(test.db, firm.companyId, '+48501000005');
    expect(new Set([before, after, await now()]).size).toBe(3);
  });

  const createContractor = (name: string) =>
    sql`insert into contractor (company_id, name, name_key, search) values (${firm.companyId}, ${name}, ${name}, ${name})`.execute(
      test.db,
    );
});
