import { describe, expect, it } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { ask, GOOD, idsOf, send, start, startReceiver } from './support.ts';

const QUICK_RETRY = { retryFirstMs: 1, retryMostMs: 4 };

describe('delivery reports', () => {
  it('go to the account by GET: QUEUE, SENT, then the end', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: `${receiver.url}?secret=x` });
    const [id = ''] = idsOf(await send(emulator, { idx: 'g1-a' }));
    await emulator.idle();
    expect(receiver.statuses(id)).toEqual(['409', '403', '404']);
    expect(receiver.calls.every(({ method, path }) => method === 'GET' && path === '/dlr')).toBe(true);
    expect(receiver.calls.at(-1)?.fields).toMatchObject({
      secret: 'x',
      idx: expect.stringContaining('g1-a'),
      to: expect.stringContaining(GOOD),
      username: 'emulator',
    });
  });

  it.each([
    ['48500100000', ['409', '403', '405']],
    ['48500100001', ['409', '403', '402']],
    ['48500100002', ['409', '403', '407']],
    ['48500100003', ['409', '403', '404']],
    ['48500100004', []],
    ['48500100007', ['409', '403', '408', '404']],
    ['48500100008', ['409', '409', '403', '403', '404', '404']],
    ['48500100009', ['404', '403', '409']],
    ['48500100010', ['409', '403', '406']],
    ['48500100099', ['409', '403', '408']],
  ])('for %s tell %j', async (number, codes) => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url, speed: 200 });
    const [id = ''] = idsOf(await send(emulator, { to: number }));
    await emulator.idle();
    expect(receiver.statuses(id)).toEqual(codes);
  });

  it('go to notify_url instead, when the request names one', async () => {
    const [own, other] = [await startReceiver(), await startReceiver()];
    const emulator = await start({ reportUrl: own.url });
    await send(emulator, { notify_url: other.url });
    await emulator.idle();
    expect([own.calls.length, other.calls.length > 0]).toEqual([0, true]);
  });

  it('are not made for tests, and for nobody without an address', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url });
    await send(emulator, { test: 1 });
    await emulator.idle();
    expect(receiver.calls).toEqual([]);
    const alone = await start();
    await send(alone);
    await alone.idle();
    expect(alone.reports.calls()).toEqual([]);
  });

  it.each([
    ['a body that is nearly OK', { body: 'OK\n' }],
    ['another body', { body: 'ok' }],
    ['another status', { status: 500, body: 'OK' }],
    ['201', { status: 201, body: 'OK' }],
  ])('are repeated after %s until they are answered OK', async (_, refusal) => {
    const receiver = await startReceiver((__, nth) => (nth <= 3 ? refusal : { body: 'OK' }));
    const emulator = await start({
      reportUrl: receiver.url,
      reports: QUICK_RETRY,
      switches: { reportStatuses: 'final' },
    });
    const [id = ''] = idsOf(await send(emulator));
    await emulator.idle();
    expect(receiver.statuses(id)).toEqual(['404', '404', '404', '404']);
    expect(emulator.reports.calls().map(({ attempt, taken }) => [attempt, taken])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  it('are repeated at growing distances, also when nobody listens', async () => {
    const clock = createManualClock();
    const emulator = await start({
      clock,
      reportUrl: 'http://127.0.0.1:1/nobody',
      switches: { reportStatuses: 'final' },
      reports: { retryFirstMs: 1_000, retryMostMs: 3_000, maxAttempts: 5 },
    });
    await send(emulator);
    const begin = clock.now();
    for (let step = 0; emulator.reports.givenUp === 0 && step < 400; step += 1) {
      await emulator.advance(100);
      await ask(emulator, 'GET', '/ping');
    }
    const attempts = emulator.reports.calls().map(({ at }) => at - begin);
    const gaps = attempts.slice(1).map((at, index) => Math.floor((at - (attempts[index] ?? 0)) / 1_000));
    expect(gaps).toEqual([1, 2, 3, 3]);
    expect([emulator.reports.givenUp, emulator.reports.pending]).toEqual([1, 0]);
  });

  it('travel up to five together, and every one arrives once', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url, points: 1_000 });
    const to = Array.from({ length: 1_000 }, (_, index) => 48_501_000_050 + index * 100);
    const ids = idsOf(await send(emulator, { to: to.join(',') }));
    await emulator.idle();
    const sizes = receiver.calls.map(({ fields }) => (fields['MsgId'] ?? '').split(',').length);
    expect(Math.max(...sizes)).toBe(5);
    expect(ids.filter((id) => receiver.statuses(id).join() !== '409,403,404')).toEqual([]);
  });

  it('travel alone when the switch says so', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url, switches: { reportBatch: 1 } });
    await send(emulator, { to: '48501000050,48501000150,48501000250' });
    await emulator.idle();
    expect(receiver.calls).toHaveLength(9);
  });

  it('wait while they are held, and can be made by hand with any status', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url });
    emulator.reports.pause();
    const [id = ''] = idsOf(await send(emulator));
    expect(emulator.reports.send(id, 413)).toBe(true);
    expect(emulator.reports.send('nobody', 404)).toBe(false);
    await ask(emulator, 'GET', '/ping');
    expect(receiver.calls).toEqual([]);
    emulator.reports.resume();
    await emulator.idle();
    expect(receiver.statuses(id).toSorted()).toEqual(['403', '404', '409', '413']);
  });

  it('are given up at once above the limit of waiting ones', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url, reports: { maxPending: 2 } });
    emulator.reports.pause();
    await send(emulator, { to: '48501000050,48501000150' });
    await expect.poll(() => emulator.reports.givenUp).toBe(4);
    emulator.reports.resume();
    await emulator.idle();
    expect(receiver.calls.flatMap(({ fields }) => (fields['MsgId'] ?? '').split(','))).toHaveLength(2);
  });
});

describe('a text that comes in', () => {
  it('is posted as a form to the callback for it, until that answers OK', async () => {
    const receiver = await startReceiver((_, nth) => ({ body: nth === 1 ? 'no' : 'OK' }));
    const emulator = await start({ reports: QUICK_RETRY });
    expect(await emulator.receive({ from: GOOD, text: 'STOP' })).toEqual({ hasReceiver: false, taken: false });
    await ask(emulator, 'POST', '/callbacks', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: receiver.url, type: 'sms_mo' }),
    });
    const text = 'Proszę STOP & dziękuję';
    const outcome = await emulator.receive({ from: GOOD, to: '48500000300', text, replyTo: '77' });
    expect(outcome).toEqual({ hasReceiver: true, taken: false });
    await expect.poll(() => receiver.calls.length).toBe(2);
    expect(receiver.calls[1]).toMatchObject({
      method: 'POST',
      fields: { sms_from: GOOD, sms_to: '48500000300', sms_text: text, username: 'emulator', MsgId: '77' },
    });
  });

  it('reaches only the callback that takes texts to that number', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    await ask(emulator, 'POST', '/callbacks', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        url: receiver.url,
        type: 'sms_mo',
        receiver_type: 'number',
        receiver_number: '48500000300',
      }),
    });
    expect(await emulator.receive({ from: GOOD, to: '48500000301', text: 'a' })).toMatchObject({ hasReceiver: false });
    expect(await emulator.receive({ from: GOOD, to: '48500000300', text: 'a' })).toEqual({
      hasReceiver: true,
      taken: true,
    });
  });
});
