/**
 * How fast delivery reports are taken in, beside what the same database does with bare inserts of the same rows, one commit each and
 * grouped: a ratio survives the change of machine, a number does not. Run by `npm run bench`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { createDb, createPool } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { startPostgres } from '../src/postgres/start-postgres.ts';
import { providers } from '../src/providers/registry.ts';
import { createReportIntake } from '../src/usecases/record-reports.ts';
import { createFirm } from '../test/support/firm.ts';

const REPORTS = 10_000;
/** Callbacks the gateway has open at once. */
const AT_ONCE = 200;

const home = await mkdtemp(join(tmpdir(), 'goniec-bench-'));
const server = await startPostgres(home, {});
const client = new pg.Client(server.connection);
await client.connect();
await migrate(client);
await client.end();
const pool = createPool(server.connection, 20, () => {});
const db = createDb(pool);

/** Runs `one` for 0..n-1, so many at once; returns how many a second. */
async function perSecond(n: number, one: (k: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < n) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return (n * 1000) / (performance.now() - started);
}

try {
  const firm = await createFirm(db, { contacts: 1 });
  const secret = `secret-${firm.companyId}`;
  const intake = createReportIntake({ db, providers });
  const insert = (k: number) =>
    sql`
    insert into delivery_report (company_id, gateway_id, provider_id, status_code, status_name, delivery, source, raw)
    values (${firm.companyId}, ${firm.gatewayId}, ${`bare-${k}`}, 404, 'DELIVERED', 'delivered', 'callback', 'raw')`.execute(
      db,
    );
  const report = (k: number) => {
    const query = `MsgId=told-${k}&status=404&status_name=DELIVERED&points=0.15`;
    return intake.store('smsapi', secret, new URLSearchParams(query), query);
  };
  await perSecond(500, insert);
  await perSecond(500, report);
  const bare = await perSecond(REPORTS, insert);
  const told = await perSecond(REPORTS, report);
  await intake.close();
  const { rows } = await sql<{ commits: number }>`
    select count(distinct xmin::text) as commits from delivery_report where provider_id like 'told-%'`.execute(db);
  console.log(`bare inserts, a commit each   ${Math.round(bare)} / s`);
  console.log(`reports, OK after the commit  ${Math.round(told)} / s (${(told / bare).toFixed(1)} x)`);
  console.log(`reports in one commit         ${Math.round((REPORTS + 500) / (rows[0]?.commits ?? 1))} on average`);
} finally {
  await db.destroy();
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
