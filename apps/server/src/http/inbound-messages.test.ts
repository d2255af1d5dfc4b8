import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInbox, from, type Inbox } from '../../test/inbound/support.ts';
import { createFirm, phoneOf } from '../../test/support/firm.ts';

let inbox: Inbox;
let params: { readonly companyId: string };
let campaignId: string;
beforeAll(async () => {
  inbox = await createInbox(3);
  params = { companyId: String(inbox.companyId) };
  campaignId = String((await inbox.send()).campaignId);
  const texts = ['TAK', 'proszę o telefon', 'STOP', 'kto to?'];
  for (const [at, text] of texts.entries())
    await inbox.tell(from(at === 3 ? '+48600700800' : phoneOf(at + 1), text, { sms_date: String(1_790_000_000 + at) }));
});
afterAll(() => inbox.close());

const list = (query: Parameters<typeof inbox.test.api.listInboundMessages>[0]['query'] = {}) =>
  inbox.test.api.listInboundMessages({ params, query });
const textsOf = (items: readonly { readonly text: string }[]) => items.map(({ text }) => text);

describe('listInboundMessages', () => {
  it('gives the newest first, whole pages by cursor, and how many wait for a person', async () => {
    const first = await list({ limit: 3 });
    expect(textsOf(first.items)).toEqual(['kto to?', 'STOP', 'proszę o telefon']);
    expect(first.totals).toEqual({ toRead: 3 });
    const second = await list({ limit: 3, cursor: first.nextCursor ?? '' });
    expect(textsOf(second.items)).toEqual(['TAK']);
    expect(second.nextCursor).toBeNull();
  });

  it('names the number, whose it is, the campaign that is answered, and what was done', async () => {
    const [stranger, stop] = (await list()).items;
    expect(stop).toMatchObject({
      sender: phoneOf(3).slice(1),
      phone: phoneOf(3),
      owners: { contractors: [{ name: 'Kontrahent 3' }], total: 1 },
      sentAt: '2026-09-21T14:13:22.000Z',
      campaign: { id: campaignId, subject: 'Próba' },
      state: 'withdrawn',
      handledBy: 'system:inbound',
      handledByName: null,
      actions: [
        { action: 'mark_read', allowed: false, reason: { code: 'inbound_handled' } },
        { action: 'withdraw_consent', allowed: false, reason: { code: 'inbound_withdrawn' } },
      ],
    });
    expect(stranger).toMatchObject({
      owners: { contractors: [], total: 0 },
      campaign: null,
      state: 'to_read',
      handledAt: null,
      actions: [{ allowed: true }, { allowed: true }],
    });
  });

  it('shows those of a state, and those of a contractor', async () => {
    expect(textsOf((await list({ state: 'withdrawn' })).items)).toEqual(['STOP']);
    const contractorId = (await list()).items[2]?.owners.contractors[0]?.id ?? '';
    expect(textsOf((await list({ contractorId })).items)).toEqual(['proszę o telefon']);
  });

  it('keeps the history of a contractor whose number has changed since', async () => {
    const contractorId = (await list()).items[2]?.owners.contractors[0]?.id ?? '';
    const change = inbox.db.updateTable('contact').where('contractorId', '=', Number(contractorId));
    await change.set({ phone: '+48601999999' }).execute();
    const { items } = await list({ contractorId });
    expect(items).toMatchObject([{ text: 'proszę o telefon', owners: { total: 0 } }]);
    await change.set({ phone: phoneOf(2) }).execute();
  });
});

describe('a person', () => {
  it('marks several as read at once; what waits no more stays as it is', async () => {
    const { items } = await list();
    const [stranger, stop, , yes] = items.map(({ id }) => id);
    const inboundIds = [stranger ?? '', stop ?? '', yes ?? ''];
    expect(await inbox.test.api.markInboundRead({ params, body: { inboundIds } })).toEqual({
      marked: 2,
      totals: { toRead: 1 },
    });
    expect((await list()).items.map(({ state }) => state)).toEqual(['read', 'withdrawn', 'to_read', 'read']);
    expect(await inbox.test.api.markInboundRead({ params, body: { inboundIds } })).toMatchObject({ marked: 0 });
  });

  it('reads a withdrawal where no rule did: it counts like a STOP, once', async () => {
    const inboundId = (await list({ state: 'to_read' })).items[0]?.id ?? '';
    const answer = await inbox.test.api.withdrawByInbound({ params: { ...params, inboundId } });
    expect(answer).toMatchObject({ id: inboundId, state: 'withdrawn' });
    expect(answer.handledBy).not.toBe('system:inbound');
    expect(answer.handledByName).toBe('goniec');
    expect(await inbox.consent(phoneOf(2))).toBe(false);
    expect(await inbox.ledger(phoneOf(2))).toEqual(['given/paper/test', `withdrawn/sms/${answer.handledBy}`]);
    await expect(inbox.test.api.withdrawByInbound({ params: { ...params, inboundId } })).rejects.toMatchObject({
      problem: { code: 'inbound_withdrawn', status: 409 },
    });
    expect(await inbox.test.api.getInboundMessage({ params: { ...params, inboundId } })).toEqual(answer);
  });

  it('cannot withdraw the consent of a sender without a number', async () => {
    await inbox.tell(from('+INFO', 'Proszę mnie wypisać'));
    const inboundId = (await list()).items[0]?.id ?? '';
    await expect(inbox.test.api.withdrawByInbound({ params: { ...params, inboundId } })).rejects.toMatchObject({
      problem: { code: 'inbound_without_number', status: 409 },
    });
  });

  it('of another company finds none of them', async () => {
    const other = await createFirm(inbox.db, { contacts: 0 });
    const theirs = { companyId: String(other.companyId) };
    const { items } = await list();
    expect(await inbox.test.api.listInboundMessages({ params: theirs, query: {} })).toMatchObject({ items: [] });
    const inboundIds = items.map(({ id }) => id);
    expect(await inbox.test.api.markInboundRead({ params: theirs, body: { inboundIds } })).toMatchObject({ marked: 0 });
    for (const ask of ['getInboundMessage', 'withdrawByInbound'] as const)
      await expect(
        inbox.test.api[ask]({ params: { ...theirs, inboundId: inboundIds[0] ?? '' } }),
      ).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });
});
