import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTallyDrift } from '../../src/db/doctor.ts';
import { idxOf } from '../../src/domain/message-idx.ts';
import { checkDelivery, closeUnreportedMessages } from '../../src/usecases/await-delivery.ts';
import { recordReports } from '../../src/usecases/record-reports.ts';
import type { TestApi } from '../support/api.ts';
import { phoneOf, withdrawConsent } from '../support/firm.ts';
import { attemptAll, createDesk, deliverReports, HOUR, laterBy, makeUncertain, statesOf, takenBy } from './support.ts';

let desk: TestApi;
let params: { readonly companyId: string };
beforeEach(async () => {
  desk = await createDesk(3);
  params = { companyId: String(desk.rig.firm.companyId) };
});
afterEach(async () => {
  expect(await findTallyDrift(desk.rig.test.db)).toEqual([]);
  await desk.close();
});

type Body = Parameters<TestApi['api']['decideUncertain']>[0]['body'];
const decide = (body: Body) => desk.api.decideUncertain({ params, body });
const sendAgain = (body: Omit<Body, 'decision'>) =>
  decide({ decision: 'send_again', confirm: 'may_be_sent_twice', ...body });
const refusedWith = (code: string, more: object = {}) => ({ problem: { code, ...more } });

async function idsOf(): Promise<string[]> {
  const { items } = await desk.api.listUncertain({ params, query: {} });
  return items.map(({ id }) => id);
}

const events = async (like: string) => {
  const { rows } = await sql<{ actor: string; action: string; subject: string; data: Record<string, unknown> }>`
    select actor, action, subject, data from audit_event where action like ${like} order by id`.execute(
    desk.rig.test.db,
  );
  return rows;
};

/** A report on one copy of a message, as the gateway would send it at last. */
const report = async (id: string | undefined, generation: number) => {
  const { companyId, gatewayId } = desk.rig.firm;
  const idx = idxOf(0, Number(id), generation);
  const origin = { companyId, gatewayId, source: 'callback', raw: null } as const;
  const told = {
    providerId: `late-${generation}`,
    statusCode: 404,
    statusName: 'DELIVERED',
    doneAt: null,
    points: 1500,
  };
  await recordReports(desk.rig.deps, [{ report: { ...told, idx, delivery: 'delivered' }, origin }]);
};

describe('send again', () => {
  it('is refused without the word that names the risk', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    laterBy(desk.rig, 21);
    for (const confirm of [undefined, '', 'yes'])
      await expect(
        decide({ decision: 'send_again', campaignId, ...(confirm === undefined ? {} : { confirm }) }),
      ).rejects.toMatchObject(
        refusedWith('risk_not_confirmed', {
          status: 422,
          detail: expect.stringContaining('może przyjść do odbiorcy dwa razy'),
        }),
      );
    expect(await statesOf(desk.rig)).toEqual(['uncertain/none', 'uncertain/none', 'uncertain/none']);
  });

  it('is barred while the gateway may still answer', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    await expect(sendAgain({ campaignId })).rejects.toMatchObject(
      refusedWith('nothing_decided', { status: 409, reasons: [{ code: 'uncertain_still_settling' }] }),
    );
    expect(await events('message.%')).toEqual([]);
  });

  it('goes out once under a new idx where the first had not been taken, and the campaign ends by itself', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: false });
    laterBy(rig, 21);
    const [first] = await idsOf();
    expect(await sendAgain({ campaignId })).toEqual({ decided: 3, barred: [], totals: { gateway: 0, person: 0 } });
    expect(await statesOf(rig)).toEqual(['ready/none', 'ready/none', 'ready/none']);
    expect(await attemptAll(rig)).toBe(1);
    await deliverReports(rig);
    expect([1, 2, 3].map((n) => takenBy(rig, n))).toEqual([1, 1, 1]);
    expect(rig.emulator.ledger.accepted(phoneOf(1).slice(1))[0]?.idx).toBe(idxOf(0, Number(first), 1));
    expect(await desk.api.getCampaign({ params: { ...params, campaignId } })).toMatchObject({
      state: 'finished',
      sums: { messages: 3, delivery: { delivered: 3 } },
    });
  });

  it('leaves an audit event for each message: who, what it was, what it became, and the risk', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    laterBy(desk.rig, 21);
    const ids = await idsOf();
    await sendAgain({ campaignId });
    const audit = await events('message.%');
    expect(audit.map(({ subject }) => subject)).toEqual(ids.map((id) => `message:${id}`));
    expect(audit[0]).toMatchObject({
      actor: expect.stringMatching(/^key:goniec_/),
      action: 'message.send_again',
      data: {
        campaignId: Number(campaignId),
        before: { handover: 'uncertain', generation: 0, attempts: 1, cause: 'gateway_connection_lost' },
        after: { handover: 'ready', generation: 1 },
        risk: { pl: expect.stringContaining('dwa razy') },
      },
    });
    expect(JSON.stringify(audit)).not.toContain(phoneOf(1));
  });

  it('sends twice where the first had been taken, which is the named risk; both reports find the message, and it is told', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: true });
    laterBy(rig, 21);
    await sendAgain({ campaignId });
    await attemptAll(rig);
    await deliverReports(rig);
    expect([1, 2, 3].map((n) => takenBy(rig, n))).toEqual([2, 2, 2]);
    expect(await statesOf(rig)).toEqual(['accepted/delivered', 'accepted/delivered', 'accepted/delivered']);
    const { rows } = await sql<{ unmatched: number }>`
      select count(*) as unmatched from delivery_report where message_id is null`.execute(rig.test.db);
    expect(rows).toEqual([{ unmatched: 0 }]);
    expect(await events('message.earlier_copy_taken')).toHaveLength(3);
  });

  it('sends nothing when a late report shows in time that the first had been taken', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: true });
    laterBy(rig, 21);
    await sendAgain({ campaignId });
    await deliverReports(rig);
    await attemptAll(rig);
    expect([1, 2, 3].map((n) => takenBy(rig, n))).toEqual([1, 1, 1]);
    expect(await statesOf(rig)).toEqual(['accepted/delivered', 'accepted/delivered', 'accepted/delivered']);
    expect(await desk.api.getCampaign({ params: { ...params, campaignId } })).toMatchObject({ state: 'finished' });
  });

  it('may be done again and again, and the report of any copy counts', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: false });
    for (const round of [1, 2]) {
      laterBy(rig, 21 * round);
      await sendAgain({ campaignId });
      rig.emulator.faults.add({ reply: { kind: 'cut' }, accepted: false });
      await attemptAll(rig);
      rig.emulator.faults.clear();
      await sql`update batch set first_attempt_at = now() - interval '21 h'`.execute(rig.test.db);
    }
    const ids = await idsOf();
    expect((await desk.api.listUncertain({ params, query: {} })).items[0]).toMatchObject({ sentAgain: 2 });
    await report(ids[0], 0);
    await report(ids[1], 1);
    await report(ids[2], 2);
    expect(await statesOf(rig)).toEqual(['accepted/delivered', 'accepted/delivered', 'accepted/delivered']);
    await report(ids[0], 3);
    const { rows } = await sql`select from delivery_report where message_id is null`.execute(rig.test.db);
    expect(rows).toHaveLength(1);
  });

  it('is barred for a number that withdrew, before the decision and after it', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: false });
    await withdrawConsent(rig.test.db, rig.firm.companyId, phoneOf(1));
    laterBy(rig, 21);
    const ids = await idsOf();
    expect(await sendAgain({ campaignId })).toMatchObject({
      decided: 2,
      barred: [{ messageId: ids[0], reason: { code: 'consent_withdrawn' } }],
    });
    await withdrawConsent(rig.test.db, rig.firm.companyId, phoneOf(2));
    await attemptAll(rig);
    expect([1, 2, 3].map((n) => takenBy(rig, n))).toEqual([0, 0, 1]);
    expect((await statesOf(rig)).map((state) => state.split('/')[0])).toEqual(['uncertain', 'excluded', 'accepted']);
  });

  it.each([
    [
      'the subscription is off',
      () => desk.api.switchService({ params: { ...params, code: 'sms_smsapi' }, body: { enabled: false } }),
    ],
    ['the points do not suffice', () => desk.rig.emulator.account.setPoints(0.2)],
    [
      'the installation is held',
      () => desk.rig.test.db.updateTable('instance').set({ holdReason: 'no_file', heldAt: new Date() }).execute(),
    ],
  ])('passes the whole gate again: %s', async (_what, hinder) => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    laterBy(desk.rig, 21);
    await hinder();
    await expect(sendAgain({ campaignId })).rejects.toMatchObject(refusedWith('sending_barred'));
    expect(await events('message.%')).toEqual([]);
    expect(await statesOf(desk.rig)).toEqual(['uncertain/none', 'uncertain/none', 'uncertain/none']);
  });

  it('is not for a cancelled campaign', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    await desk.api.cancelCampaign({ params: { ...params, campaignId } });
    laterBy(desk.rig, 21);
    await expect(sendAgain({ campaignId })).rejects.toMatchObject(
      refusedWith('nothing_decided', { reasons: [{ code: 'campaign_cancelled' }] }),
    );
  });

  it('of the same message by two people at once happens once', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: false });
    laterBy(desk.rig, 21);
    const answers = await Promise.allSettled([sendAgain({ campaignId }), sendAgain({ campaignId })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await attemptAll(desk.rig);
    expect([1, 2, 3].map((n) => takenBy(desk.rig, n))).toEqual([1, 1, 1]);
  });
});

describe('treat as sent', () => {
  it('makes them accepted, tells that a person said so, and lets the reports come', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: true });
    expect(await decide({ decision: 'treat_as_sent', campaignId })).toMatchObject({ decided: 3 });
    expect(await statesOf(rig)).toEqual(['accepted/pending', 'accepted/pending', 'accepted/pending']);
    const log = await desk.api.listMessages({ params: { ...params, campaignId }, query: {} });
    expect(log.items[0]?.handoverReason).toMatchObject({ code: 'treated_as_sent' });
    expect(await attemptAll(rig)).toBe(0);
    await deliverReports(rig);
    const after = await desk.api.listMessages({ params: { ...params, campaignId }, query: {} });
    expect(after.items[0]).toMatchObject({ delivery: 'delivered', handoverReason: null });
    expect((await events('message.%')).map(({ action }) => action)).toEqual(Array(3).fill('message.treat_as_sent'));
    expect(await desk.api.getCampaign({ params: { ...params, campaignId } })).toMatchObject({ state: 'finished' });
  });

  it('ends the campaign without a report 72 h after the attempt, not after the decision', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: false });
    laterBy(rig, 73);
    await decide({ decision: 'treat_as_sent', campaignId });
    await closeUnreportedMessages(rig.deps);
    expect(await statesOf(rig)).toEqual(['accepted/no_report', 'accepted/no_report', 'accepted/no_report']);
    expect(await desk.api.getCampaign({ params: { ...params, campaignId } })).toMatchObject({ state: 'finished' });
  });

  it('takes the named ones, and tells which are not uncertain any more', async () => {
    const { rig } = desk;
    await makeUncertain(rig, { taken: false });
    const ids = await idsOf();
    await decide({ decision: 'treat_as_sent', messageIds: ids.slice(0, 1) });
    expect(await decide({ decision: 'treat_as_sent', messageIds: ids.slice(0, 2) })).toMatchObject({
      decided: 1,
      barred: [{ messageId: ids[0], reason: { code: 'message_not_uncertain' } }],
      totals: { gateway: 1 },
    });
    await expect(decide({ decision: 'treat_as_sent', messageIds: ids.slice(0, 2) })).rejects.toMatchObject(
      refusedWith('nothing_decided', { reasons: [{ code: 'message_not_uncertain' }] }),
    );
    // The one that is left is settled with the gateway as if nothing had happened.
    await sql`update batch set not_before = null`.execute(rig.test.db);
    await attemptAll(rig);
    expect([1, 2, 3].map((n) => takenBy(rig, n))).toEqual([0, 0, 1]);
  });

  it('is all that is left for a cancelled campaign', async () => {
    const { campaignId } = await makeUncertain(desk.rig, { taken: true });
    await desk.api.cancelCampaign({ params: { ...params, campaignId } });
    expect(await decide({ decision: 'treat_as_sent', campaignId })).toMatchObject({ decided: 3 });
    await deliverReports(desk.rig);
    expect(await statesOf(desk.rig)).toEqual(['accepted/delivered', 'accepted/delivered', 'accepted/delivered']);
  });

  it('touches nothing of another company', async () => {
    await makeUncertain(desk.rig, { taken: false });
    const ids = await idsOf();
    const other = await desk.api.createCompany({ body: { name: 'Inna' } });
    await expect(
      desk.api.decideUncertain({
        params: { companyId: other.id },
        body: { decision: 'treat_as_sent', messageIds: ids },
      }),
    ).rejects.toMatchObject(refusedWith('nothing_decided'));
    expect(await idsOf()).toEqual(ids);
  });
});

describe('a campaign with uncertain messages', () => {
  it('does not end by itself: not after the window, not without reports, and is not asked about by id', async () => {
    const { rig } = desk;
    const { campaignId } = await makeUncertain(rig, { taken: true });
    rig.setNow(new Date(Date.now() + 100 * HOUR));
    await closeUnreportedMessages(rig.deps);
    expect(await attemptAll(rig)).toBe(0);
    const key = { companyId: rig.firm.companyId, campaignId: Number(campaignId) };
    // The gateway answers questions about its own ids only, and of these messages nobody knows one.
    expect(await checkDelivery(rig.deps, key)).toMatchObject({ ok: false, refusal: { code: 'nothing_awaited' } });
    expect(await desk.api.getCampaign({ params: { ...params, campaignId } })).toMatchObject({
      state: 'sending',
      sums: { handover: { uncertain: 3 } },
    });
  });
});
