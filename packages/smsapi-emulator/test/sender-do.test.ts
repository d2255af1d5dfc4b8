import { describe, expect, it } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { ask, GOOD, send, start } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** In the shape of the Python client: a form, JSON asked for. */
const act = (emulator: Emulator, body: string) =>
  ask(emulator, 'POST', '/sender.do', { headers: FORM, body: `${body}&format=json` });

const codeOf = async (emulator: Emulator, body: string) => (await act(emulator, body)).json['error'];

describe('sender.do', () => {
  it('adds, tells, makes default, lists and deletes', async () => {
    const emulator = await start();
    expect((await act(emulator, 'add=Goniec')).json).toEqual({ count: 1 });
    expect((await act(emulator, 'status=Goniec')).json).toEqual({
      sender: 'Goniec',
      status: 'INACTIVE',
      default: false,
    });
    await emulator.account.setSenderStatus('Goniec', 'ACTIVE');
    expect((await act(emulator, 'default=Goniec')).json).toEqual({ count: 1 });
    await send(emulator);
    expect(emulator.ledger.accepted(GOOD)[0]?.from).toBe('Goniec');
    const list = await ask(emulator, 'GET', '/sender.do?format=json&list=True');
    expect(JSON.parse(list.text)).toEqual([
      { sender: 'Test', status: 'ACTIVE', default: false },
      { sender: 'Goniec', status: 'ACTIVE', default: true },
    ]);
    expect((await act(emulator, 'delete=Test')).json).toEqual({ count: 1 });
    expect(await codeOf(emulator, 'status=Test')).toBe(2031);
  });

  it.each([
    [2112, 'a name that is none', 'add=Łódź'],
    [2115, 'a name that is there', 'add=Test'],
    [2031, 'an unknown name to delete', 'delete=Nikt'],
    [2031, 'an unknown name as default', 'default=Nikt'],
    [2031, 'an unknown name to tell', 'status=Nikt'],
    [2062, 'the default name once more', 'default=Test'],
    [1001, 'no action', 'list=0'],
    [1001, 'an action without a name', 'add='],
  ])('answers %i to %s, and changes nothing', async (code, _, body) => {
    const emulator = await start();
    const answer = await act(emulator, body);
    expect([answer.status, answer.json['error']]).toEqual([200, code]);
    expect((await ask(emulator, 'GET', '/sms/sendernames')).json['size']).toBe(1);
  });

  it('does not make a name default that nobody approved', async () => {
    const emulator = await start();
    await act(emulator, 'add=Goniec');
    expect(await codeOf(emulator, 'default=Goniec')).toBe(2061);
  });

  it('speaks plain text unless JSON is asked for', async () => {
    const emulator = await start();
    const said = async (query: string) => (await ask(emulator, 'GET', `/sender.do?${query}`)).text;
    expect(await said('add=Goniec')).toBe('OK:1');
    expect(await said('status=Goniec')).toBe('Goniec:INACTIVE:0');
    expect(await said('list=1')).toBe('Test:ACTIVE:1;Goniec:INACTIVE:0');
    expect(await said('delete=Nikt')).toBe('ERROR:2031');
  });

  it('wants the token', async () => {
    const answer = await ask(await start(), 'GET', '/sender.do?list=1&format=json', { headers: { authorization: '' } });
    expect([answer.status, answer.json['error']]).toEqual([200, 101]);
  });
});
