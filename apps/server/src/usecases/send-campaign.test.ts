import { afterEach, describe, expect, it } from 'vitest';
import { phoneOf, suppress, withdrawConsent } from '../../test/support/firm.ts';
import { createRig, type Rig } from '../../test/support/rig.ts';
import { sumCampaigns } from '../db/campaign-sums.ts';
import { findCampaign } from '../db/campaigns.ts';
import { findTallyDrift } from '../db/doctor.ts';
import { freezeCampaign } from './freeze-campaign.ts';
import { quoteCampaign } from './quote-campaign.ts';
import { resumeCampaign, sendCampaign } from './send-campaign.ts';
import { cancelCampaign, pauseCampaign } from './stop-campaign.ts';

let rig: Rig;
afterEach(() => rig.close());

type Key = Awaited<ReturnType<Rig['draft']>>;

/** How many messages stand where: `handover/delivery` → count. */
async function states(key: Key): Promise<Record<string, number>> {
  const sums = await sumCampaigns(rig.test.db, key.companyId, [key.campaignId]);
  const totals: Record<string, number> = {};
  for (const { handover, delivery, messages } of sums)
    totals[`${handover}/${delivery}`] = (totals[`${handover}/${delivery}`] ?? 0) + messages;
  return totals;
}

const everyoneOnce = () => {
  for (let n = 1; n <= rig.firm.contactIds.length; n++) {
    const taken = rig.emulator.ledger.accepted(phoneOf(n).slice(1));
    expect(taken.length, phoneOf(n)).toBeLessThanOrEqual(1);
  }
};

describe('sending a campaign', () => {
  it('hands over every message once, learns its fate and ends by itself', async () => {
    rig = await createRig({ contacts: 40, batchSize: 15, emulator: { fateOf: () => 'delivered' } });
    const key = await rig.draft();
    expect(await sendCampaign(rig.deps, key)).toEqual({ ok: true, value: undefined });
    expect(await states(key)).toEqual({ 'ready/none': 40 });
    expect(await rig.drain()).toBe(3);
    await rig.emulator.idle();
    expect(await states(key)).toEqual({ 'accepted/delivered': 40 });
    expect(rig.emulator.ledger.totals).toMatchObject({ accepted: 40, received: 40 });
    everyoneOnce();
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'finished' });
    expect(await findTallyDrift(rig.test.db)).toEqual([]);
  });

  it('charges exactly what the gateway billed, and quotes it before', async () => {
    rig = await createRig({ contacts: 10, emulator: { points: 100, fateOf: () => 'delivered' } });
    const key = await rig.draft('ż'.repeat(100));
    const quote = await quoteCampaign(rig.deps, key);
    expect(quote).toMatchObject({
      ok: true,
      value: {
        messages: 10,
        parts: 20,
        points: 20 * 1500,
        obstacles: [],
        withoutPolish: { parts: 1, saves: 10 * 1500 },
      },
    });
    await sendCampaign(rig.deps, key);
    await rig.drain();
    const billed = (await sumCampaigns(rig.test.db, key.companyId, [key.campaignId])).reduce(
      (sum, row) => sum + row.billedPoints,
      0,
    );
    expect(billed).toBe(20 * 1500);
    expect(rig.emulator.account.points).toBe(100 - billed / 10_000);
  });

  it('writes why the gateway refused a number and lets it fail alone', async () => {
    rig = await createRig({
      contacts: 12,
      emulator: { fateOf: (number) => (number.endsWith('005') ? 'invalid' : 'delivered') },
    });
    const key = await rig.draft();
    await sendCampaign(rig.deps, key);
    await rig.drain();
    await rig.emulator.idle();
    expect(await states(key)).toEqual({ 'accepted/delivered': 11, 'refused/none': 1 });
    const refused = await rig.test.db
      .selectFrom('message')
      .select(['phone', 'outcomeCode'])
      .where('outcome', '=', 'refused')
      .execute();
    expect(refused).toEqual([{ phone: phoneOf(5), outcomeCode: expect.stringMatching(/^smsapi_/) }]);
  });

  it('leaves out who withdrew or was suppressed after the freeze, before their batch', async () => {
    rig = await createRig({ contacts: 6, batchSize: 3, emulator: { fateOf: () => 'delivered' } });
    const key = await rig.draft();
    await sendCampaign(rig.deps, key);
    await withdrawConsent(rig.test.db, key.companyId, phoneOf(2));
    await suppress(rig.test.db, key.companyId, phoneOf(5));
    await rig.drain();
    await rig.emulator.idle();
    expect(await states(key)).toEqual({ 'accepted/delivered': 4, 'excluded/none': 2 });
    expect(rig.emulator.ledger.accepted(phoneOf(2).slice(1))).toEqual([]);
    expect(rig.emulator.ledger.accepted(phoneOf(5).slice(1))).toEqual([]);
  });

  it('refuses with everything that stands in the way, and sends nothing', async () => {
    rig = await createRig({ contacts: 3, emulator: { points: 0.1 } });
    await rig.test.db.updateTable('gateway').set({ sender: 'Nieznany' }).execute();
    await rig.test.db.updateTable('subscriptionService').set({ enabled: false }).execute();
    const key = await rig.draft();
    const sent = await sendCampaign(rig.deps, key);
    expect(sent.ok).toBe(false);
    if (sent.ok) return;
    expect(sent.refusal.code).toBe('sending_barred');
    expect(sent.refusal.reasons?.length).toBeGreaterThanOrEqual(3);
    expect(await rig.drain()).toBe(0);
    expect(await findCampaign(rig.test.db, key)).toMatchObject({ state: 'draft' });
  });

  it('sends nothing when the price is not the one that was shown', async () => {
    rig = await createRig({ contacts: 3 });
    const key = await rig.draft();
    const sent = await sendCampaign(rig.deps, { ...key, expect: { messages: 3, points: 1 } });
    expect(sent).toMatchObject({ ok: false, refusal: { code: 'quote_changed' } });
    expect(await states(key)).toEqual({});
  });

  it('refuses a text over the limit of 490 Unicode units but takes it without Polish letters', async () => {
    rig = await createRig({ contacts: 1 });
    const key = await rig.draft('ą'.repeat(491));
    expect(await freezeCampaign(rig.deps, key)).toMatchObject({ ok: false, refusal: { code: 'text_too_long' } });
    await rig.test.db.updateTable('campaign').set({ withoutPolish: true }).execute();
    expect(await freezeCampaign(rig.deps, key)).toMatchObject({ ok: true });
  });
});

describe('a campaign on its way', () => {
  it('stands still while paused, goes on when resumed, and keeps what was cancelled from going out', async () => {
    rig = await createRig({ contacts: 9, batchSize: 3, emulator: { fateOf: () => 'delivered' } });
    const key = await rig.draft();
    await sendCampaign(rig.deps, key);
    await pauseCampaign(rig.deps, key);
    expect(await rig.drain()).toBe(0);
    expect(await resumeCampaign(rig.deps, key)).toMatchObject({ ok: true });
    await cancelCampaign(rig.deps, key);
    expect(await rig.drain()).toBe(0);
    expect(await states(key)).toEqual({ 'cancelled/none': 9 });
  });

  it('stops for lack of points with all untouched rows ready, and goes on after a top-up', async () => {
    rig = await createRig({ contacts: 9, batchSize: 3, emulator: { points: 1000, fateOf: () => 'delivered' } });
    rig.emulator.reports.pause();
    const key = await rig.draft('Test');
    await sendCampaign(rig.deps, key);
    await rig.emulator.account.setPoints(0.5);
    await rig.drain();
    expect(await states(key)).toEqual({ 'accepted/pending': 3, 'ready/none': 6 });
    expect(await findCampaign(rig.test.db, key)).toMatchObject({
      state: 'paused',
      pauseCause: 'funds',
      pauseCode: 'smsapi_103',
    });
    await rig.emulator.account.setPoints(10);
    await resumeCampaign(rig.deps, key);
    await rig.drain();
    rig.emulator.reports.resume();
    await rig.emulator.idle();
    expect(await states(key)).toEqual({ 'accepted/delivered': 9 });
    everyoneOnce();
  });
});
