import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from 'smsapi-emulator';
import type { Rig } from '../support/rig.ts';
import { until } from '../support/watch.ts';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { MOST_DEFERRALS } from '../../src/domain/split.ts';
import { createCampaign } from '../../src/usecases/create-campaign.ts';
import type { CampaignInput } from '../../src/usecases/command-campaign.ts';
import { pickRecipients } from '../../src/usecases/pick-recipients.ts';
import { sendCampaign } from '../../src/usecases/send-campaign.ts';
import { createFaultRig, type FaultRig } from './fault-rig.ts';

const NUMBERS = 4;
const MINUTE = 60_000;

let fault: FaultRig;
afterEach(() => fault.close());

/** The gateway takes one message a minute to each number; its clock is ours. */
async function limited(options: { readonly named: boolean }): Promise<void> {
  fault = await createFaultRig({
    contacts: NUMBERS,
    batchSize: NUMBERS,
    emulator: {
      clock: createManualClock(Date.now()),
      switches: { attemptsPerMinute: 1, invalidNumbersOnSuccess: options.named },
    },
  });
  fault.rig.emulator.reports.pause();
}

/** A campaign to these contacts, sent and handed over: their minute is used up. */
async function use(rig: Rig, contacts: readonly number[]): Promise<void> {
  const { companyId, contactIds } = rig.firm;
  const { actor, deps } = rig;
  const { id } = await createCampaign(deps, {
    companyId,
    actor,
    subject: 'Przedtem',
    body: 'Przedtem',
    withoutPolish: false,
  });
  const key = { companyId, campaignId: id, actor };
  const picked = { contactIds: contacts.map((n) => contactIds[n - 1] ?? 0) };
  await pickRecipients(deps, { ...key, picked, eligibleOnly: false });
  await sendCampaign(deps, key);
  await fault.attempt();
}

const waits = async (key: CampaignInput) => {
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from b.not_before - now())::float8 as seconds from batch b
    where b.campaign_id = ${key.campaignId} and b.state = 'ready' order by b.id`.execute(fault.rig.test.db);
  return rows.map(({ seconds }) => seconds);
};
const reasons = async (key: CampaignInput) =>
  (
    await fault.rig.test.db
      .selectFrom('messageLog')
      .select(['handover', 'handoverCode'])
      .where('campaignId', '=', key.campaignId)
      .orderBy('id')
      .execute()
  ).map(({ handover, handoverCode }) => `${handover} ${handoverCode ?? ''}`.trim());

describe('error 52, too many attempts to one number', () => {
  it('about one number of many: the others go out, and it is asked for again alone, a minute later', async () => {
    await limited({ named: true });
    await use(fault.rig, [2]);
    const key = await fault.launch();
    expect(await fault.attempt()).toMatchObject({ kind: 'answered' });
    expect(await reasons(key)).toEqual(['accepted', 'ready smsapi_52', 'accepted', 'accepted']);
    expect(await fault.batches(key)).toMatchObject([
      { state: 'recorded', size: 0 },
      { state: 'ready', size: 1, deferrals: 1 },
    ]);
    const [seconds] = await waits(key);
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(75);
    expect(await fault.rig.drain()).toBe(0);

    await fault.rig.emulator.advance(MINUTE);
    await fault.handOver();
    expect(fault.proxy.passed.at(-1)).toMatchObject({ recipients: 1 });
    expect(await reasons(key)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([1, 2, 1, 1]);
    expect(await findTallyDrift(fault.rig.test.db)).toEqual([]);
  });

  it('without a word (the number is only missing): asked alone at once, the gateway says why', async () => {
    await limited({ named: false });
    await use(fault.rig, [2]);
    const key = await fault.launch();
    await fault.attempt();
    expect(await reasons(key)).toEqual(['accepted', 'ready smsapi_omitted_by_gateway', 'accepted', 'accepted']);
    await fault.attempt();
    expect(await reasons(key)).toEqual(['accepted', 'ready smsapi_52', 'accepted', 'accepted']);
    expect((await waits(key))[0]).toBeGreaterThan(50);
    await fault.rig.emulator.advance(MINUTE);
    await fault.handOver();
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([1, 2, 1, 1]);
  });

  it('about the whole request: halves wait, and nobody is refused for it', async () => {
    await limited({ named: true });
    await use(fault.rig, [1, 2, 3, 4]);
    const key = await fault.launch();
    await fault.attempt();
    expect(await fault.batches(key)).toMatchObject([
      { state: 'recorded', size: 0 },
      { state: 'ready', cause: 'smsapi_52', size: 2 },
      { state: 'ready', cause: 'smsapi_52', size: 2 },
    ]);
    for (const seconds of await waits(key)) expect(seconds).toBeGreaterThan(50);
    await fault.rig.emulator.advance(MINUTE);
    await fault.handOver();
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([2, 2, 2, 2]);
  });

  it(`for ever: after ${MOST_DEFERRALS} tries that number is refused with the reason, and the campaign ends`, async () => {
    await limited({ named: true });
    await use(fault.rig, [2]);
    const key = await fault.launch();
    await fault.attempt();
    for (let tries = 1; tries < MOST_DEFERRALS; tries++) {
      expect((await fault.batches(key)).at(-1)).toMatchObject({ state: 'ready', deferrals: tries });
      await fault.attempt();
    }
    expect(await reasons(key)).toEqual(['accepted', 'refused smsapi_52', 'accepted', 'accepted']);
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([1, 1, 1, 1]);
    await fault.handOver();
    fault.rig.emulator.reports.resume();
    await fault.rig.emulator.advance(10 * MINUTE);
    await until(async () => (await fault.campaign(key)).state === 'finished');
  });

  it('while uncertain: nobody knows whether it was taken before, so it stays uncertain and error 53 settles it', async () => {
    await limited({ named: true });
    const key = await fault.launch();
    fault.proxy.strike({ kind: 'silence', forwarded: true }, '/sms.do');
    await fault.impatient();
    expect(await fault.attempt()).toMatchObject({ kind: 'uncertain' });
    await fault.patient();
    fault.proxy.strike(null);
    await fault.attempt();
    expect(await fault.handovers(key)).toEqual(['uncertain 4']);
    await fault.rig.emulator.advance(MINUTE);
    await fault.handOver();
    expect([1, 2, 3, 4].map((n) => fault.taken(n))).toEqual([1, 1, 1, 1]);
    expect(await fault.handovers(key)).toEqual(['accepted 4']);
  });
});

describe('a number that is missing from the answer', () => {
  it('though it was taken is asked for alone, and error 53 shows it: nothing is lost and nothing goes out twice', async () => {
    fault = await createFaultRig({ contacts: 3, batchSize: 3 });
    fault.rig.emulator.reports.pause();
    fault.rig.emulator.faults.add({ reply: { kind: 'omit' }, accepted: true, next: 1 });
    const key = await fault.launch();
    await fault.attempt();
    expect((await fault.handovers(key)).toSorted()).toEqual(['accepted 2', 'ready 1']);
    await fault.finish();
    expect([1, 2, 3].map((n) => fault.taken(n))).toEqual([1, 1, 1]);
    expect(await fault.handovers(key)).toEqual(['accepted 3']);
  });

  it('because it is wrong is refused with the gateway’s own reason', async () => {
    fault = await createFaultRig({
      contacts: 3,
      batchSize: 3,
      emulator: { fateOf: (number) => (number.endsWith('2') ? 'blacklisted' : 'delivered') },
    });
    const key = await fault.launch();
    await fault.finish();
    expect(await reasons(key)).toEqual(['accepted', 'refused smsapi_57', 'accepted']);
  });
});
