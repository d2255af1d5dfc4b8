import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInbox, from, type Inbox } from '../../test/inbound/support.ts';
import { phoneOf } from '../../test/support/firm.ts';
import { pauseRunning } from '../db/pauses.ts';

let inbox: Inbox;
let params: { readonly companyId: string };
beforeAll(async () => {
  inbox = await createInbox(3);
  params = { companyId: String(inbox.companyId) };
});
afterAll(() => inbox.close());

const items = async () => (await inbox.test.api.listNotices({ params })).items;
/** What needs a person; campaigns may have ended in the meantime. */
const waiting = async () => (await items()).filter(({ kind }) => kind !== 'finished');
const stateOf = (campaignId: number, state: 'sending' | 'finished', finishedAt: Date | null = null) =>
  inbox.db
    .updateTable('campaign')
    .set({ state, pauseCause: null, pauseCode: null, finishedAt })
    .where('id', '=', campaignId)
    .execute();

describe('listNotices', () => {
  it('is silent where nothing waits for anybody', async () => {
    expect(await items()).toEqual([]);
  });

  it('counts the replies nobody has read', async () => {
    const { campaignId } = await inbox.send();
    await inbox.tell(from(phoneOf(1), 'proszę o telefon'));
    expect(await waiting()).toEqual([{ kind: 'replies', count: 1 }]);
    await stateOf(campaignId, 'sending');
  });

  it('names a campaign that stands, why, and what to do; but not where a person stopped it', async () => {
    const { campaignId } = await inbox.send();
    await stateOf(campaignId, 'sending');
    const pause = { code: null, at: new Date('2026-09-21T14:13:22Z'), nextCheckAt: null };
    await pauseRunning(inbox.db, [campaignId], { cause: 'funds', ...pause });
    const [first] = await waiting();
    expect(first).toMatchObject({
      kind: 'paused',
      campaign: { id: String(campaignId), subject: 'Próba' },
      reason: { code: 'funds' },
      at: '2026-09-21T14:13:22.000Z',
    });
    await stateOf(campaignId, 'sending');
    await pauseRunning(inbox.db, [campaignId], { cause: 'user', ...pause });
    expect(await waiting()).toEqual([{ kind: 'replies', count: 1 }]);
  });

  it('tells for three days what became of a campaign', async () => {
    const { campaignId } = await inbox.send();
    const news = async () =>
      (await items()).find((item) => item.kind === 'finished' && item.campaign.id === String(campaignId));
    await expect.poll(news).toMatchObject({ messages: 3, delivered: 3 });
    const longAgo = inbox.test.rig.deps.clock().getTime() - 4 * 24 * 3_600_000;
    await stateOf(campaignId, 'finished', new Date(longAgo));
    expect(await news()).toBeUndefined();
  });
});
