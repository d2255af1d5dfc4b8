import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, recordsIn, start, startReceiver } from './support.ts';

const OTHER = '48600100200';

/** As the JavaScript client does it: everything in the query of a POST without a body. */
const check = (emulator: Emulator, query: string) =>
  ask(emulator, 'POST', `/hlr.do?format=json&${query}`, { headers: { 'content-type': 'application/json' } });

const withCallback = async (emulator: Emulator, url: string): Promise<void> => {
  await askJson(emulator, 'POST', '/callbacks', { url, type: 'hlr' });
};

describe('hlr.do', () => {
  it('answers one number with an object and takes its price', async () => {
    const emulator = await start({ points: 1, account: { prices: { hlr: 0.04 } } });
    const answer = await check(emulator, 'number=500100200');
    expect([answer.status, answer.json]).toEqual([
      200,
      { status: 'OK', number: GOOD, id: expect.stringMatching(/^\d{19}$/), price: 0.04 },
    ]);
    expect(emulator.account.points).toBe(0.96);
  });

  it('answers several with a list, each on its own, in order', async () => {
    const emulator = await start({ points: 1 });
    const answer = await check(emulator, `number=${GOOD},12,48221234567,${OTHER}&idx=a,b,c,d`);
    expect(JSON.parse(answer.text)).toMatchObject([
      { status: 'OK', number: GOOD },
      { status: 'ERROR', error: 13, number: '12' },
      { status: 'ERROR', error: 13, number: '48221234567' },
      { status: 'OK', number: OTHER },
    ]);
    expect(emulator.account.points).toBe(0.9);
  });

  it.each([
    ['GET with a query', 'GET', undefined],
    ['POST of a form', 'POST', 'application/x-www-form-urlencoded'],
  ])('takes %s', async (_, method, contentType) => {
    const emulator = await start();
    const fields = `format=json&number=${GOOD}`;
    const answer =
      contentType === undefined
        ? await ask(emulator, method, `/hlr.do?${fields}`)
        : await ask(emulator, method, '/hlr.do', { headers: { 'content-type': contentType }, body: fields });
    expect(answer.json['status']).toBe('OK');
  });

  it.each([
    [13, 'no number', ''],
    [20, 'fewer idx values than numbers', `number=${GOOD},${OTHER}&idx=a`],
    [27, 'an idx of 256 characters', `number=${GOOD}&idx=${'i'.repeat(256)}`],
  ])('refuses with %i: %s', async (code, _, query) => {
    const emulator = await start();
    expect((await check(emulator, query)).json['error']).toBe(code);
    expect(emulator.account.points).toBe(1_000);
  });

  it('refuses all when the points are short', async () => {
    const emulator = await start({ points: 0.09 });
    expect((await check(emulator, `number=${GOOD},${OTHER}`)).json['error']).toBe(103);
    expect(emulator.account.points).toBe(0.09);
  });

  it('speaks plain text unless JSON is asked for', async () => {
    const emulator = await start();
    const said = async (query: string) => (await ask(emulator, 'GET', `/hlr.do?${query}`)).text;
    expect(await said(`number=${GOOD}`)).toMatch(/^OK:\d{19}:0\.05$/);
    expect(await said('number=12')).toBe('ERROR:13');
    expect(await said(`number=${GOOD},12`)).toMatch(/^OK:\d{19}:0\.05:48500100200;ERROR:13:12$/);
    expect(await said('')).toBe('ERROR:13');
  });
});

describe('the result of a lookup', () => {
  it('is told to the hlr callback once it is known, with number, idx and network', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    await withCallback(emulator, `${receiver.url}?secret=s`);
    const answer = await check(emulator, `number=${GOOD},48500100000&idx=a|b`);
    const [first, second] = recordsIn(JSON.parse(answer.text));
    await emulator.idle();
    const calls = receiver.calls.toSorted((a, b) => (a.fields['idx'] ?? '').localeCompare(b.fields['idx'] ?? ''));
    expect(calls).toMatchObject([
      {
        method: 'GET',
        fields: {
          secret: 's',
          id: first?.['id'],
          number: GOOD,
          idx: 'a',
          status: 'OK',
          info: 'active',
          mcc: '260',
          mnc: expect.stringMatching(/^\d$/),
          ported: expect.stringMatching(/^[01]$/),
          price: '0.05',
          username: 'emulator',
        },
      },
      { fields: { id: second?.['id'], number: '48500100000', idx: 'b', status: 'FAIL', info: 'inactive', mnc: '0' } },
    ]);
    expect(calls).toHaveLength(2);
  });

  it('is repeated until it is answered OK', async () => {
    const receiver = await startReceiver((_, nth) => (nth < 3 ? { status: 500, body: '' } : { body: 'OK' }));
    const emulator = await start({ reports: { retryFirstMs: 1 } });
    await withCallback(emulator, receiver.url);
    await check(emulator, `number=${GOOD}`);
    await emulator.idle();
    expect(receiver.calls).toHaveLength(3);
    expect(emulator.reports.pending).toBe(0);
  });

  it.each([
    ['48500100007', 'active', 1],
    ['48500100010', 'unverified', 1],
    ['48500100004', null, 0],
    ['48500100008', 'active', 2],
  ])('of %s is %s, told %i times', async (number, status, times) => {
    const receiver = await startReceiver();
    const emulator = await start();
    await withCallback(emulator, receiver.url);
    await check(emulator, `number=${number}`);
    await emulator.idle();
    expect(receiver.calls.map(({ fields }) => fields['info'])).toEqual(Array.from({ length: times }, () => status));
  });

  it('waits for the clock', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), speed: 1 });
    await withCallback(emulator, receiver.url);
    await check(emulator, `number=${GOOD}`);
    await emulator.advance(900);
    expect(receiver.calls).toEqual([]);
    await emulator.advance(3_000);
    await expect.poll(() => receiver.calls.length).toBe(1);
  });
});

describe('hlrsync.do', () => {
  it('answers with what it found, takes the price and calls nobody', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ points: 1, clock: createManualClock() });
    await withCallback(emulator, receiver.url);
    const answer = await ask(emulator, 'POST', `/hlrsync.do?format=json&number=${GOOD},12`);
    expect(answer.json).toMatchObject({
      count: 2,
      list: [
        { status: 'OK', number: GOOD, mcc: 260, info: 'active', date: 1_768_208_400, price: 0.05 },
        { status: 'ERROR', error: 13, number: '12' },
      ],
    });
    expect(emulator.account.points).toBe(0.95);
    await emulator.advance(60_000);
    expect(receiver.calls).toEqual([]);
  });
});
