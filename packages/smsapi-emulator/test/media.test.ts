import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, listOf, start, startReceiver, type Answer } from './support.ts';

const SMIL = '<smil><body><par><img src="http://example.com/a.jpg"/></par></body></smil>';
const LANDLINE = '48221234567';

const sendMms = (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/mms.do', { format: 'json', to: GOOD, subject: 'Zdjęcie', smil: SMIL, ...fields });

const sendVms = (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/vms.do', { format: 'json', to: GOOD, tts: 'Dzień dobry', ...fields });

describe.each([
  ['mms', sendMms, 0.35, 'Zdjęcie'],
  ['vms', sendVms, 0.2, 'Dzień dobry'],
] as const)('%s.do', (channel, sendIt, price, text) => {
  it('takes, charges and delivers', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock });
    const answer = await sendIt(emulator, { to: '500100200', idx: 'a', details: true });
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        count: 1,
        list: [
          {
            id: expect.stringMatching(/^\d{19}$/),
            points: price,
            number: GOOD,
            submitted_number: '500100200',
            date_sent: Math.floor(clock.now() / 1_000),
            status: 'QUEUE',
            error: null,
            idx: 'a',
          },
        ],
      },
    ]);
    expect(emulator.account.points).toBe(1_000 - price);
    await emulator.advance(10_000);
    expect(emulator.ledger.received(GOOD)).toMatchObject([{ channel, text, parts: 1, idx: 'a' }]);
  });

  it('reports to its own callback, not to that of texts', async () => {
    const receiver = await startReceiver();
    const texts = await startReceiver();
    const emulator = await start({ reportUrl: texts.url, switches: { reportBatch: 1 } });
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: `${channel}_dlr` });
    const [id = ''] = idsOf(await sendIt(emulator, { idx: 'a' }));
    await emulator.idle();
    expect(receiver.statuses(id)).toEqual(['409', '403', '404']);
    expect(receiver.calls[0]?.fields).toMatchObject({ idx: 'a', points: String(price), to: GOOD });
    expect(texts.calls).toEqual([]);
  });

  it('tells statuses and takes back scheduled ones, of its own kind only', async () => {
    const emulator = await start({ clock: createManualClock() });
    const date = Math.floor(emulator.clock.now() / 1_000) + 600;
    const [id = ''] = idsOf(await sendIt(emulator, { date }));
    const status = await ask(emulator, 'GET', `/${channel}.do?format=json&status=${id}`);
    expect(listOf(status)).toMatchObject([{ id, status: 'QUEUE', number: GOOD }]);
    const elsewhere = await ask(emulator, 'GET', `/sms.do?format=json&status=${id}`);
    expect(listOf(elsewhere)).toMatchObject([{ status: 'NOT_FOUND' }]);
    expect((await askJson(emulator, 'POST', '/sms.do', { format: 'json', sch_del: id })).json['error']).toBe(301);
    const back = await askJson(emulator, 'POST', `/${channel}.do`, { format: 'json', sch_del: id });
    expect(back.json).toEqual({ count: 1, list: [{ id }] });
    expect(emulator.account.points).toBe(1_000);
  });

  it('shares idx values with texts', async () => {
    const emulator = await start();
    await sendIt(emulator, { idx: 'a' });
    expect((await sendIt(emulator, { idx: 'a', check_idx: true })).json['error']).toBe(53);
    expect((await sendIt(emulator, { idx: 'b', check_idx: true })).json['count']).toBe(1);
  });

  it('only pretends under test=1', async () => {
    const emulator = await start();
    expect((await sendIt(emulator, { test: true })).json['count']).toBe(1);
    expect([emulator.ledger.numbers(), emulator.account.points]).toEqual([[], 1_000]);
  });

  it.each([
    [13, { to: '12' }],
    [13, { to: '' }],
    [20, { idx: 'a|b' }],
    [32, { to: '4915112345678' }],
    [40, { to: '', group: 'nobody' }],
    [50, { date: '2099-01-01T00:00:00Z' }],
    [57, { to: '48500100006' }],
    [70, { notify_url: 'nowhere' }],
  ])('answers %i to %j', async (code, fields) => {
    const emulator = await start();
    expect((await sendIt(emulator, fields)).json['error']).toBe(code);
    expect(emulator.account.points).toBe(1_000);
  });

  it('answers 103 when the points are short, and plain text when nobody asks for JSON', async () => {
    const emulator = await start({ points: 0.5 });
    expect((await sendIt(emulator, { to: `${GOOD},48600100200,48600100300` })).json['error']).toBe(103);
    expect((await sendIt(emulator, { format: undefined })).text).toMatch(new RegExp(`^OK:\\d{19}:${price}$`));
  });
});

describe('an MMS', () => {
  it('keeps its SMIL and is refused without it', async () => {
    const emulator = await start();
    await sendMms(emulator);
    expect(emulator.ledger.accepted(GOOD)).toMatchObject([{ attachment: { kind: 'smil', smil: SMIL } }]);
    expect((await sendMms(emulator, { smil: 'a picture' })).json['error']).toBe(22);
  });
});

describe('a voice message', () => {
  it('plays a WAV file that comes along as a multipart form', async () => {
    const emulator = await start();
    const form = new FormData();
    for (const [name, value] of [['to', GOOD] as const, ['format', 'json'] as const, ['idx', 'a'] as const]) {
      form.append(name, value);
    }
    form.append('file', new Blob(['RIFF....WAVEfmt '], { type: 'audio/wav' }), 'głos.wav');
    const response = await fetch(`${emulator.url}/vms.do`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}` },
      body: form,
    });
    expect(await response.json()).toMatchObject({ count: 1, list: [{ idx: 'a' }] });
    expect(emulator.ledger.accepted(GOOD)).toMatchObject([
      { text: '', attachment: { kind: 'sound', filename: 'głos.wav', contentType: 'audio/wav', bytes: 16 } },
    ]);
    expect(JSON.stringify(emulator.requests.all())).not.toContain('RIFF');
  });

  it('reaches landlines, and only them under skip_gsm', async () => {
    const emulator = await start({ switches: { landlines: false } });
    expect((await sendVms(emulator, { to: `${LANDLINE},${GOOD}` })).json['count']).toBe(2);
    const only = await sendVms(emulator, { to: `${LANDLINE},${GOOD}`, skip_gsm: true });
    expect(listOf(only).map((item) => item['number'])).toEqual([LANDLINE]);
    expect((await sendVms(emulator, { skip_gsm: 1 })).json['error']).toBe(55);
  });

  it('rings nobody at night when the switch says so', async () => {
    const clock = createManualClock(Date.UTC(2026, 0, 12, 21, 30)); // 22:30 in Poland
    const emulator = await start({ clock });
    expect((await sendVms(emulator)).json['count']).toBe(1);
    emulator.setSwitches({ voiceHours: true });
    expect((await sendVms(emulator)).json['error']).toBe(51);
    expect((await sendVms(emulator, { date: '2026-01-13T08:00:00+01:00' })).json['count']).toBe(1);
  });
});
