import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestApi } from '../support/api.ts';
import { phoneOf } from '../support/firm.ts';
import { attemptAll, createDesk, deliverReports, laterBy, makeUncertain, statesOf } from './support.ts';

let desk: TestApi;
beforeEach(async () => {
  desk = await createDesk(3, 2);
});
afterEach(() => desk.close());

const list = (query: object = {}) =>
  desk.api.listUncertain({ params: { companyId: String(desk.rig.firm.companyId) }, query });

describe('the queue of uncertain messages', () => {
  it('shows each with its campaign, its age, why, how often the gateway was asked and until when it will be', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    const { items, totals, nextCursor } = await list();
    expect(items.map(({ phone }) => phone)).toEqual([1, 2, 3].map(phoneOf));
    expect(items[0]).toMatchObject({
      campaignId,
      campaignSubject: 'Próba',
      campaignState: 'sending',
      contractorName: 'Kontrahent 1',
      attempts: 1,
      sentAgain: 0,
      cause: { code: 'gateway_connection_lost' },
      awaits: 'gateway',
      actions: [
        { action: 'treat_as_sent', allowed: true, reason: null },
        { action: 'send_again', allowed: false, reason: { code: 'uncertain_still_settling' } },
      ],
    });
    const { since = '', settlesUntil } = items[0] ?? {};
    expect(Date.parse(String(settlesUntil)) - Date.parse(since)).toBe(20 * 3_600_000);
    expect([totals, nextCursor]).toEqual([{ gateway: 3, person: 0 }, null]);
  });

  it('hands them to a person when the window is over, with the risk of each decision', async () => {
    await makeUncertain(desk.rig, { taken: false });
    laterBy(desk.rig, 21);
    const { items, totals } = await list();
    expect(totals).toEqual({ gateway: 0, person: 3 });
    expect(items[0]?.ageSeconds).toBeGreaterThanOrEqual(21 * 3600);
    expect(items[0]?.actions).toMatchObject([
      { action: 'treat_as_sent', allowed: true, risk: { pl: expect.stringContaining('nie dostanie') } },
      { action: 'send_again', allowed: true, risk: { pl: expect.stringContaining('dwa razy') } },
    ]);
  });

  it('goes over all campaigns, page by page, and can be narrowed', async () => {
    const first = await makeUncertain(desk.rig, { taken: false });
    const second = await makeUncertain(desk.rig, { taken: true });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      expect(page.totals).toEqual({ gateway: 6, person: 0 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect((await list({ campaignId: second.campaignId })).items).toHaveLength(3);
    await desk.api.pauseCampaign({ params: first });
    await desk.api.cancelCampaign({ params: first });
    expect((await list({ awaits: 'person' })).items.map(({ campaignId }) => campaignId)).toEqual(
      [1, 2, 3].map(() => first.campaignId),
    );
    expect((await list({ awaits: 'gateway' })).items.map(({ campaignId }) => campaignId)).toEqual(
      [1, 2, 3].map(() => second.campaignId),
    );
  });

  it('says what bars a number that may not be sent to any more', async () => {
    await makeUncertain(desk.rig, { taken: false });
    await desk.api.addSuppression({
      params: { companyId: String(desk.rig.firm.companyId) },
      body: { phone: phoneOf(2), reason: 'prosi o spokój' },
    });
    laterBy(desk.rig, 21);
    const { items } = await list();
    expect(items.map(({ actions }) => actions[1]?.reason?.code ?? null)).toEqual([null, 'suppressed', null]);
  });
});

describe('where the program must not ask by itself', () => {
  it('the gateway is not asked again, and a person may decide at once', async () => {
    await settleByHand();
    await makeUncertain(desk.rig, { taken: true });
    expect(await attemptAll(desk.rig)).toBe(0);
    expect(desk.rig.emulator.ledger.totals.accepted).toBe(3);
    expect((await list({ awaits: 'person' })).items[0]).toMatchObject({
      awaits: 'person',
      settlesUntil: null,
      actions: [{ allowed: true }, { action: 'send_again', allowed: true }],
    });
  });

  it('a report still settles them', async () => {
    await settleByHand();
    await makeUncertain(desk.rig, { taken: true });
    await deliverReports(desk.rig);
    expect((await list()).items).toEqual([]);
    expect(await statesOf(desk.rig)).toEqual(['accepted/delivered', 'accepted/delivered', 'accepted/delivered']);
  });

  it('the setting is kept, and is on unless told otherwise', async () => {
    const params = { companyId: String(desk.rig.firm.companyId) };
    const { baseUrl, settleAutomatically } = await desk.api.getGateway({ params });
    expect(settleAutomatically).toBe(true);
    const body = { provider: 'smsapi', baseUrl, settleAutomatically: false } as const;
    expect(await desk.api.saveGateway({ params, body })).toMatchObject({ settleAutomatically: false });
  });
});

const settleByHand = () => desk.rig.test.db.updateTable('gateway').set({ settleAutomatically: false }).execute();
