import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSmsapi, type Smsapi } from '../src/index.ts';

let emulator: Emulator;
let smsapi: Smsapi;
beforeAll(async () => {
  emulator = await startEmulator({
    token: 'client-token',
    points: 10,
    fateOf: (number) => (number.endsWith('005') ? 'invalid' : 'delivered'),
  });
  smsapi = createSmsapi({ baseUrl: emulator.url, token: 'client-token', timeoutMs: 5_000 });
});
afterAll(() => emulator.close());

const recipients = ['48501000001', '48501000005', '48501000002'].map((number, index) => ({
  number,
  idx: `g1-${index}`,
}));
const request = { recipients, message: 'Dzień dobry', from: 'Test', checkIdx: true };

describe('the client at the emulator', () => {
  it('gives one outcome per recipient, in order, and the price of each', async () => {
    const sent = await smsapi.send(request);
    expect(sent).toMatchObject({
      kind: 'answered',
      outcomes: [{ kind: 'accepted', points: 1500, parts: 1 }, { kind: 'refused' }, { kind: 'accepted', points: 1500 }],
    });
    expect(emulator.account.points).toBe(10 - 0.3);
  });

  it('reads a repeat with the same idx as taken, and nothing is charged or sent again', async () => {
    expect(await smsapi.send(request)).toEqual({ kind: 'alreadyTaken' });
    expect(emulator.ledger.accepted('48501000001')).toHaveLength(1);
    expect(emulator.account.points).toBe(10 - 0.3);
  });

  it('reads profile, sender names and the state of messages', async () => {
    const [accepted] = emulator.ledger.accepted('48501000001');
    expect(await smsapi.profile()).toMatchObject({ ok: true, value: { points: 97_000 } });
    expect(await smsapi.senderNames()).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ sender: 'Test', usable: true })]),
    });
    expect(await smsapi.status([accepted?.id ?? ''])).toMatchObject({ ok: true, value: [{ id: accepted?.id }] });
  });

  it('keeps the address for texts: written down, moved, switched on again', async () => {
    const [first, second] = ['http://127.0.0.1:9/a', 'http://127.0.0.1:9/b'];
    const made = await smsapi.callbacks.create({ url: first, type: 'sms_mo' });
    expect(made).toMatchObject({ ok: true, value: { url: first, type: 'sms_mo', active: true } });
    const id = made.ok ? made.value.id : '';
    expect(await smsapi.callbacks.move(id, second)).toMatchObject({ ok: true, value: { id, url: second } });
    expect(await smsapi.callbacks.list()).toEqual({
      ok: true,
      value: [{ id, url: second, type: 'sms_mo', active: true }],
    });
    expect(await smsapi.callbacks.activate(id)).toEqual({ ok: true, value: null });
    await expect(smsapi.callbacks.move('../blacklist', second)).rejects.toThrow(TypeError);
  });

  it('knows a bad token when it has one', async () => {
    const stranger = createSmsapi({ baseUrl: emulator.url, token: 'another-token', timeoutMs: 5_000 });
    expect(await stranger.send({ ...request, recipients: [{ number: '48501000009', idx: 'g2-1' }] })).toMatchObject({
      kind: 'refused',
      error: { class: 'auth' },
    });
    expect(await stranger.profile()).toMatchObject({
      ok: false,
      failure: { kind: 'refused', error: { class: 'auth' } },
    });
  });
});
