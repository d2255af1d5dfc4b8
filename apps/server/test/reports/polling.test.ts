import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { checkDelivery, checkPendingDelivery, closeUnreportedMessages } from '../../src/usecases/await-delivery.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createRig, type Rig } from '../support/rig.ts';

let rig: Rig;
afterEach(() => rig.close());

const HOUR_MS = 3_600_000;
let start: number;
const at = (hours: number) => rig.setNow(new Date(start + hours * HOUR_MS));

/** A campaign that was handed over and of which no report comes. */
async function silent(contacts: number, speed = 100) {
  rig = await createRig({ contacts, batchSize: 1_000, emulator: { fateOf: () => 'delivered', speed } });
  const key = await rig.draft('Test');
  expect(await sendCampaign(rig.deps, key)).toMatchObject({ ok: true });
  rig.emulator.reports.pause();
  await rig.drain();
  start = Date.now();
  return key;
}

/** Requests that asked for states, and how many ids each named. */
const questions = () =>
  rig.emulator.requests
    .all()
    .flatMap(({ fields }) => (typeof fields['status'] === 'string' ? [fields['status'].split(/[|,]/).length] : []));

const deliveries = async () => {
  const { rows } = await sql<{ line: string }>`
    select delivery || ' ' || count(*) as line from message group by delivery order by 1`.execute(rig.test.db);
  return rows.map(({ line }) => line);
};

describe('the schedule', () => {
  it('leaves reports ten minutes to come, then asks by id, a hundred at once, and the campaign ends', async () => {
    await silent(250);
    await rig.emulator.advance(600_000);
    at(0.1);
    await checkPendingDelivery(rig.deps);
    expect(questions()).toEqual([]);
    at(0.2);
    await checkPendingDelivery(rig.deps);
    expect(questions()).toEqual([100, 100, 50]);
    expect(await deliveries()).toEqual(['delivered 250']);
    expect(await rig.test.db.selectFrom('campaign').select('state').execute()).toEqual([{ state: 'finished' }]);
    const kept = await rig.test.db.selectFrom('deliveryReport').select('source').distinct().execute();
    expect(kept).toEqual([{ source: 'query' }]);
  });

  it('asks twenty times at a turn and goes on where it stopped', async () => {
    await silent(2_150);
    await rig.emulator.advance(600_000);
    at(0.2);
    await checkPendingDelivery(rig.deps);
    expect(questions()).toHaveLength(20);
    expect(await deliveries()).toEqual(['delivered 2000', 'pending 150']);
    await checkPendingDelivery(rig.deps);
    expect(questions().slice(20)).toEqual([100, 50]);
    expect(await deliveries()).toEqual(['delivered 2150']);
  });

  it('asks about what stays on its way more and more seldom', async () => {
    await silent(1, 0.000_1);
    let turns = 0;
    for (let hours = 0.2; hours < 24; hours += 1 / 12) {
      at(hours);
      await checkPendingDelivery(rig.deps);
      turns += 1;
    }
    expect(turns).toBeGreaterThan(280);
    expect(questions().length).toBeGreaterThanOrEqual(6);
    expect(questions().length).toBeLessThanOrEqual(20);
  });

  it('does not press a gateway that cannot be asked', async () => {
    await silent(3);
    rig.emulator.faults.add({ reply: { kind: 'error', code: 8 }, accepted: false });
    const before = rig.emulator.requests.total;
    at(0.2);
    for (let turn = 0; turn < 10; turn++) await checkPendingDelivery(rig.deps);
    expect(rig.emulator.requests.total - before).toBe(1);
    expect(await deliveries()).toEqual(['pending 3']);
  });

  it('does not ask while the gateway has asked to be left alone', async () => {
    await silent(3);
    await sql`update gateway set next_request_at = now() + interval '1 hour'`.execute(rig.test.db);
    at(0.2);
    await checkPendingDelivery(rig.deps);
    expect(questions()).toEqual([]);
  });

  it('takes its turns at the gateway from the clock of sending', async () => {
    await silent(250);
    const turn = () =>
      sql<{ at: Date }>`select next_request_at as at from gateway`
        .execute(rig.test.db)
        .then(({ rows }) => rows[0]?.at ?? new Date(0));
    await sql`update gateway set next_request_at = now(), requests_per_second = 10`.execute(rig.test.db);
    const before = await turn();
    at(0.2);
    await checkPendingDelivery(rig.deps);
    expect((await turn()).getTime() - before.getTime()).toBeGreaterThanOrEqual(300);
  });
});

describe('Sprawdź doręczenie', () => {
  it('asks at once, and of a very long campaign about the first five thousand', async () => {
    const key = await silent(5_100);
    await rig.emulator.advance(600_000);
    expect(await checkDelivery(rig.deps, key)).toMatchObject({ ok: true, value: { asked: 5_000, changed: 5_000 } });
    at(0.2);
    await checkPendingDelivery(rig.deps);
    expect(await deliveries()).toEqual(['delivered 5100']);
  });
});

describe('a message nobody reports on', () => {
  it('is given up after 72 h and not before, and its campaign ends', async () => {
    await silent(2);
    at(71.9);
    await closeUnreportedMessages(rig.deps);
    expect(await deliveries()).toEqual(['pending 2']);
    at(72.1);
    await closeUnreportedMessages(rig.deps);
    await closeUnreportedMessages(rig.deps);
    expect(await deliveries()).toEqual(['no_report 2']);
    expect(await rig.test.db.selectFrom('campaign').select('state').execute()).toEqual([{ state: 'finished' }]);
  });
});
