import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReportIntake } from '../../src/usecases/record-reports.ts';
import { createReporting, type Reporting } from './support.ts';

let r: Reporting;
afterEach(() => r.close());

/** Another connection that keeps the table of reports to itself until it is told to let go. */
async function hold(): Promise<{ letGo(): Promise<void> }> {
  const client = new pg.Client(r.test.rig.test.connection);
  await client.connect();
  await client.query('begin');
  await client.query('lock table delivery_report in access exclusive mode');
  return { letGo: () => client.query('commit').then(() => client.end()) };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const waiting = async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    r.db,
  );
  return (rows[0]?.n ?? 0) > 0;
};

/** How many transactions wrote what is kept. */
const transactions = async () => {
  const { rows } = await sql<{ n: number }>`select count(distinct xmin::text) as n from delivery_report`.execute(r.db);
  return rows[0]?.n;
};

describe('OK', () => {
  it('is said only after the commit, to all who waited for it, and they share few commits', async () => {
    r = await createReporting(40);
    const held = await hold();
    const said: string[] = [];
    const { mock } = vi.spyOn(r.test.deps.reports, 'store');
    const { pool } = r.test.rig.test;
    const calls = Array.from({ length: 40 }, async (_, n) => {
      said.push(await r.call(`MsgId=${n}&status=404&idx=${r.idx(n)}`));
    });
    // All have come and know whose they are: nobody is at the database any more but the one who waits for the table.
    const allWait = () => mock.calls.length === 40 && pool.waitingCount === 0 && pool.totalCount - pool.idleCount === 1;
    await until(async () => allWait() && (await waiting()));
    expect(said).toEqual([]);
    await held.letGo();
    await Promise.all(calls);
    expect(said).toEqual(Array.from({ length: 40 }, () => '200 OK'));
    expect(new Set(await r.states())).toEqual(new Set(['accepted/delivered']));
    // The first callback makes the first group; all that came while it waited make the next.
    expect(await transactions()).toBe(2);
  });

  it('is not said when the database goes in the middle: nothing is half stored, and the repetition is', async () => {
    r = await createReporting(3);
    const held = await hold();
    const calls = [0, 1, 2].map((n) => r.call(`MsgId=${n}&status=404&idx=${r.idx(n)}`));
    await until(waiting);
    const killed = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      r.db,
    );
    expect(killed.rows).toHaveLength(1);
    await held.letGo();
    const answers = await Promise.all(calls);
    // Which of the three calls went into the group whose connection was cut is a matter of luck.
    expect(answers.filter((answer) => /^5\d\d /.test(answer)).length).toBeGreaterThan(0);
    expect(answers.filter((answer) => answer === '200 OK')).toHaveLength((await r.kept()).length);
    for (const n of [0, 1, 2]) expect(await r.call(`MsgId=${n}&status=404&idx=${r.idx(n)}`)).toBe('200 OK');
    expect(await r.states()).toEqual(Array.from({ length: 3 }, () => 'accepted/delivered'));
  });

  it('is not said when the commit itself fails', async () => {
    r = await createReporting(1);
    await sql`create function no_commit() returns trigger language plpgsql as $$ begin raise exception 'at the commit'; end $$`.execute(
      r.db,
    );
    await sql`create constraint trigger no_commit after insert on delivery_report deferrable initially deferred for each row execute function no_commit()`.execute(
      r.db,
    );
    expect(await r.call(`MsgId=1&status=404&idx=${r.idx(0)}`)).toMatch(/^500 /);
    expect(await r.kept()).toEqual([]);
    expect(await r.states()).toEqual(['submitting/none']);
    await sql`drop trigger no_commit on delivery_report`.execute(r.db);
    expect(await r.call(`MsgId=1&status=404&idx=${r.idx(0)}`)).toBe('200 OK');
    expect(await r.states()).toEqual(['accepted/delivered']);
  });

  it('is not withheld from the others by one report that the database refuses', async () => {
    r = await createReporting(8);
    await sql`alter table delivery_report add constraint poison check (provider_id <> 'poison')`.execute(r.db);
    const held = await hold();
    const calls = [0, 1, 2, 3, 4, 5, 6, 7].map((n) =>
      r.call(`MsgId=${n === 5 ? 'poison' : n}&status=404&idx=${r.idx(n)}`),
    );
    await until(waiting);
    await held.letGo();
    const answers = await Promise.all(calls);
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual([
      '200',
      '200',
      '200',
      '200',
      '200',
      '500',
      '200',
      '200',
    ]);
    expect((await r.states())[5]).toBe('submitting/none');
    expect(await r.kept()).toHaveLength(7);
  });

  it('is said before the program ends: closing waits for what is being written', async () => {
    r = await createReporting(2);
    const intake = createReportIntake(r.test.rig.deps);
    const secret = `secret-${r.key.companyId}`;
    const query = `MsgId=1&status=404&idx=${r.idx(0)}`;
    const held = await hold();
    const stored = intake.store('smsapi', secret, new URLSearchParams(query), query);
    await until(waiting);
    const events: string[] = [];
    const closed = intake.close().then(() => events.push('closed'));
    void stored.then(() => events.push('stored'));
    await held.letGo();
    await closed;
    await stored;
    expect(events).toContain('stored');
    expect(await r.kept()).toHaveLength(1);
  });
});
