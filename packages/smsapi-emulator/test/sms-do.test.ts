import { describe, expect, it } from 'vitest';
import { createManualClock } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, listOf, send, start } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TWO = `${GOOD},48600100200`;

describe('the reply to a send', () => {
  it('has the documented fields, in JSON on HTTP 200', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock });
    const answer = await send(emulator, { to: '500100200', idx: 'g1-a', details: 1, message: 'Cześć €' });
    expect([answer.status, answer.contentType]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.json).toEqual({
      count: 1,
      message: 'Cześć €',
      length: 7,
      parts: 1,
      list: [
        {
          id: expect.stringMatching(/^\d{19}$/),
          points: 0.15,
          number: GOOD,
          submitted_number: '500100200',
          date_sent: Math.floor(clock.now() / 1_000),
          status: 'QUEUE',
          error: null,
          idx: 'g1-a',
          parts: 1,
        },
      ],
    });
  });

  it('is plain text unless JSON is asked for', async () => {
    const emulator = await start();
    const one = await ask(emulator, 'POST', '/sms.do', { headers: FORM, body: `to=${GOOD}&message=a` });
    expect([one.contentType, one.text]).toEqual([
      'text/plain; charset=utf-8',
      expect.stringMatching(/^OK:\d{19}:0.15$/),
    ]);
    const two = await ask(emulator, 'POST', '/sms.do', { headers: FORM, body: `to=${TWO}&message=a` });
    expect(two.text).toMatch(/^OK:\d{19}:0.15:48500100200;OK:\d{19}:0.15:48600100200$/);
    const none = await ask(emulator, 'POST', '/sms.do', { headers: FORM, body: 'to=1&message=a' });
    expect([none.status, none.text]).toEqual([200, 'ERROR:13']);
  });

  it('leaves refused numbers out, and names them when the switch says so', async () => {
    const emulator = await start();
    const to = `${GOOD},12`;
    const silent = await send(emulator, { to });
    expect([silent.json['count'], 'invalid_numbers' in silent.json]).toEqual([1, false]);
    emulator.setSwitches({ invalidNumbersOnSuccess: true });
    expect((await send(emulator, { to })).json['invalid_numbers']).toEqual([
      { number: '12', submitted_number: '12', message: 'Invalid phone number' },
    ]);
  });

  it('plays the other readings of ids, points, parts and unknown fields', async () => {
    const emulator = await start({
      switches: { ids: 'hex', points: 'string', partsInReply: false, extraFields: true },
    });
    const [item] = listOf(await send(emulator));
    expect(item).toMatchObject({
      id: expect.stringMatching(/^[0-9A-F]{24}$/),
      points: '0.1500',
      operator_hint: 'unknown',
    });
    expect(item).not.toHaveProperty('parts');
  });

  it('carries spoken fallbacks when they are asked for', async () => {
    const emulator = await start();
    const { json } = await send(emulator, { fallback: [{ type: 'vms', include_sender_and_date: 1 }], idx: 'a' });
    expect(json['fallbacks']).toMatchObject({ vms: { count: 1, list: [{ idx: 'a', points: 0.15 }] } });
    const form = await ask(emulator, 'POST', '/sms.do?format=json', {
      headers: FORM,
      body: `to=${GOOD}&message=a&fallback[0][type]=vms`,
    });
    expect(form.json).toHaveProperty('fallbacks');
  });
});

describe('a used idx', () => {
  it('is refused with its own message alone, and named, when the switch says so', async () => {
    const emulator = await start({ switches: { duplicateIdx: 'recipient' } });
    await send(emulator, { idx: 'a' });
    const both = await send(emulator, { to: TWO, idx: 'a|b', check_idx: 1 });
    expect(both.json).toMatchObject({
      count: 1,
      list: [{ number: '48600100200', idx: 'b' }],
      invalid_numbers: [{ number: GOOD, submitted_number: GOOD, error_code: 53 }],
    });
    expect(emulator.ledger.accepted(GOOD)).toHaveLength(1);
    const none = await send(emulator, { to: TWO, idx: 'a|b', check_idx: 1 });
    expect(none.json).toMatchObject({ error: 53, invalid_numbers: [{ error_code: 53 }, { error_code: 53 }] });
  });
});

describe('a refusal', () => {
  it('comes on HTTP 200 with code and sentence', async () => {
    const emulator = await start();
    const answer = await send(emulator, { from: 'Nikt' });
    expect([answer.status, answer.json]).toEqual([200, { error: 14, message: 'Wrong sender name' }]);
  });

  it('names the numbers when all are bad', async () => {
    const emulator = await start();
    expect((await send(emulator, { to: '12' })).json).toEqual({
      error: 13,
      message: 'No correct phone numbers',
      invalid_numbers: [{ number: '12', submitted_number: '12', message: 'Invalid phone number' }],
    });
  });

  it.each([
    ['a wrong token', { authorization: 'Bearer wrong' }, 101],
    ['no token', { authorization: '' }, 101],
    ['a login and password', { authorization: 'Basic dXNlcjpwYXNz' }, 102],
  ])('for %s is an error on HTTP 200, or 401 by switch', async (_, headers, code) => {
    const emulator = await start();
    const body = `to=${GOOD}&message=a&format=json`;
    const answer = await ask(emulator, 'POST', '/sms.do', { headers: { ...FORM, ...headers }, body });
    expect([answer.status, answer.json['error']]).toEqual([200, code]);
    emulator.setSwitches({ badTokenStatus: 401 });
    const strict = await ask(emulator, 'POST', '/sms.do', { headers: { ...FORM, ...headers }, body });
    expect([strict.status, strict.json['error']]).toEqual([401, code]);
  });

  it('of a JSON body that is none is code 8', async () => {
    const emulator = await start();
    const headers = { 'content-type': 'application/json' };
    expect((await ask(emulator, 'POST', '/sms.do?format=json', { headers, body: '{"to":' })).json['error']).toBe(8);
  });

  it('takes no points and no idx', async () => {
    const emulator = await start({ points: 0.2 });
    expect((await send(emulator, { to: TWO, idx: 'a|b', check_idx: 1 })).json['error']).toBe(103);
    expect(emulator.account.points).toBe(0.2);
    expect((await send(emulator, { idx: 'a', check_idx: 1 })).json['count']).toBe(1);
    expect((await send(emulator, { idx: 'a', check_idx: 1 })).json).toEqual({ error: 53, message: expect.any(String) });
  });
});

describe('the token', () => {
  it('may travel as a parameter too, and is not kept in the request log', async () => {
    const emulator = await start();
    const path = `/sms.do?format=json&access_token=${emulator.token}&to=${GOOD}&message=a`;
    expect((await ask(emulator, 'GET', path, { headers: { authorization: '' } })).json['count']).toBe(1);
    expect(JSON.stringify(emulator.requests.all())).not.toContain(emulator.token);
  });
});

describe('handsets', () => {
  it('receive the text under the sender, once it is delivered', async () => {
    const emulator = await start({ account: { senders: ['Goniec'] } });
    await send(emulator, { to: `${GOOD},48500100000,48500100004`, idx: 'a|b|c' });
    await emulator.idle();
    expect(emulator.ledger.received(GOOD)).toMatchObject([{ idx: 'a', from: 'Goniec', text: 'Dzień dobry', parts: 1 }]);
    expect(emulator.ledger.received('48500100000')).toEqual([]);
    expect(emulator.ledger.received('48500100004')).toHaveLength(1);
    expect(emulator.ledger.accepted('48500100000')).toMatchObject([{ idx: 'b', status: 'UNDELIVERED' }]);
    expect(emulator.ledger.totals).toEqual({ accepted: 3, received: 2 });
  });

  it('receive nothing from a test', async () => {
    const emulator = await start();
    expect((await send(emulator, { test: 1 })).json['count']).toBe(1);
    await emulator.idle();
    expect([emulator.ledger.numbers(), emulator.account.points]).toEqual([[], 1_000]);
  });

  it('receive once when a number is repeated, each time when duplicates are allowed', async () => {
    const emulator = await start();
    await send(emulator, { to: `${GOOD},${GOOD}` });
    await send(emulator, { to: `${GOOD},${GOOD}`, message: '[%1%]', param1: 'a|b', allow_duplicates: 1 });
    await emulator.idle();
    expect(
      emulator.ledger
        .received(GOOD)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Dzień dobry', 'a', 'b']);
  });
});

const scheduled = async () => {
  const clock = createManualClock();
  const emulator = await start({ clock, speed: 1 });
  const date = Math.floor(clock.now() / 1_000) + 120;
  const answer = await send(emulator, { date });
  return { emulator, date, answer, id: idsOf(answer)[0] ?? '' };
};

const cancel = (emulator: Parameters<typeof send>[0], ids: string) =>
  askJson(emulator, 'POST', '/sms.do', { format: 'json', sch_del: ids });

describe('a scheduled message', () => {
  it('is dated at its moment and goes then', async () => {
    const { emulator, date, answer } = await scheduled();
    expect(listOf(answer)[0]?.['date_sent']).toBe(date);
    await emulator.advance(119_000);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
    await emulator.advance(5_000);
    expect(emulator.ledger.received(GOOD)).toHaveLength(1);
  });

  it('can be taken back, with its points, until a minute before', async () => {
    const { emulator, id } = await scheduled();
    expect((await cancel(emulator, id)).json).toEqual({ count: 1, list: [{ id }] });
    expect(emulator.account.points).toBe(1_000);
    await emulator.advance(600_000);
    expect(emulator.ledger.received(GOOD)).toEqual([]);
    expect((await cancel(emulator, id)).json).toMatchObject({ error: 301 });
    await emulator.idle();
  });

  it('can no longer be taken back in the last minute, nor together with an unknown one', async () => {
    const { emulator, id } = await scheduled();
    expect((await cancel(emulator, `${id},123`)).json).toMatchObject({ error: 301 });
    await emulator.advance(61_000);
    expect((await cancel(emulator, id)).json).toMatchObject({ error: 301 });
    expect(emulator.account.points).toBe(999.85);
  });
});

const statusOf = (emulator: Parameters<typeof send>[0], ids: string) =>
  ask(emulator, 'GET', `/sms.do?format=json&status=${encodeURIComponent(ids)}`);

describe('the status of a message', () => {
  it('moves from QUEUE over SENT to its end', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock, speed: 1 });
    const [id = ''] = idsOf(await send(emulator, { idx: 'a' }));
    const seen: unknown[] = [];
    for (const ms of [0, 500, 3_000]) {
      await emulator.advance(ms);
      seen.push(listOf(await statusOf(emulator, id))[0]?.['status']);
    }
    expect(seen).toEqual(['QUEUE', 'SENT', 'DELIVERED']);
    expect(listOf(await statusOf(emulator, id))[0]).toEqual({
      id,
      points: 0.15,
      number: GOOD,
      status: 'DELIVERED',
      error: null,
      idx: 'a',
    });
  });

  it('is asked for several ids at once; unknown ones are NOT_FOUND, or error 400 by switch', async () => {
    const emulator = await start();
    const [id = ''] = idsOf(await send(emulator));
    const unknown = '9999000000000000001';
    const found = await statusOf(emulator, `${id}|${unknown}`);
    expect(listOf(found).map((item) => item['id'])).toEqual([id, unknown]);
    expect(listOf(found)[1]?.['status']).toBe('NOT_FOUND');
    emulator.setSwitches({ unknownId: 'error' });
    expect((await statusOf(emulator, unknown)).json['error']).toBe(400);
  });

  it('is error 400 for what is no id, and refused when the switch closes the query', async () => {
    const emulator = await start();
    expect((await statusOf(emulator, 'abc')).json['error']).toBe(400);
    emulator.setSwitches({ statusQuery: false });
    expect((await statusOf(emulator, '9999000000000000001')).json['error']).toBe(1_001);
  });
});

describe('plain text', () => {
  it('tells statuses and takes scheduled messages back', async () => {
    const { emulator, id } = await scheduled();
    const [sent = ''] = idsOf(await send(emulator));
    await emulator.advance(10_000);
    const said = async (query: string) => (await ask(emulator, 'GET', `/sms.do?${query}`)).text;
    expect(await said(`status=${id},${sent}`)).toBe(`${id}:QUEUE:0.15;${sent}:DELIVERED:0.15`);
    expect(await said(`sch_del=${id}`)).toBe(`OK:${id}`);
    expect(await said(`sch_del=${id}`)).toBe('ERROR:301');
    expect(await said('status=abc')).toBe('ERROR:400');
  });
});

describe('ten thousand recipients', () => {
  it('are taken in one request', async () => {
    const emulator = await start({ points: 10_000 });
    const numbers = Array.from({ length: 10_000 }, (_, index) => 48_501_000_050 + index * 100);
    const answer = await send(emulator, {
      to: numbers.join(','),
      idx: numbers.map((_, index) => `i${index}`).join('|'),
    });
    expect(answer.json['count']).toBe(10_000);
    await emulator.idle();
    expect(emulator.ledger.totals.received).toBe(10_000);
    expect(emulator.account.points).toBe(8_500);
  });

  it('and one more are too many', async () => {
    const emulator = await start();
    const to = Array.from({ length: 10_001 }, (_, index) => 48_501_000_050 + index * 100).join(',');
    expect((await send(emulator, { to })).json['error']).toBe(19);
  });
});

describe('memory', () => {
  it('keeps the newest settled messages only', async () => {
    const emulator = await start({ limits: { messages: 10 } });
    for (let round = 0; round < 5; round += 1) {
      await send(emulator, {
        to: Array.from({ length: 10 }, (_, n) => 48_501_000_050 + (round * 10 + n) * 100).join(','),
      });
      await emulator.idle();
    }
    expect(emulator.ledger.numbers()).toHaveLength(10);
    expect(emulator.ledger.totals).toEqual({ accepted: 50, received: 50 });
  });
});

describe('user.do', () => {
  it('tells the balance in JSON and in text', async () => {
    const emulator = await start({ points: 15 });
    expect((await ask(emulator, 'GET', '/user.do?credits=1&details=1&format=json')).json).toEqual({
      points: 15,
      proCount: 100,
      ecoCount: 100,
      mmsCount: 42,
      vmsGsmCount: 75,
      vmsLandCount: 75,
    });
    expect((await ask(emulator, 'GET', '/user.do?credits=1')).text).toBe('Points: 15');
    expect((await ask(emulator, 'GET', '/user.do?credits=1&details=1')).text).toBe('Points: 15;100;100;42;75;75');
    expect((await ask(emulator, 'GET', '/user.do')).text).toBe('ERROR:1001');
  });
});
