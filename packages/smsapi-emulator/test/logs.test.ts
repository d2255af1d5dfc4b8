import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, recordsIn, send, start, startReceiver } from './support.ts';

const OTHER = '48600100200';

const get = (emulator: Emulator, path: string) => ask(emulator, 'GET', `/_emulator/${path}`);

describe('the log of requests', () => {
  it('keeps requests whole, and what was answered', async () => {
    const emulator = await start();
    await ask(emulator, 'POST', '/api/sms.do?format=json', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-request-id': 'r1', 'user-agent': 'tester/1' },
      body: `to=${GOOD}&message=Dzie%C5%84&encoding=utf-8`,
    });
    expect(emulator.requests.last()).toMatchObject({
      nth: 1,
      method: 'POST',
      path: '/sms.do',
      url: '/api/sms.do?format=json',
      userAgent: 'tester/1',
      headers: { authorization: 'Bearer ***', 'x-request-id': 'r1' },
      fields: { format: 'json', to: GOOD, message: 'Dzień' },
      body: `to=${GOOD}&message=Dzie%C5%84&encoding=utf-8`,
      bodyBytes: 48,
      recipients: 1,
      status: 200,
      error: null,
      fault: null,
      reply: {
        status: 200,
        contentType: 'application/json; charset=utf-8',
        body: expect.stringContaining('"count":1'),
      },
    });
  });

  it('shows nobody the token, wherever it was written', async () => {
    const emulator = await start();
    const { token } = emulator;
    await ask(emulator, 'GET', `/sms.do?access_token=${token}&to=${GOOD}&message=a`, {
      headers: { authorization: '' },
    });
    await askJson(emulator, 'POST', '/sms.do', { access_token: token, to: GOOD, message: `my ${token}` });
    const shown = JSON.stringify(emulator.requests.all());
    expect([emulator.requests.total, shown.includes(token)]).toEqual([2, false]);
    expect(emulator.requests.last()?.fields).not.toHaveProperty('access_token');
  });

  it('is asked by path, number, idx, message id, outcome and time', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock });
    const [first = ''] = idsOf(await send(emulator, { to: '+48 500 100 200', idx: 'a' }));
    await emulator.advance(1_000);
    const [second = ''] = idsOf(await send(emulator, { to: `${OTHER},${GOOD}`, idx: ['b', 'c'] }));
    await send(emulator, { from: 'Nikt' });
    await ask(emulator, 'GET', `/sms.do?format=json&status=${first}`);
    await ask(emulator, 'GET', '/profile');
    emulator.faults.add({ reply: { kind: 'cut' }, accepted: true, next: 1 });
    await send(emulator).catch(() => undefined);
    const nths = (query: Parameters<typeof emulator.requests.where>[0]): readonly number[] =>
      emulator.requests.where(query).map(({ nth }) => nth);
    expect(nths({})).toEqual([1, 2, 3, 4, 5, 6]);
    expect(nths({ path: '/sms.do', method: 'post' })).toEqual([1, 2, 3, 6]);
    expect(nths({ path: '/pro*' })).toEqual([5]);
    expect(nths({ number: '500100200' })).toEqual([1, 2, 3, 6]);
    expect(nths({ number: OTHER })).toEqual([2]);
    expect(nths({ idx: 'c' })).toEqual([2]);
    expect(nths({ id: first })).toEqual([1, 4]);
    expect(nths({ id: second })).toEqual([2]);
    expect(nths({ error: 14 })).toEqual([3]);
    expect(nths({ status: null })).toEqual([6]);
    expect(nths({ fault: 'cut' })).toEqual([6]);
    expect(nths({ fault: null, status: 200, since: clock.now() })).toEqual([2, 3, 4, 5]);
    expect(nths({ until: clock.now() })).toEqual([1]);
  });

  it('finds one of ten thousand recipients, whose bodies it cannot keep', async () => {
    const emulator = await start({ points: 10_000 });
    const numbers = Array.from({ length: 10_000 }, (_, index) => 48_501_000_050 + index * 100);
    const ids = idsOf(
      await send(emulator, { to: numbers.join(','), idx: numbers.map((_, index) => `i${index}`).join('|') }),
    );
    await send(emulator);
    expect(emulator.requests.where({ number: String(numbers[7_777]) }).map(({ nth }) => nth)).toEqual([1]);
    expect(emulator.requests.where({ idx: 'i9999' }).map(({ nth }) => nth)).toEqual([1]);
    expect(emulator.requests.where({ id: ids[5_000] ?? '' }).map(({ nth }) => nth)).toEqual([1]);
    const [entry] = emulator.requests.where({ number: String(numbers[0]) });
    expect([entry?.body.length, (entry?.bodyBytes ?? 0) > 100_000]).toEqual([16_384, true]);
    expect([entry?.reply?.body.length, (entry?.reply?.bodyLength ?? 0) > 1_000_000]).toEqual([16_384, true]);
  });

  it('is asked over HTTP too, and emptied', async () => {
    const emulator = await start();
    await send(emulator, { idx: 'a' });
    await send(emulator, { to: OTHER, idx: 'b' });
    expect((await get(emulator, `requests?number=600100200`)).json).toMatchObject({
      total: 2,
      found: 1,
      requests: [{ nth: 2, fields: { idx: 'b' } }],
    });
    expect((await get(emulator, 'requests?limit=1')).json).toMatchObject({ found: 2, requests: [{ nth: 2 }] });
    expect((await get(emulator, 'requests?limit=0')).json).toMatchObject({ found: 2, requests: [] });
    const since = encodeURIComponent(new Date(emulator.clock.now() + 60_000).toISOString());
    expect((await get(emulator, `requests?since=${since}`)).json).toMatchObject({ found: 0 });
    expect((await get(emulator, 'requests?fault=none&status=200&path=/sms.do&until=9999999999999')).json['found']).toBe(
      2,
    );
    const wrong = await get(emulator, 'requests?since=yesterday');
    expect([wrong.status, wrong.json['message']]).toEqual([400, expect.stringContaining('Parameter since')]);
    expect((await ask(emulator, 'DELETE', '/_emulator/requests')).status).toBe(204);
    expect((await get(emulator, 'requests')).json).toMatchObject({ total: 0, found: 0 });
  });
});

describe('the log of reports', () => {
  it('keeps every attempt with its fields and its answer, and is asked by either', async () => {
    const receiver = await startReceiver((_, nth) => (nth === 1 ? { status: 500, body: 'broken' } : { body: 'OK' }));
    const emulator = await start({
      reportUrl: receiver.url,
      reports: { retryFirstMs: 1 },
      switches: { reportStatuses: 'final' },
    });
    const [id = ''] = idsOf(await send(emulator, { idx: 'a' }));
    await emulator.idle();
    const [other = ''] = idsOf(await send(emulator, { to: '48600100000', idx: 'b' }));
    await emulator.idle();
    expect(emulator.reports.where({ id })).toMatchObject([
      { attempt: 1, status: 500, taken: false, answer: 'broken', fields: [{ MsgId: id, idx: 'a', status: '404' }] },
      { attempt: 2, status: 200, taken: true, answer: 'OK', fault: null },
    ]);
    expect(emulator.reports.where({ taken: false })).toHaveLength(1);
    expect(emulator.reports.where({ number: '48600100000' })).toMatchObject([{ ids: [other] }]);
    expect(emulator.reports.where({ status: 405 })).toMatchObject([{ ids: [other] }]);
    expect(emulator.reports.where({ idx: 'a', status: 405 })).toEqual([]);
    expect(emulator.reports.where({ url: receiver.url, since: 0, until: 1 })).toEqual([]);
    expect((await get(emulator, `reports?id=${id}&taken=true`)).json).toMatchObject({
      found: 1,
      calls: [{ answer: 'OK', fields: [{ to: GOOD }] }],
    });
    expect((await get(emulator, 'reports?taken=perhaps')).status).toBe(400);
  });

  it('keeps texts from handsets beside them', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_mo' });
    await emulator.receive({ from: GOOD, text: 'STOP' });
    expect(emulator.reports.where({ number: GOOD })).toMatchObject([
      { taken: true, answer: 'OK', fields: [{ sms_from: GOOD, sms_text: 'STOP' }] },
    ]);
  });
});

describe('the ledger', () => {
  it('shows who was sent the same twice, and counts by number', async () => {
    const emulator = await start();
    await send(emulator, { idx: 'a' });
    await send(emulator, { idx: 'a' });
    await send(emulator, { to: OTHER });
    await emulator.idle();
    expect(emulator.ledger.duplicates()).toMatchObject([{ number: GOOD, same: 'idx', idx: 'a', received: 2 }]);
    const duplicates = (await get(emulator, 'ledger/duplicates')).json;
    expect([duplicates['total'], recordsIn(duplicates['duplicates'])[0]?.['number']]).toEqual([1, GOOD]);
    expect((await get(emulator, `ledger/duplicates?number=${OTHER}`)).json['total']).toBe(0);
    expect((await get(emulator, 'ledger/totals')).json).toMatchObject({
      count: 2,
      totals: { accepted: 3, received: 3 },
      numbers: [
        { number: GOOD, accepted: 2, received: 2, parts: 2, points: 0.3 },
        { number: OTHER, accepted: 1 },
      ],
    });
  });
});

describe('memory', () => {
  it('has an end, whatever is pushed through', async () => {
    const limits = { messages: 40, idx: 60, requests: 15, bodyBytes: 200, logBytes: 60_000 };
    const receiver = await startReceiver();
    const emulator = await start({ limits, reportUrl: receiver.url, reports: { keepCalls: 12 }, points: 100_000 });
    for (let round = 0; round < 60; round += 1) {
      const numbers = Array.from({ length: 20 }, (_, nth) => 48_501_000_050 + (round * 20 + nth) * 100);
      await send(emulator, {
        to: numbers.join(','),
        idx: numbers.map((_, nth) => `${round}-${nth}`).join('|'),
        message: 'a'.repeat(400),
      });
      await emulator.idle();
    }
    const state = (await get(emulator, 'state')).json;
    expect(state).toMatchObject({ accepted: 1_200, received: 1_200, messagesKept: 40, messagesAlive: 0 });
    expect(Number(state['idxRemembered'])).toBeLessThanOrEqual(60 + 20);
    const requests = emulator.requests.all();
    expect([requests.length, emulator.requests.total]).toEqual([15, 60]);
    expect(requests.every(({ body, reply }) => body.length <= 200 && (reply?.body.length ?? 0) <= 200)).toBe(true);
    expect(emulator.reports.calls()).toHaveLength(12);
    expect([emulator.reports.pending, emulator.ledger.numbers().length]).toEqual([0, 40]);
    expect(emulator.clock.nextAt).toBeNull();
  });

  it('of the requests ends by bytes before it ends by number', async () => {
    const emulator = await start({ limits: { requests: 1_000, logBytes: 50_000 } });
    for (let round = 0; round < 40; round += 1) await send(emulator, { message: 'a'.repeat(1_000) });
    expect(emulator.requests.all().length).toBeGreaterThan(5);
    expect(emulator.requests.all().length).toBeLessThan(20);
    expect(emulator.requests.total).toBe(40);
  });

  it('can be no memory at all', async () => {
    const emulator = await start({ limits: { requests: 0 }, reports: { keepCalls: 0 } });
    await send(emulator);
    expect([emulator.requests.all(), emulator.requests.last(), emulator.requests.total]).toEqual([[], undefined, 1]);
    expect(emulator.reports.calls()).toEqual([]);
  });
});
