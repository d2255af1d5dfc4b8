/**
 * Entering a list of a million rows anywhere: pages of lists that are kept in their order (db/ordered-lists.ts) beside the same pages
 * by OFFSET, on the same rows in the same run. Run by `npm run bench`; ROWS=100000 for a smaller list.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { freezeAudience, listAudienceAt } from '../src/db/audience.ts';
import { insertCampaign } from '../src/db/campaigns.ts';
import { listContractorsAt } from '../src/db/contractors.ts';
import { createDb, createPool } from '../src/db/database.ts';
import { insertMessageText, listMessagesAt } from '../src/db/messages.ts';
import { migrate } from '../src/db/migrate.ts';
import { createOrderedLists, type OrderedLists } from '../src/db/ordered-lists.ts';
import { startPostgres } from '../src/postgres/start-postgres.ts';
import { createFirm } from '../test/support/firm.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const PAGE = 100;
const TIMES = 5;

const home = await mkdtemp(join(tmpdir(), 'goniec-bench-'));
const server = await startPostgres(home, {});
const client = new pg.Client(server.connection);
await client.connect();
await migrate(client);
await client.end();
const db = createDb(createPool(server.connection, 4, () => {}));

/** The median time of a piece of work, in milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < TIMES; nth++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`.padStart(8);

type PageAt = (lists: OrderedLists, offset: number) => Promise<{ readonly rows: readonly unknown[] }>;

/** One line: the first look at the list, then its middle and end, beside OFFSET to the same rows. */
async function compare(what: string, pageAt: PageAt, byOffset: (offset: number) => RawBuilder<unknown>): Promise<void> {
  const built = await median(() => pageAt(createOrderedLists(db), 0));
  const lists = createOrderedLists(db);
  const cells: string[] = [];
  for (const offset of [ROWS / 2, ROWS - 2 * PAGE]) {
    if ((await pageAt(lists, offset)).rows.length !== PAGE) throw new Error(`${what}: no page at ${offset}`);
    const kept = await median(() => pageAt(lists, offset));
    const walked = await median(() => byOffset(offset).execute(db));
    cells.push(`${ms(kept)} (OFFSET ${ms(walked)}, ${(walked / kept).toFixed(0)} x)`);
  }
  console.log(`${what.padEnd(34)}${ms(built)}   ${cells.join('   ')}`);
}

try {
  console.log(`${ROWS} rows, pages of ${PAGE}, medians of ${TIMES}; preparing…`);
  const firm = await createFirm(db, { contacts: ROWS });
  const { companyId, gatewayId } = firm;
  await sql`
    update contractor set city = cities.name, city_key = cities.key
    from (values (0, 'Łódź', 'l~o~dz~'), (1, 'Kraków', 'krako~w'), (2, 'Żywiec', 'z~~ywiec'), (3, 'Ełk', 'el~k'), (4, null, null)) as cities(nr, name, key)
    where cities.nr = contractor.id % 5`.execute(db);
  await sql`
    update contact set name = (array['Anna', 'Łukasz', 'Żaneta', 'Jan', 'Ewa'])[1 + id % 5] || ' ' || (array['Bąk', 'Łęcka', 'Nowak'])[1 + id % 3] || ' ' || id`.execute(
    db,
  );
  const draft = { companyId, subject: 'Bench', body: 'Test', withoutPolish: false, createdBy: 'bench' };
  const key = { companyId, campaignId: (await insertCampaign(db, draft)).id };
  await sql`
    insert into recipient (company_id, campaign_id, contact_id) select company_id, ${key.campaignId}, id from contact where company_id = ${companyId}`.execute(
    db,
  );
  const textId = await insertMessageText(db, { ...key, body: 'Test', encoding: 'gsm7', units: 4, parts: 1 });
  const plan = { gatewayId, textId, batchSize: 100, parts: 1, points: 1500 };
  await db.transaction().execute((tx) => freezeAudience(tx, key, plan));
  await sql`vacuum analyze`.execute(db);

  const contractorsBy =
    (by: 'name' | 'city', filter: { consent?: 'active'; q?: string } = {}): PageAt =>
    (lists, offset) =>
      listContractorsAt(db, lists, { companyId, filter, limit: PAGE, offset, order: { by, direction: 'asc' } });
  const contractors = (order: RawBuilder<unknown>, offset: number, condition = sql`true`) => sql`
    with page as materialized (
      select o.id from contractor o where o.company_id = ${companyId} and ${condition} order by ${order} limit ${PAGE} offset ${offset})
    select o.* from page join contractor o using (id)`;
  const withConsent = sql`exists (
    select from contact c join consent k on k.company_id = c.company_id and k.phone = c.phone and k.channel = 'sms' and k.purpose = 'marketing'
    where c.contractor_id = o.id and k.active)`;
  const byName = sql`o.name_key, o.id`;
  const named = (q: string) => {
    const words = q.split(' ').map((word) => `%${word}%`);
    return sql.join(
      words.map(
        (like) => sql`
        (o.search like ${like} or exists (select from contact c where c.contractor_id = o.id and (c.search like ${like} or c.phone like ${like})))`,
      ),
      sql` and `,
    );
  };

  console.log(`${''.padEnd(34)}   first    in the middle${' '.repeat(18)}at the end`);
  await compare('contractors by name', contractorsBy('name'), (offset) => contractors(byName, offset));
  await compare('contractors by city', contractorsBy('city'), (offset) =>
    contractors(sql`o.city_key nulls last, o.id`, offset),
  );
  await compare('contractors with consent', contractorsBy('name', { consent: 'active' }), (offset) =>
    contractors(byName, offset, withConsent),
  );
  for (const q of ['anna nowak', String(ROWS - 1), 'an']) {
    const found = await median(() => contractorsBy('name', { q })(createOrderedLists(db), 0));
    const walked = await median(() =>
      sql`
      select o.id from contractor o where o.company_id = ${companyId} and ${named(q)} order by ${byName}`.execute(db),
    );
    console.log(`${`found by “${q}”`.padEnd(34)}${ms(found)}   (contractor by contractor ${ms(walked)})`);
  }
  await compare(
    'recipients by contractor',
    (lists, offset) => listAudienceAt(db, lists, { ...key, filter: {}, offset, limit: PAGE }),
    (offset) => sql`
      select o.name, c.* from recipient r join contact c on c.id = r.contact_id join contractor o on o.id = c.contractor_id
      where r.campaign_id = ${key.campaignId} order by o.name_key, o.id, c.id limit ${PAGE} offset ${offset}`,
  );
  await compare(
    'log of a campaign',
    (lists, offset) => listMessagesAt(db, lists, { ...key, filter: { handover: 'ready' }, offset, limit: PAGE }),
    (offset) => sql`
      select m.*, o.name, c.name from message_log m left join contractor o on o.id = m.contractor_id left join contact c on c.id = m.contact_id
      where m.campaign_id = ${key.campaignId} and m.handover = 'ready' order by m.id limit ${PAGE} offset ${offset}`,
  );
} finally {
  await db.destroy();
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
