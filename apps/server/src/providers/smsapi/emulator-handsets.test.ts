import { createServer, type Server } from 'node:http';
import { startEmulator, type Emulator } from 'smsapi-emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HandsetAnswer, Handsets } from '../handsets.ts';
import { smsapi } from './smsapi-provider.ts';

const PHONE = '+48501100100';
const OTHER = '+48501100200';
const TIMEOUT_MS = 10_000;

let emulator: Emulator;
let handsets: Handsets;
beforeAll(async () => {
  emulator = await startEmulator({ speed: 100, fateOf: () => 'delivered' });
  handsets = handsetsAt(emulator.url, emulator.token);
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

function handsetsAt(baseUrl: string, token: string | null = null): Handsets {
  const found = smsapi.handsets?.({ baseUrl, token, timeoutMs: TIMEOUT_MS });
  if (!found) throw new Error(`no emulator can be at ${baseUrl}`);
  return found;
}

async function valueOf<T>(asked: Promise<HandsetAnswer<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(answer.why);
  return answer.value;
}

async function send(phone: string, text: string, idx = 'g7-1'): Promise<void> {
  const account = smsapi.connect({ baseUrl: emulator.url, token: emulator.token, timeoutMs: TIMEOUT_MS });
  await account.submit({
    messages: [{ phone, idx }],
    text,
    sender: 'Test',
    maxParts: 6,
    reportUrl: 'http://127.0.0.1:9/callbacks/smsapi/s',
  });
}

const list = (search = '', phones: readonly string[] = []) => valueOf(handsets.list({ search, phones, limit: 50 }));
const read = (before: string | null = null, limit = 50) => valueOf(handsets.read(PHONE, { before, limit }));
const landed = async () => {
  await expect.poll(async () => (await read()).waiting).toBe(0);
};

describe('handsets', () => {
  it.each(['https://api.smsapi.pl/', 'http://192.168.1.5:8089/', 'http://127.0.0.1.example.com/'])(
    'are not looked for at %s',
    (baseUrl) => {
      expect(smsapi.handsets?.({ baseUrl, token: 'x', timeoutMs: 1_000 })).toBeNull();
    },
  );

  it('are listed with what is unread and the last text, and found by number, text and whose they are', async () => {
    await send(PHONE, 'Dzień dobry');
    await send(OTHER, 'Promocja', 'g7-2');
    await expect.poll(async () => (await list()).handsets.map(({ unread }) => unread)).toEqual([1, 1]);
    expect(await list('501 100 100')).toEqual({
      total: 2,
      matching: 1,
      handsets: [
        {
          phone: PHONE,
          state: 'on',
          stateSince: null,
          lastAt: expect.any(Date),
          unread: 1,
          waiting: 0,
          last: { by: 'company', sender: 'Test', text: 'Dzień dobry' },
        },
      ],
    });
    expect((await list('promocja')).handsets.map(({ phone }) => phone)).toEqual([OTHER]);
    expect((await list('nikt', [PHONE])).handsets.map(({ phone }) => phone)).toEqual([PHONE]);
  });

  it('show each message with its parts, price and state, the newest first', async () => {
    const long = 'ż'.repeat(71);
    await send(PHONE, 'pierwszy');
    await landed();
    await send(PHONE, long, 'g7-2');
    await landed();
    const { entries, hasEarlier } = await read();
    expect(hasEarlier).toBe(false);
    expect(entries).toMatchObject([
      {
        kind: 'message',
        sender: 'Test',
        segments: ['ż'.repeat(67), 'ż'.repeat(4)],
        encoding: 'ucs2',
        parts: 2,
        points: 3_000,
        idx: 'g7-2',
        delivery: 'delivered',
        waiting: false,
      },
      { segments: ['pierwszy'], encoding: 'gsm7', parts: 1, points: 1_500 },
    ]);
    const [newest] = (await read(null, 1)).entries;
    const before = await read(newest?.id ?? null, 1);
    expect(before).toMatchObject({ entries: [{ segments: ['pierwszy'] }], hasEarlier: false });
  });

  it('that are switched off keep what waits until they are on again', async () => {
    expect(await valueOf(handsets.setState(PHONE, 'out_of_coverage'))).toMatchObject({
      phone: PHONE,
      state: 'out_of_coverage',
      stateSince: expect.any(Date),
    });
    await send(PHONE, 'czeka');
    const away = await read();
    expect(away).toMatchObject({ waiting: 1, entries: [{ waiting: true, delivery: 'pending', landedAt: null }] });
    await valueOf(handsets.setState(PHONE, 'on'));
    await landed();
    expect((await read()).entries).toMatchObject([{ waiting: false, landedAt: expect.any(Date) }]);
    expect((await valueOf(handsets.markRead(PHONE))).unread).toBe(0);
  });

  it('reply to the address of the account, or to nobody', async () => {
    await send(PHONE, 'Dzień dobry');
    await landed();
    const { takesReplies, entries } = await read();
    expect(takesReplies).toBe(false);
    expect(await valueOf(handsets.reply(PHONE, 'TAK', null))).toBe('nobody');
    const calls: string[] = [];
    const receiver = await listen((url, body) => {
      calls.push(`${url} ${body}`);
      return calls.length === 1 ? 'OK' : 'not now';
    });
    const account = smsapi.connect({ baseUrl: emulator.url, token: emulator.token, timeoutMs: TIMEOUT_MS });
    expect(await account.takeTextsAt(`${receiver.url}/secret`)).toEqual({ ok: true, value: 'added' });
    expect(await valueOf(handsets.reply(PHONE, 'STOP', entries[0]?.id ?? null))).toBe('taken');
    expect(await valueOf(handsets.reply(PHONE, 'i jeszcze', null))).toBe('waiting');
    const text = smsapi.parseInbound(new URLSearchParams(calls[0]?.split(' ')[1]));
    expect(text).toMatchObject({ sender: '48501100100', text: 'STOP', answers: entries[0]?.id });
    expect(await read()).toMatchObject({
      takesReplies: true,
      entries: [
        { kind: 'reply', text: 'i jeszcze', state: 'waiting' },
        { kind: 'reply', text: 'STOP', state: 'taken' },
        { kind: 'reply', text: 'TAK', state: 'nobody' },
        { kind: 'message' },
      ],
    });
    receiver.close();
  });

  it('are followed until the one who looks goes away', async () => {
    const stop = new AbortController();
    let changes = 0;
    const followed = handsets.follow(() => {
      changes += 1;
    }, stop.signal);
    await expect.poll(() => changes).toBeGreaterThan(0);
    const before = changes;
    await send(PHONE, 'nowość');
    await expect.poll(() => changes).toBeGreaterThan(before);
    stop.abort();
    await followed;
  });
});

describe('what is no emulator', () => {
  it.each([
    ['another answer', () => '{"size":0,"collection":[]}'],
    ['a page', () => '<html>'],
    ['nothing', () => ''],
  ])('answers with %s, and is told apart', async (_name, body) => {
    const server = await listen(body);
    const other = handsetsAt(server.url, 'secret');
    expect(await other.list({ search: '', phones: [], limit: 1 })).toEqual({ ok: false, why: 'not_emulator' });
    expect(await other.setState(PHONE, 'off')).toEqual({ ok: false, why: 'not_emulator' });
    await other.follow(() => expect.unreachable(), AbortSignal.timeout(2_000));
    server.close();
    expect(await other.list({ search: '', phones: [], limit: 1 })).toEqual({ ok: false, why: 'unreachable' });
  });
});

async function listen(answer: (url: string, body: string) => string): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.end(answer(request.url ?? '', body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
