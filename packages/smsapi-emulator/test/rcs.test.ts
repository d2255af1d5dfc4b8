import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, recordsIn, send, start, type Answer } from './support.ts';

const collectionIn = ({ json }: Answer) => recordsIn(json['collection']);

const senderOf = async (emulator: Emulator): Promise<unknown> =>
  collectionIn(await ask(emulator, 'GET', '/rcs/senders'))[0]?.['id'];

const sendRcs = async (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/rcs/messages', {
    phone_number: GOOD,
    sender: await senderOf(emulator),
    text: 'Dzień dobry',
    ...fields,
  });

describe('RCS', () => {
  it('is sent by the account’s one agent, charged, delivered and listed', async () => {
    const emulator = await start({ clock: createManualClock(), account: { name: 'Firma' } });
    expect(collectionIn(await ask(emulator, 'GET', '/rcs/senders'))).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{24}$/), sender: 'Firma' },
    ]);
    const sent = await sendRcs(emulator);
    expect([sent.status, sent.json]).toEqual([201, { id: expect.stringMatching(/^[0-9a-f]{24}$/) }]);
    expect(emulator.account.points).toBe(999.85);
    const list = async () => collectionIn(await ask(emulator, 'GET', '/rcs/messages'));
    expect(await list()).toMatchObject([{ id: sent.json['id'], sentAt: null, deliveredAt: null }]);
    await emulator.advance(60_000);
    expect(await list()).toEqual([
      {
        id: sent.json['id'],
        recipient: GOOD,
        sender: 'Firma',
        senderId: await senderOf(emulator),
        sentAt: expect.stringMatching(/Z$/),
        deliveredAt: expect.stringMatching(/Z$/),
        readAt: null,
        expiredAt: null,
        messageType: 'basic',
        interface: 'api',
      },
    ]);
    expect(emulator.ledger.received(GOOD)).toMatchObject([{ channel: 'rcs', from: 'Firma', text: 'Dzień dobry' }]);
  });

  it('carries rich content, and expires on a handset that never takes it', async () => {
    const emulator = await start();
    const content = { text: 'Wybierz', suggestions: [{ reply: { text: 'Tak' } }] };
    await sendRcs(emulator, { phone_number: '48500100001', text: undefined, content });
    await emulator.idle();
    expect(emulator.ledger.accepted('48500100001')).toMatchObject([
      { text: 'Wybierz', attachment: { kind: 'rich', content } },
    ]);
    expect(collectionIn(await ask(emulator, 'GET', '/rcs/messages'))).toMatchObject([
      { deliveredAt: null, expiredAt: expect.any(String), messageType: 'single' },
    ]);
  });

  it.each([
    ['phone_number', 'no number', { phone_number: '' }],
    ['phone_number', 'a landline', { phone_number: '48221234567' }],
    ['sender', 'a sender nobody knows', { sender: '0f0f0f0f0f0f0f0f0f0f0f0f' }],
    ['text', 'neither text nor content', { text: '' }],
    ['text', 'a text of 3073 characters', { text: 'a'.repeat(3_073) }],
  ])('is refused for its %s: %s', async (path, _, fields) => {
    const emulator = await start();
    const answer = await sendRcs(emulator, fields);
    expect([answer.status, answer.json['errors']]).toMatchObject([400, [{ path }]]);
    expect(emulator.account.points).toBe(1_000);
  });

  it('is refused for a number that is none, and without points', async () => {
    expect((await sendRcs(await start(), { phone_number: '12' })).json['error']).toBe('invalid_request_data');
    expect((await sendRcs(await start({ points: 0 }))).json['error']).toBe('message_not_sent');
  });
});

describe('/shipment/country_volumes', () => {
  it('counts the texts of a month by country', async () => {
    const emulator = await start({ clock: createManualClock(Date.UTC(2026, 0, 31, 12)) });
    await send(emulator, { to: `${GOOD},48600100200,420601234567` });
    await sendRcs(emulator);
    await emulator.advance(86_400_000);
    await send(emulator);
    const volumes = async (query = '') =>
      collectionIn(await ask(emulator, 'GET', `/shipment/country_volumes${query}`)).map((one) => [
        one['country_code'],
        one['country_name'],
        one['country_limit'],
        one['usage'],
      ]);
    expect(await volumes('?year=2026&month=1')).toEqual([
      ['PL', 'Poland', null, 2],
      ['CZ', 'Czechia', null, 1],
    ]);
    expect(await volumes()).toEqual([['PL', 'Poland', null, 1]]);
    expect(await volumes('?year=2025&month=12')).toEqual([]);
    expect((await ask(emulator, 'GET', '/shipment/country_volumes?month=13')).status).toBe(400);
  });
});
