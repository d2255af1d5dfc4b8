import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, send, start, startReceiver } from './support.ts';

const admin = (emulator: Emulator, method: string, path: string, body?: unknown) =>
  body === undefined
    ? ask(emulator, method, `/_emulator/${path}`)
    : askJson(emulator, method, `/_emulator/${path}`, body);

/** Status of a request whose headers fetch would not let us forge. */
const statusWith = (emulator: Emulator, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${emulator.url}/_emulator/reset`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('the admin endpoint', () => {
  it('is open to programs on this machine and to the token, closed to pages of others', async () => {
    const emulator = await start();
    const host = `127.0.0.1:${emulator.port}`;
    expect(await statusWith(emulator, {})).toBe(204);
    expect(await statusWith(emulator, { origin: `http://${host}` })).toBe(204);
    expect(await statusWith(emulator, { origin: 'https://evil.example' })).toBe(401);
    expect(await statusWith(emulator, { host: 'evil.example', origin: 'http://evil.example' })).toBe(401);
    expect(await statusWith(emulator, { host: 'evil.example', authorization: `Bearer ${emulator.token}` })).toBe(204);
  });

  it('tells the state and the handsets', async () => {
    const emulator = await start({ points: 10 });
    await send(emulator, { idx: 'a' });
    await emulator.idle();
    expect((await admin(emulator, 'GET', 'state')).json).toMatchObject({
      profile: 'calm',
      points: 9.85,
      charged: 0.15,
      accepted: 1,
      received: 1,
      messagesAlive: 0,
      requests: 1,
    });
    expect((await admin(emulator, 'GET', `ledger?number=500100200`)).json).toMatchObject({
      totals: { accepted: 1, received: 1 },
      handsets: [{ number: GOOD, received: [{ idx: 'a', text: 'Dzień dobry' }], accepted: [{ status: 'DELIVERED' }] }],
    });
    expect((await admin(emulator, 'GET', 'ledger')).json['handsets']).toHaveLength(1);
    expect((await admin(emulator, 'GET', 'requests')).json).toMatchObject({
      total: 1,
      requests: [{ method: 'POST', path: '/sms.do', recipients: 1, status: 200, fields: { idx: 'a' } }],
    });
  });

  it('sets balance, profile, latency, speed and switches', async () => {
    const emulator = await start();
    await admin(emulator, 'PUT', 'balance', { points: 0.1 });
    expect((await send(emulator)).json['error']).toBe(103);
    await admin(emulator, 'PUT', 'profile', { name: 'chaos' });
    await admin(emulator, 'PUT', 'profile', { name: 'calm' });
    await admin(emulator, 'PUT', 'latency', { minMs: 1, maxMs: 2 });
    await admin(emulator, 'PUT', 'speed', { speed: 50 });
    await admin(emulator, 'PUT', 'switches', { badTokenStatus: 401 });
    expect((await admin(emulator, 'GET', 'state')).json).toMatchObject({
      profile: 'calm',
      latency: { minMs: 1, maxMs: 2 },
      timings: { lateMs: 1_200 },
      switches: { badTokenStatus: 401 },
    });
  });

  it('adds, lists and removes faults', async () => {
    const emulator = await start();
    const fault = {
      reply: { kind: 'error', code: 202 },
      accepted: false,
      next: 2,
      rate: 1,
      numbers: '00$',
      path: '/sms.do',
    };
    const { json } = await admin(emulator, 'POST', 'faults', fault);
    expect((await send(emulator)).json['error']).toBe(202);
    expect((await admin(emulator, 'GET', 'faults')).json['faults']).toMatchObject([{ ...fault, left: 1, struck: 1 }]);
    expect((await admin(emulator, 'DELETE', `faults/${String(json['id'])}`)).status).toBe(204);
    expect((await admin(emulator, 'DELETE', `faults/${String(json['id'])}`)).status).toBe(404);
    for (const kind of ['hang', 'cut', 'text', 'half', 'omit', 'html'])
      await admin(emulator, 'POST', 'faults', { reply: { kind } });
    await admin(emulator, 'POST', 'faults', { reply: { kind: 'slow', ms: 5 }, accepted: true });
    await admin(emulator, 'POST', 'faults', { reply: { kind: 'status', status: 500 } });
    expect((await admin(emulator, 'GET', 'faults')).json['faults']).toHaveLength(8);
    await admin(emulator, 'DELETE', 'faults');
    expect((await send(emulator)).json['count']).toBe(1);
  });

  it.each([
    ['PUT', 'balance', { points: 'many' }],
    ['PUT', 'balance', { points: -1 }],
    ['PUT', 'profile', { name: 'storm' }],
    ['PUT', 'latency', { minMs: 5, maxMs: 1 }],
    ['PUT', 'speed', { speed: 0 }],
    ['PUT', 'switches', { nonsense: true }],
    ['POST', 'clock', { advanceMs: -1 }],
    ['POST', 'faults', { reply: { kind: 'magic' } }],
    ['POST', 'faults', { reply: { kind: 'status', status: 200 } }],
    ['POST', 'faults', { reply: { kind: 'hang' }, next: 0 }],
    ['POST', 'faults', { reply: { kind: 'hang' }, rate: 2 }],
    ['POST', 'faults', { reply: { kind: 'hang' }, numbers: '(' }],
    ['POST', 'reports', { id: 'nobody', status: 404 }],
    ['POST', 'incoming', { from: GOOD }],
    ['PUT', 'senders/Test', { status: 'GOOD' }],
    ['POST', 'opt_outs', { number: 'abc' }],
  ])('refuses %s %s %j with a sentence', async (method, path, body) => {
    const answer = await admin(await start(), method, path, body);
    expect([answer.status, String(answer.json['message']).length > 10]).toEqual([400, true]);
  });

  it('pushes the clock forward', async () => {
    const emulator = await start({ clock: createManualClock(), speed: 1 });
    await send(emulator, { to: '48500100003' });
    const before = emulator.clock.now();
    const { json } = await admin(emulator, 'POST', 'clock', { advanceMs: 90_000 });
    expect(Date.parse(String(json['now'])) - before).toBe(90_000);
    expect(emulator.ledger.received('48500100003')).toHaveLength(1);
  });

  it('makes reports, holds them and lets them go', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url, switches: { reportStatuses: 'final' } });
    await admin(emulator, 'POST', 'reports/pause');
    const [id = ''] = idsOf(await send(emulator));
    expect((await admin(emulator, 'POST', 'reports', { id, status: 413 })).status).toBe(202);
    expect((await admin(emulator, 'GET', 'reports')).json).toMatchObject({ paused: true, calls: [] });
    await admin(emulator, 'POST', 'reports/resume');
    await emulator.idle();
    expect(receiver.statuses(id).toSorted()).toEqual(['404', '413']);
    expect((await admin(emulator, 'GET', 'reports')).json).toMatchObject({ pending: 0, paused: false });
  });

  it('plays a text that comes in', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_mo' });
    expect((await admin(emulator, 'POST', 'incoming', { from: GOOD, text: 'STOP', replyTo: '7' })).json).toEqual({
      hasReceiver: true,
      taken: true,
    });
    expect(receiver.calls[0]?.fields).toMatchObject({ sms_from: GOOD, sms_text: 'STOP', MsgId: '7' });
  });

  it('keeps a text that nobody takes, and says why nobody does', async () => {
    const emulator = await start();
    const { status, json } = await admin(emulator, 'POST', 'incoming', { from: GOOD, text: 'nobody listens' });
    expect([status, json['hasReceiver'], String(json['message'])]).toEqual([
      202,
      false,
      expect.stringContaining('sms_mo'),
    ]);
    expect((await admin(emulator, 'GET', `phones/${GOOD}`)).json['entries']).toMatchObject([
      { kind: 'text', text: 'nobody listens', state: 'nobody' },
    ]);
  });

  it('approves senders and opts numbers out', async () => {
    const emulator = await start();
    await askJson(emulator, 'POST', '/sms/sendernames', { sender: 'Goniec' });
    expect((await admin(emulator, 'PUT', 'senders/Goniec', { status: 'ACTIVE' })).status).toBe(204);
    expect((await admin(emulator, 'PUT', 'senders/Nikt', { status: 'ACTIVE' })).status).toBe(404);
    expect((await send(emulator, { from: 'Goniec' })).json['count']).toBe(1);
    expect((await admin(emulator, 'POST', 'opt_outs', { number: '500100200' })).status).toBe(201);
    expect((await send(emulator)).json['error']).toBe(59);
  });

  it('goes back to the first day, but never to an old id', async () => {
    const emulator = await start({ points: 10, account: { senders: ['Goniec'] } });
    const [before] = idsOf(await send(emulator, { idx: 'a' }));
    emulator.faults.add({ reply: { kind: 'error', code: 202 }, accepted: false });
    emulator.setSwitches({ ids: 'hex' });
    await emulator.account.blacklist(GOOD);
    await admin(emulator, 'POST', 'reset');
    expect((await admin(emulator, 'GET', 'state')).json).toMatchObject({
      points: 10,
      accepted: 0,
      messagesKept: 0,
      messagesAlive: 0,
      idxRemembered: 0,
      faults: [],
      switches: { ids: 'decimal' },
      senders: [{ sender: 'Goniec' }],
    });
    const [after] = idsOf(await send(emulator, { idx: 'a', check_idx: 1 }));
    expect([after === undefined, after === before]).toEqual([false, false]);
  });
});
