import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@goniec/contract';
import pg from 'pg';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterEach, beforeEach, describe, expect, it, inject } from 'vitest';
import {
  administer,
  everything,
  NOWHERE,
  received,
  sendToAll,
  setUpCompany,
  until,
  urlOf,
} from '../restore/support.ts';
import { holdTable } from '../support/hold-table.ts';
import { spawnProgram, type Program } from '../support/program.ts';

const CONTACTS = 3;

let folder: string;
let database: string;
let emulator: Emulator;
let server: Program;
let api: Client;
let db: pg.Client;
let companyId: string;
let campaignId: string;

/** `serve` as a customer runs it, found by the file it leaves for the CLI. */
async function start(): Promise<void> {
  const home = join(folder, 'home');
  const access = join(home, 'cli-access.json');
  await rm(access, { force: true });
  server = spawnProgram('serve', {
    GONIEC_HOME: home,
    DATABASE_URL: urlOf(database),
    GONIEC_PORT: '0',
    GONIEC_MACHINE_FACTOR: 'none',
    GONIEC_PUBLIC_URL: NOWHERE,
  });
  await until('the server serves', () => server.count('serve.started') > 0);
  const { url, key } = JSON.parse(await readFile(access, 'utf8'));
  api = createClient(url, { authorization: `Bearer ${key}` });
}

/** kill -9, and a new start. */
async function crash(): Promise<void> {
  await server.kill();
  await start();
}

/** One campaign whose only attempt was cut off, not taken, and that nobody but a person may settle. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goniec zażółć '));
  database = `uncertain_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${database}`);
  emulator = await startEmulator({ token: 'first-token', fateOf: () => 'delivered' });
  await start();
  db = new pg.Client({ ...inject('postgres'), database });
  await db.connect();
  companyId = await setUpCompany(api, emulator, { contacts: CONTACTS });
  await db.query('update gateway set settle_automatically = false, batch_size = 100');
  emulator.faults.add({ reply: { kind: 'cut' }, accepted: false });
  campaignId = await sendToAll(api, companyId, 'Raz');
  await until('it is uncertain', async () => (await states()).every((state) => state === 'uncertain'));
  emulator.faults.clear();
});
afterEach(async () => {
  await server.kill();
  await db.end();
  await emulator.close();
  await administer(`drop database ${database} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

const states = async (): Promise<string[]> => {
  const { rows } = await db.query('select handover from message_log order by id');
  return rows.map((row) => row.handover);
};
const countOf = async (table: string): Promise<number> => {
  const { rows } = await db.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
};
const sendAgain = () =>
  api.decideUncertain({
    params: { companyId },
    body: { decision: 'send_again', campaignId, confirm: 'may_be_sent_twice' },
  });
const outOnce = async () => {
  await until('all is handed over', async () => (await states()).every((state) => state === 'accepted'));
  expect(received(emulator, CONTACTS, 'Raz')).toEqual(everything(CONTACTS));
};

describe('a server that is killed around a decision to send again', () => {
  it('in the middle of it: nothing of it is left, nothing goes out, and it can be made again', async () => {
    // The decision stands still where everything is written and nothing committed.
    const letGo = await holdTable({ ...inject('postgres'), database }, 'audit_event');
    const given = sendAgain().then(
      () => 'answered',
      () => 'cut off',
    );
    await until('the decision waits for its audit events', async () => {
      const { rows } = await db.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%audit_event%'",
      );
      return rows.length > 0;
    });
    await server.kill();
    await letGo();
    expect(await given).toBe('cut off');
    await start();
    expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    const decisions = await countOf("audit_event where action like 'message.%'");
    expect([decisions, await countOf('message_resend'), await countOf('batch')]).toEqual([0, 0, 1]);
    await sendAgain();
    await outOnce();
  });

  it('after it and before anything is sent: it goes out once', async () => {
    await api.pauseCampaign({ params: { companyId, campaignId } });
    expect(await sendAgain()).toMatchObject({ decided: CONTACTS });
    await crash();
    expect(await states()).toEqual(['ready', 'ready', 'ready']);
    await api.resumeCampaign({ params: { companyId, campaignId } });
    await outOnce();
  });

  it('between the claim and the call: it is uncertain once more, and the next decision sends it once', async () => {
    await api.pauseCampaign({ params: { companyId, campaignId } });
    await sendAgain();
    const letGo = await holdTable({ ...inject('postgres'), database }, 'subscription_service');
    await db.query("update campaign set state = 'sending', pause_cause = null");
    await until('it is claimed', async () => (await states()).every((state) => state === 'submitting'));
    await server.kill();
    await letGo();
    await db.query('update batch set lease_until = now()');
    await start();
    await until('its lease is over', async () => (await states()).every((state) => state === 'uncertain'));
    await sendAgain();
    await outOnce();
    const { rows } = await db.query('select generation from message order by id');
    expect(rows.map(({ generation }) => generation)).toEqual([2, 2, 2]);
  });
});
