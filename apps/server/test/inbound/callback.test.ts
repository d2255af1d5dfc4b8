import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { phoneOf } from '../support/firm.ts';
import { createInbox, from, OK, type Inbox } from './support.ts';

let inbox: Inbox;
afterEach(() => inbox.close());

const answered = async () =>
  await inbox.db
    .selectFrom('inboundMessage as i')
    .leftJoin('message as m', 'm.id', 'i.messageId')
    .select(['m.campaignId', 'm.phone', 'i.contractorId'])
    .orderBy('i.id')
    .execute();

describe('the message a text answers', () => {
  it('is the one the gateway names, and its campaign', async () => {
    inbox = await createInbox(2);
    const first = await inbox.send();
    await inbox.send();
    const message = await inbox.db
      .selectFrom('message')
      .select(['providerId', 'contractorId'])
      .where('campaignId', '=', first.campaignId)
      .where('phone', '=', phoneOf(2))
      .executeTakeFirstOrThrow();
    await inbox.tell(from(phoneOf(2), 'TAK', { MsgId: message.providerId ?? '' }));
    const { campaignId } = first;
    expect(await answered()).toEqual([{ campaignId, phone: phoneOf(2), contractorId: message.contractorId }]);
  });

  it('is the newest to that number when the gateway names none, or one that is not ours', async () => {
    inbox = await createInbox(2);
    await inbox.send();
    const { campaignId } = await inbox.send();
    await inbox.tell(from(phoneOf(1), 'TAK'));
    await inbox.tell(from(phoneOf(1), 'NIE WIEM', { MsgId: 'somebody-elses' }));
    expect((await answered()).map((each) => [each.campaignId, each.phone])).toEqual([
      [campaignId, phoneOf(1)],
      [campaignId, phoneOf(1)],
    ]);
  });

  it('is found when the contractor is gone from the directory, and a STOP still counts', async () => {
    inbox = await createInbox(1);
    const { campaignId } = await inbox.send();
    const { providerId } = await inbox.db.selectFrom('message').select('providerId').executeTakeFirstOrThrow();
    await inbox.db.deleteFrom('contractor').execute();
    expect(await inbox.tell(from(phoneOf(1), 'STOP', { MsgId: providerId ?? '' }))).toBe(OK);
    expect(await answered()).toEqual([{ campaignId, phone: phoneOf(1), contractorId: null }]);
    expect(await inbox.consent(phoneOf(1))).toBe(false);
  });

  it('is none for a number that was never written to', async () => {
    inbox = await createInbox(1);
    await inbox.send();
    await inbox.tell(from('+48600700800', 'Kto to?'));
    expect(await answered()).toEqual([{ campaignId: null, phone: null, contractorId: null }]);
  });
});

describe('a call about a text', () => {
  const call = (method: 'GET' | 'POST' | 'PUT' | 'HEAD', url: string, payload?: string) =>
    inbox.test.http.inject({ method, url, ...(payload === undefined ? {} : { payload }) });

  it('is heard with its own secret alone, and by GET too', async () => {
    inbox = await createInbox(1);
    const query = new URLSearchParams(from(phoneOf(1), 'STOP')).toString();
    for (const secret of ['nie-ma', `secret-${inbox.companyId}`, "' or true --", 'a'.repeat(10_000)]) {
      const answer = await call('GET', `/callbacks/smsapi/inbound/${encodeURIComponent(secret)}?${query}`);
      expect(answer.statusCode).toBe(404);
    }
    expect((await call('GET', `${inbox.path.replace('smsapi', 'other')}?${query}`)).statusCode).toBe(404);
    expect((await call('PUT', `${inbox.path}?${query}`)).statusCode).toBe(404);
    expect((await call('HEAD', `${inbox.path}?${query}`)).statusCode).toBe(404);
    expect(await inbox.kept()).toEqual([]);
    expect((await call('GET', `${inbox.path}?${query}`)).body).toBe('OK');
    expect(await inbox.kept()).toEqual(['withdrawn/system:inbound/STOP']);
  });

  it('has another secret than the reports, so whoever knows one cannot forge the other', async () => {
    inbox = await createInbox(1);
    const secret = inbox.path.split('/').at(-1) ?? '';
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect((await call('GET', `/callbacks/smsapi/${secret}?MsgId=1&status=404`)).statusCode).toBe(404);
    expect(await inbox.db.selectFrom('deliveryReport').selectAll().execute()).toEqual([]);
  });

  it('that nobody can read is kept as it came and shown to nobody; an empty one is only answered', async () => {
    inbox = await createInbox(1);
    expect((await call('GET', inbox.path)).body).toBe('OK');
    expect((await call('POST', inbox.path, '{"sms_from":"48501"}')).body).toBe('OK');
    expect(await inbox.db.selectFrom('inboundMessage').select(['raw', 'sender', 'state']).execute()).toEqual([
      { raw: '{"sms_from":"48501"}', sender: null, state: 'read' },
    ]);
    const params = { companyId: String(inbox.companyId) };
    expect(await inbox.test.api.listInboundMessages({ params, query: {} })).toMatchObject({ items: [] });
  });

  it.each([
    ['a NUL', { sms_text: 'a\0b' }],
    ['ten thousand letters', { sms_text: 'x'.repeat(10_000) }],
    ['a moment beyond all calendars', { sms_date: '99999999999' }],
    ['a sender of 5000 letters', { sms_from: 'N'.repeat(5_000) }],
    ['an id of 5000 letters', { MsgId: 'i'.repeat(5_000) }],
  ])('with %s in it is stored like any other', async (_name, odd) => {
    inbox = await createInbox(1);
    expect(await inbox.tell(from(phoneOf(1), 'TAK', odd))).toBe(OK);
    expect(await inbox.kept()).toHaveLength(1);
  });

  it('is not answered OK when the commit fails, nothing of it is left, and the repetition counts', async () => {
    inbox = await createInbox(1);
    await sql`create function no_commit() returns trigger language plpgsql as $$ begin raise exception 'at the commit'; end $$`.execute(
      inbox.db,
    );
    await sql`create constraint trigger no_commit after insert on inbound_message deferrable initially deferred for each row execute function no_commit()`.execute(
      inbox.db,
    );
    expect(await inbox.tell(from(phoneOf(1), 'STOP'))).toMatch(/^500 /);
    expect([await inbox.kept(), await inbox.consent(phoneOf(1))]).toEqual([[], true]);
    await sql`drop trigger no_commit on inbound_message`.execute(inbox.db);
    expect(await inbox.tell(from(phoneOf(1), 'STOP'))).toBe(OK);
    expect(await inbox.consent(phoneOf(1))).toBe(false);
  });
});
