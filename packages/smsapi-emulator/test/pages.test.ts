import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, recordIn, recordsIn, send, start, startReceiver } from './support.ts';

const FOLDER = fileURLToPath(new URL('../pages/', import.meta.url));
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.includes('.'));

const get = (emulator: Emulator, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(emulator.url + path, { headers, redirect: 'manual' });

const admin = (emulator: Emulator, method: string, path: string, body?: unknown) =>
  body === undefined
    ? ask(emulator, method, `/_emulator/${path}`)
    : askJson(emulator, method, `/_emulator/${path}`, body);

describe('the pages', () => {
  it('are led to from the bare address, for those who can read a page', async () => {
    const emulator = await start();
    const browser = await get(emulator, '/', { accept: 'text/html,*/*' });
    expect([browser.status, browser.headers.get('location')]).toEqual([302, '/_emulator/']);
    expect((await get(emulator, '/', { accept: 'application/json' })).status).toBe(404);
    expect(emulator.requests.total).toBe(0);
  });

  it('allow nothing from elsewhere and nothing inline', async () => {
    const emulator = await start();
    const page = await get(emulator, '/_emulator/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await page.text();
    expect(html).not.toMatch(/https?:|<script>|<style|\son\w+=|\sstyle=/);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
    for (const address of addresses) expect((await get(emulator, address)).status).toBe(200);
    expect(addresses).toHaveLength(5);
  });

  it.each(FILES)('have %s', async (name) => {
    const emulator = await start();
    const answer = await get(emulator, name === 'index.html' ? '/_emulator' : `/_emulator/pages/${name}`);
    expect([answer.status, await answer.text()]).toEqual([200, readFileSync(join(FOLDER, name), 'utf8')]);
  });

  it.each([
    '../package.json',
    '..%2f..%2fpackage.json',
    'core/..%2f..%2fpackage.json',
    'none.js',
    'main.ts',
    'core',
    '%2e%2e/package.json',
  ])('lead nowhere else by %s', async (path) => {
    expect((await get(await start(), `/_emulator/pages/${path}`)).status).toBe(404);
  });

  it('are spared the faults and delays of the API', async () => {
    const emulator = await start();
    emulator.faults.add({ reply: { kind: 'status', status: 500 }, accepted: false, path: '*' });
    for (const path of ['/_emulator/', '/_emulator/pages/main.js', '/_emulator/phones']) {
      expect((await get(emulator, path)).status).toBe(200);
    }
  });

  it('keep what is read aloud in the files of languages, and have both of them whole', () => {
    const sources = FILES.filter((name) => name.endsWith('.js') && !name.includes('texts-'));
    const withPolish = sources.filter((name) => /[ąćęłńóśźż]/i.test(readFileSync(join(FOLDER, name), 'utf8')));
    expect(withPolish).toEqual([]);
    const keysOf = (name: string): readonly string[] =>
      [...readFileSync(join(FOLDER, 'core', name), 'utf8').matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, key = '']) => key);
    expect(keysOf('texts-en.js')).toEqual(keysOf('texts-pl.js'));
  });

  it('have types that hold', async () => {
    const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
    const project = fileURLToPath(new URL('../tsconfig.pages.json', import.meta.url));
    const complaints = await promisify(execFile)(process.execPath, [compiler, '-p', project]).then(
      () => '',
      (error: { readonly stdout: string; readonly stderr: string }) => error.stdout + error.stderr,
    );
    expect(complaints).toBe('');
  }, 120_000);
});

describe('the list of handsets', () => {
  it('names the newest first, with what is unread and what is on its way', async () => {
    const emulator = await start({ clock: createManualClock(), speed: 1 });
    await send(emulator, { to: '48500100250', message: 'pierwszy' });
    await emulator.advance(60_000);
    await send(emulator, { to: GOOD, message: 'drugi' });
    const { json } = await admin(emulator, 'GET', 'phones');
    expect(json).toMatchObject({
      total: 2,
      matching: 2,
      now: emulator.clock.now(),
      phones: [
        {
          number: GOOD,
          state: 'on',
          unread: 0,
          waiting: 1,
          last: { kind: 'message', text: 'drugi', from: 'Test', status: 'QUEUE' },
        },
        { number: '48500100250', unread: 1, waiting: 0, last: { text: 'pierwszy', status: 'DELIVERED' } },
      ],
    });
  });

  it('adds the handsets of named numbers to what is found', async () => {
    const emulator = await start();
    for (const to of [GOOD, '48500100250', '48500100350']) await send(emulator, { to, message: to.slice(-3) });
    const found = async (query: string) =>
      recordsIn((await admin(emulator, 'GET', `phones?${query}`)).json['phones']).map((phone) =>
        String(phone['number']),
      );
    expect((await found('search=350&numbers=500100250,nonsense')).toSorted((a, b) => a.localeCompare(b))).toEqual([
      '48500100250',
      '48500100350',
    ]);
    expect(await found('numbers=48500100250')).toEqual(['48500100250']);
    expect(await found('search=nikt&numbers=600700800')).toEqual([]);
  });

  it.each([
    ['digits of the number', '+48 500-100-2', [GOOD]],
    ['a word of the last text', 'PACZKA', ['48500100350']],
    ['a sender name', 'goniec', ['48500100350']],
    ['nothing that is there', 'nikt', []],
  ])('is searched by %s', async (_, search, expected) => {
    const emulator = await start({ account: { senders: ['Test', 'Goniec'] } });
    await send(emulator, { to: GOOD });
    await send(emulator, { to: '48500100350', message: 'Paczka w drodze', from: 'Goniec' });
    const { json } = await admin(emulator, 'GET', `phones?search=${encodeURIComponent(search)}`);
    expect(recordsIn(json['phones']).map((phone) => phone['number'])).toEqual(expected);
    expect([json['total'], json['matching']]).toEqual([2, expected.length]);
  });

  it('has an end', async () => {
    const emulator = await start({ points: 1_000 });
    const to = Array.from({ length: 250 }, (_, nth) => 48_500_000_050 + nth * 100);
    await send(emulator, { to: to.join(',') });
    const { json } = await admin(emulator, 'GET', 'phones?limit=100000');
    expect([json['total'], recordsIn(json['phones']).length]).toEqual([250, 200]);
    expect(recordsIn((await admin(emulator, 'GET', 'phones?limit=3')).json['phones'])).toHaveLength(3);
  });
});

describe('a conversation', () => {
  it('shows each radio part, the encoding, the price and where short links lead', async () => {
    const emulator = await start({ account: { price: 0.1 } });
    await send(emulator, { message: `${'ą'.repeat(60)} [%idzdo:https://example.com/a%]`, idx: 'x1' });
    await emulator.idle();
    const { json } = await admin(emulator, 'GET', `phones/${GOOD}`);
    const [entry = {}] = recordsIn(json['entries']);
    expect(entry).toMatchObject({
      kind: 'message',
      encoding: 'ucs2',
      parts: 2,
      points: 0.2,
      idx: 'x1',
      status: 'DELIVERED',
      waiting: false,
    });
    const segments = Array.isArray(entry['segments']) ? entry['segments'].map(String) : [];
    expect([segments.map((segment) => segment.length), segments.join('')]).toEqual([
      [67, expect.any(Number)],
      entry['text'],
    ]);
    const [link = {}] = recordsIn(entry['links']);
    expect(String(entry['text'])).toContain(String(link['text']));
    const opened = await get(emulator, String(link['href']));
    expect([opened.status, opened.headers.get('location')]).toEqual([302, 'https://example.com/a']);
  });

  it('has everything in its order, and earlier entries when asked for them', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock, speed: 1 });
    await send(emulator, { message: 'a', date: clock.now() / 1_000 + 600 });
    await send(emulator, { message: 'b' });
    await emulator.advance(5_000);
    await emulator.receive({ from: `+${GOOD}`, text: 'c' });
    await emulator.advance(700_000);
    await send(emulator, { message: 'd' });
    const whole = recordsIn((await admin(emulator, 'GET', `phones/${GOOD}`)).json['entries']);
    expect(whole.map(({ text, waiting }) => [text, waiting])).toEqual([
      ['b', false],
      ['c', undefined],
      ['a', false],
      ['d', true],
    ]);
    const newest = await admin(emulator, 'GET', `phones/${GOOD}?limit=2`);
    expect(newest.json).toMatchObject({ entries: [{ text: 'a' }, { text: 'd' }], hasEarlier: true });
    const before = String(recordsIn(newest.json['entries'])[0]?.['id']);
    const earlier = await admin(emulator, 'GET', `phones/${GOOD}?limit=2&before=${before}`);
    expect(earlier.json).toMatchObject({ entries: [{ text: 'b' }, { text: 'c' }], hasEarlier: false });
  });

  it('is read when somebody says so, until something lands again', async () => {
    const emulator = await start();
    const unread = async (): Promise<unknown> => (await admin(emulator, 'GET', `phones/${GOOD}`)).json['unread'];
    await send(emulator);
    await emulator.idle();
    expect(await unread()).toBe(1);
    expect((await admin(emulator, 'PUT', `phones/${GOOD}`, { read: true })).json['unread']).toBe(0);
    await emulator.advance(1_000);
    await send(emulator);
    await emulator.idle();
    expect(await unread()).toBe(1);
  });

  it('tells how a text for the company fares', async () => {
    let isOpen = false;
    const receiver = await startReceiver(() => ({ body: isOpen ? 'OK' : 'later' }));
    const emulator = await start({ reports: { retryFirstMs: 40, retryMostMs: 40 } });
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_mo' });
    await send(emulator);
    await emulator.idle();
    const replyTo = emulator.ledger.received(GOOD)[0]?.id;
    await admin(emulator, 'POST', 'incoming', { from: GOOD, text: 'STOP', replyTo });
    const last = async () => recordsIn((await admin(emulator, 'GET', `phones/${GOOD}`)).json['entries']).at(-1);
    await expect.poll(async () => (await last())?.['attempts']).toBeGreaterThan(0);
    expect(await last()).toMatchObject({ kind: 'text', text: 'STOP', replyTo, state: 'waiting' });
    await expect.poll(async () => recordsIn((await admin(emulator, 'GET', 'reports')).json['waiting']).length).toBe(1);
    isOpen = true;
    await expect.poll(async () => (await last())?.['state']).toBe('taken');
  });

  it('is empty on a handset nobody has written to, which can be switched off beforehand', async () => {
    const emulator = await start();
    expect((await admin(emulator, 'GET', 'phones/48500100200')).json).toMatchObject({
      state: 'on',
      entries: [],
      fate: 'delivered',
    });
    expect((await admin(emulator, 'PUT', 'phones/500100200', { state: 'off' })).json).toMatchObject({
      number: GOOD,
      state: 'off',
    });
    const [id] = idsOf(await send(emulator));
    await emulator.idle();
    expect((await admin(emulator, 'GET', `phones/${GOOD}`)).json).toMatchObject({
      waiting: 1,
      entries: [{ id, landedAt: null, waiting: true, status: 'SENT' }],
    });
  });

  it.each([
    ['PUT', 'phones/48500100200', { state: 'broken' }],
    ['PUT', 'phones/nobody', { state: 'off' }],
    ['GET', 'phones/nobody', undefined],
  ])('refuses %s %s %j with a sentence', async (method, path, body) => {
    const { status, json } = await admin(await start(), method, path, body);
    expect([status, String(json['message']).length > 10]).toEqual([400, true]);
  });
});

describe('the stream of changes', () => {
  /** Reads messages of the stream until one fits. */
  const until = async (
    reader: ReadableStreamDefaultReader<string>,
    fits: (change: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<Readonly<Record<string, unknown>>> => {
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`the stream ended after ${text}`);
      text += value;
      const change = [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => recordIn(data)).find(fits);
      if (change !== undefined) return change;
    }
  };

  const openStream = async (emulator: Emulator): Promise<ReadableStreamDefaultReader<string>> => {
    const { body, headers } = await get(emulator, '/_emulator/events');
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    if (body === null) throw new Error('a stream has a body');
    return body.pipeThrough(new TextDecoderStream()).getReader();
  };

  it('names the handsets that got something', async () => {
    const emulator = await start();
    const reader = await openStream(emulator);
    await until(reader, ({ phones }) => phones === null);
    await send(emulator);
    expect(await until(reader, ({ phones }) => Array.isArray(phones) && phones.includes(GOOD))).toMatchObject({
      phones: [GOOD],
    });
    await reader.cancel();
  });

  it('tells of what somebody else did', async () => {
    const emulator = await start();
    const reader = await openStream(emulator);
    await until(reader, ({ phones }) => phones === null);
    await admin(emulator, 'POST', 'faults', { reply: { kind: 'hang' }, next: 1 });
    const change = await until(reader, ({ phones }) => Array.isArray(phones));
    expect(change).toEqual({ topics: ['settings'], phones: [] });
    await reader.cancel();
  });

  it('ends with the emulator', async () => {
    const emulator = await start();
    const reader = await openStream(emulator);
    await emulator.close();
    let isDone = false;
    while (!isDone) isDone = (await reader.read()).done;
    expect(isDone).toBe(true);
  });

  it('turns away the page that would be one too many', async () => {
    const emulator = await start();
    const readers = await Promise.all(Array.from({ length: 32 }, () => openStream(emulator)));
    expect((await get(emulator, '/_emulator/events')).status).toBe(503);
    await readers[0]?.cancel();
    await expect
      .poll(async () => {
        const answer = await get(emulator, '/_emulator/events');
        await answer.body?.cancel();
        return answer.status;
      })
      .toBe(200);
    for (const reader of readers.slice(1)) await reader.cancel();
  });

  it('is for those on this machine and for the token, which a browser can only put into the address', async () => {
    const emulator = await start();
    const strange = { origin: 'https://evil.example' };
    expect((await get(emulator, '/_emulator/events', strange)).status).toBe(401);
    const allowed = await get(emulator, `/_emulator/events?access_token=${emulator.token}`, strange);
    expect(allowed.status).toBe(200);
    await allowed.body?.cancel();
  });
});
