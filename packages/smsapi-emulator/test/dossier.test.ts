import { describe, expect, it } from 'vitest';
import { createManualClock, STATUS_NAMES, type EmulatorOptions } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, listOf, send, start, startReceiver, type Answer } from './support.ts';

/**
 * Examples of the protocol dossier, in its order and under the numbers of its sections. What a whole test elsewhere is
 * about (reports, restarts, single resources) stands there; requests of the vendor's clients stand in `corpus/`.
 */

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OTHER = '48600100200';

type Fields = Readonly<Record<string, unknown>>;

const sent = async (fields: Fields, options: EmulatorOptions = {}): Promise<Answer> =>
  send(await start(options), fields);

describe('1.2 authentication', () => {
  it.each([
    ['a bearer token', { authorization: 'Bearer test-token' }, '', 0],
    ['the word in any case of letters', { authorization: 'bearer test-token' }, '', 0],
    ['a token as parameter', { authorization: '' }, '&access_token=test-token', 0],
    ['a wrong token', { authorization: 'Bearer wrong' }, '', 101],
    ['no token', { authorization: '' }, '', 101],
    ['username and password', { authorization: '' }, '&username=u&password=5f4dcc3b5aa765d61d8327deb882cf99', 102],
    ['Basic', { authorization: 'Basic dTpw' }, '', 102],
  ])('%s', async (_, headers, more, code) => {
    const answer = await ask(await start(), 'GET', `/sms.do?format=json&to=${GOOD}&message=a${more}`, { headers });
    expect([answer.status, answer.json['error'] ?? 0]).toEqual([200, code]);
  });
});

describe('1.3 two generations of endpoints', () => {
  it('a legacy failure is HTTP 200 with {error, message}', async () => {
    const answer = await sent({ message: '' });
    expect([answer.status, answer.contentType]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.json).toEqual({ error: 11, message: 'Content is empty' });
  });

  it('a bad token is 200 with 101 on sms.do, by switch 401, and 401 authorization_failed on REST', async () => {
    const emulator = await start();
    const headers = { authorization: 'Bearer wrong' };
    const legacy = async () => ask(emulator, 'GET', '/sms.do?format=json', { headers });
    expect([(await legacy()).status, (await legacy()).json['error']]).toEqual([200, 101]);
    emulator.setSwitches({ badTokenStatus: 401 });
    expect([(await legacy()).status, (await legacy()).json['error']]).toEqual([401, 101]);
    const rest = await ask(emulator, 'GET', '/profile', { headers });
    expect([rest.status, rest.json]).toEqual([
      401,
      { message: 'Authorization failed', error: 'authorization_failed', developer_description: null },
    ]);
  });

  it('a REST failure carries message, tag and errors[] of {message, error, path, value}', async () => {
    const answer = await askJson(await start(), 'POST', '/blacklist/phone_numbers', { phone_number: '12' });
    expect([answer.status, answer.json]).toEqual([
      400,
      {
        message: 'Invalid request data',
        error: 'invalid_request_data',
        developer_description: null,
        errors: [{ message: 'Invalid phone number', error: 'invalid', path: 'phone_number', value: '12' }],
      },
    ]);
  });

  it.each([
    ['one message', GOOD, /^OK:\d{19}:0\.15$/],
    ['two', `${GOOD},${OTHER}`, /^OK:\d{19}:0\.15:48500100200;OK:\d{19}:0\.15:48600100200$/],
    ['none', '12', /^ERROR:13$/],
  ])('plain text for %s', async (_, to, line) => {
    const answer = await ask(await start(), 'POST', '/sms.do', { headers: FORM, body: `to=${to}&message=a` });
    expect([answer.contentType, answer.text]).toEqual(['text/plain; charset=utf-8', expect.stringMatching(line)]);
  });

  it('credits in text begin with Points:', async () => {
    expect((await ask(await start({ points: 3 }), 'GET', '/user.do?credits=1')).text).toBe('Points: 3');
  });
});

describe('1.5 dates of the clients', () => {
  const clock = () => createManualClock(Date.UTC(2023, 10, 14, 20));

  it.each([
    ['JS', '2023-11-14T22:13:20.000Z'],
    ['PHP', '2023-11-14T22:13:20+00:00'],
    ['GO', '2023-11-14T23:13:20+01:00'],
    ['JAVA', 1_700_000_000],
    ['JAVA, as a text', '1700000000'],
  ])('%s', async (_, date) => {
    expect(listOf(await sent({ date }, { clock: clock() }))[0]).toMatchObject({ date_sent: 1_700_000_000 });
  });
});

describe('2.1 numbers', () => {
  it.each([
    ['100200300', '48100200300'],
    [GOOD, GOOD],
    ['+48 500 100 200', GOOD],
    ['500-100-200', GOOD],
    ['48323210000', '48323210000'],
  ])('%s is %s', async (to, number) => {
    expect(listOf(await sent({ to }))[0]).toMatchObject({ number, submitted_number: to });
  });

  it('a leading plus and a landline give 13, when the switches say so', async () => {
    const strict = { switches: { plusSign: false, landlines: false } };
    expect((await sent({ to: `+${GOOD}` }, strict)).json['error']).toBe(13);
    expect((await sent({ to: '48323210000' }, strict)).json['error']).toBe(13);
  });
});

describe('2.2 length of a text', () => {
  const gsm: readonly [number, number][] = [
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
    [459, 3],
    [612, 4],
    [765, 5],
    [918, 6],
    [1_071, 7],
    [1_224, 8],
    [1_377, 9],
    [1_530, 10],
  ];
  const ucs2: readonly [number, number][] = [
    [70, 1],
    [71, 2],
    [134, 2],
    [201, 3],
    [268, 4],
    [335, 5],
    [402, 6],
    [469, 7],
    [536, 8],
    [603, 9],
    [670, 10],
  ];

  it.each([
    ['a', gsm],
    ['ą', ucs2],
  ])('of %s', async (letter, table) => {
    const emulator = await start({ switches: { maxParts: 10 } });
    for (const [length, parts] of table) {
      const answer = await send(emulator, { message: letter.repeat(length), details: 1 });
      expect(answer.json, `${length} of ${letter}`).toMatchObject({ length, parts });
    }
    const last = table.at(-1)?.[0] ?? 0;
    expect((await send(emulator, { message: letter.repeat(last + 1) })).json['error']).toBe(12);
  });

  it('six parts are the cap unless the switch or the account says ten', async () => {
    expect((await sent({ message: 'a'.repeat(919) }, { switches: { maxParts: 6 } })).json['error']).toBe(12);
    expect((await sent({ message: 'a'.repeat(919) }, { switches: { maxParts: 10 } })).json['count']).toBe(1);
  });
});

describe('2.2 macros', () => {
  it.each([
    ['Pan [%1%]', { param1: 'Jan' }, 'Pan Jan'],
    ['Pan [%1]', { param1: 'Jan' }, 'Pan Jan'],
    ['[%1%][%2%][%3%][%4%]', { param1: 'a', param2: 'b', param3: 'c', param4: 'd' }, 'abcd'],
  ])('%s', async (message, params, text) => {
    expect((await sent({ message, details: 1, ...params })).json['message']).toBe(text);
  });

  it.each([
    ['[%idzdo:example.com/a%]', /^idz\.do\/\w{5}$/],
    ['[%goto:https://example.com/a%]', /^cut\.li\/\w{5}$/],
  ])('%s', async (message, text) => {
    expect((await sent({ message, details: 1 })).json['message']).toMatch(text);
  });

  it.each([
    [{ links: false }, 'https://example.com', 94],
    [{ shortLinks: 'off' }, '[%idzdo:example.com%]', 7],
    [{ shortLinks: 'down' }, '[%idzdo:example.com%]', 998],
    [{}, '[%idzdo:nonsense%]', 106],
  ] as const)('%j refuses %s with %i', async (switches, message, code) => {
    expect((await sent({ message }, { switches })).json['error']).toBe(code);
  });

  it('a short link goes to 100 recipients at most', async () => {
    const to = Array.from({ length: 101 }, (_, nth) => `48${501_000_050 + nth * 100}`);
    const message = '[%idzdo:example.com%]';
    expect((await sent({ to: to.join(','), message })).json['error']).toBe(19);
    expect((await sent({ to: to.slice(1).join(','), message })).json['count']).toBe(100);
  });
});

describe('2.3 one value per recipient', () => {
  const two = `${GOOD},${OTHER}`;

  it.each([
    ['joined with a bar', 'idx=a%7Cb'],
    ['bracketed', 'idx%5B0%5D=a&idx%5B1%5D=b'],
  ])('idx %s', async (_, idx) => {
    const body = `format=json&to=${two}&message=a&${idx}`;
    const answer = await ask(await start(), 'POST', '/sms.do', { headers: FORM, body });
    expect(listOf(answer).map((item) => item['idx'])).toEqual(['a', 'b']);
  });

  it('idx[0] of one number is echoed as a text', async () => {
    const body = `format=json&to=${GOOD}&message=a&idx%5B0%5D=any`;
    expect(listOf(await ask(await start(), 'POST', '/sms.do', { headers: FORM, body }))[0]).toMatchObject({
      idx: 'any',
    });
  });

  it('wrong counts are 20 for idx and 18 for params', async () => {
    expect((await sent({ to: two, idx: 'a|b|c' })).json['error']).toBe(20);
    expect((await sent({ to: two, message: '[%1%]', param1: 'a' })).json['error']).toBe(18);
  });
});

describe('2.4 idx and check_idx', () => {
  const DAY = 86_400_000;

  it.each([
    [24, DAY - 1, 53],
    [24, DAY, 0],
    [96, 4 * DAY - 1, 53],
    [96, 4 * DAY, 0],
  ])('a memory of %i hours, after %i ms: %i', async (idxHours, after, code) => {
    const emulator = await start({ clock: createManualClock(), switches: { idxHours } });
    await send(emulator, { idx: 'a', check_idx: 1 });
    await emulator.advance(after);
    expect((await send(emulator, { idx: 'a', check_idx: 1 })).json['error'] ?? 0).toBe(code);
  });

  it('the reply to a duplicate tells no id', async () => {
    const emulator = await start();
    await send(emulator, { idx: 'a' });
    const answer = await send(emulator, { idx: 'a', check_idx: true });
    expect(Object.keys(answer.json).toSorted()).toEqual(['error', 'message']);
  });
});

describe('2.6 errors and partial failure', () => {
  it.each([
    [{ to: '12' }, 13, 'No correct phone numbers'],
    [{ to: '' }, 13, 'Recipients list cannot be empty'],
    [{ message: '' }, 11, 'Content is empty'],
  ])('%j', async (fields, error, message) => {
    expect((await sent(fields)).json).toMatchObject({ error, message });
  });

  it('names what was wrong with each number', async () => {
    expect((await sent({ to: '12' })).json['invalid_numbers']).toEqual([
      { number: '12', submitted_number: '12', message: 'Invalid phone number' },
    ]);
  });

  it('sends to the good ones, counts them, and leaves the bad ones out', async () => {
    const answer = await sent({ to: `12,${GOOD}` });
    expect(answer.json['count']).toBe(1);
    expect(listOf(answer).map((item) => item['submitted_number'])).toEqual([GOOD]);
    expect(answer.json).not.toHaveProperty('invalid_numbers');
  });
});

describe('3 after sending', () => {
  it('a message scheduled 120 s ahead can be deleted, count 1; once more is 301', async () => {
    const emulator = await start({ clock: createManualClock() });
    const [id = ''] = idsOf(await send(emulator, { date: emulator.clock.now() / 1_000 + 120 }));
    const remove = () => ask(emulator, 'GET', `/sms.do?format=json&sch_del=${id}`);
    expect((await remove()).json).toEqual({ count: 1, list: [{ id }] });
    expect((await remove()).json).toEqual({ error: 301, message: 'Not exists ID message' });
  });

  it('a status is told by id: {id, points, number, status, error, idx}', async () => {
    const emulator = await start();
    const [id = ''] = idsOf(await send(emulator, { idx: 'a' }));
    await emulator.idle();
    const answer = await ask(emulator, 'POST', '/sms.do', { headers: FORM, body: `status=${id}&format=json` });
    expect(answer.json).toEqual({
      count: 1,
      list: [{ id, points: 0.15, number: GOOD, status: 'DELIVERED', error: null, idx: 'a' }],
    });
  });
});

describe('4.1 a delivery report', () => {
  it('has the fields of the captured one, in its words, and keeps our own query', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), account: { username: 'firma' } });
    const [id = ''] = idsOf(await send(emulator, { notify_url: `${receiver.url}?secret=s` }));
    await emulator.advance(10_000);
    await emulator.idle();
    const { method, fields } = receiver.calls.at(-1) ?? { method: '', fields: {} };
    expect([method, fields]).toEqual([
      'GET',
      {
        secret: 's',
        MsgId: id,
        status: '404',
        status_name: 'DELIVERED',
        idx: '',
        points: '0.15',
        to: GOOD,
        sent_at: '1768208400',
        donedate: expect.stringMatching(/^17682084\d\d$/),
        username: 'firma',
        mcc: '260',
        mnc: expect.stringMatching(/^\d$/),
        from: 'Test',
      },
    ]);
  });

  it.each(Object.entries(STATUS_NAMES))('knows %s %s', async (code, name) => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), reportUrl: receiver.url });
    const [id = ''] = idsOf(await send(emulator));
    emulator.reports.send(id, Number(code));
    await expect.poll(() => receiver.calls.length).toBe(1);
    expect(receiver.calls[0]?.fields).toMatchObject({ status: code, status_name: name });
  });
});

describe('4.2 a text to the account', () => {
  it('is a form of sms_from, sms_to, sms_text, sms_date, username and MsgId', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ clock: createManualClock(), account: { username: 'firma' } });
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_mo' });
    await emulator.receive({ from: GOOD, to: '48500000100', text: 'Zażółć & = STOP', replyTo: 'm1' });
    expect(receiver.calls).toEqual([
      {
        method: 'POST',
        path: '/dlr',
        fields: {
          sms_from: GOOD,
          sms_to: '48500000100',
          sms_text: 'Zażółć & = STOP',
          sms_date: '1768208400',
          username: 'firma',
          MsgId: 'm1',
        },
      },
    ]);
  });
});

describe('9 alphabet', () => {
  it.each(Array.from('^{}[]~\\|€'))('%s counts two', async (letter) => {
    expect((await sent({ message: letter.repeat(80), details: 1 })).json['parts']).toBe(1);
    expect((await sent({ message: letter.repeat(81), details: 1 })).json['parts']).toBe(2);
  });

  it.each(Array.from('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–…\u00a0'))('%s turns the text to UCS-2', async (letter) => {
    expect((await sent({ message: `${letter}${'a'.repeat(70)}`, details: 1 })).json['parts']).toBe(2);
  });

  it.each([
    ['ê', 'e'],
    ['ñ', 'n'],
    ['ý', 'y'],
    ['Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
  ])('normalize turns %s to %s', async (message, text) => {
    expect((await sent({ message, normalize: 1, details: 1 })).json['message']).toBe(text);
  });

  it('nounicode refuses a Polish letter, and takes it together with normalize', async () => {
    expect((await sent({ message: 'ą', nounicode: 1 })).json['error']).toBe(11);
    expect((await sent({ message: 'ą', nounicode: 1, normalize: 1 })).json['count']).toBe(1);
  });
});

describe('10 test mode', () => {
  it('answers as usual, echoes idx, sends nothing, charges nothing, reports nothing', async () => {
    const receiver = await startReceiver();
    const emulator = await start({ reportUrl: receiver.url });
    expect(listOf(await send(emulator, { test: 1, idx: 'a' }))[0]).toMatchObject({ status: 'QUEUE', idx: 'a' });
    await emulator.idle();
    expect([emulator.account.points, emulator.ledger.numbers(), receiver.calls]).toEqual([1_000, [], []]);
  });

  it('a trial account reaches only the number given at sign-up, also in a test', async () => {
    const trial: EmulatorOptions = { account: { paymentType: 'trial', phoneNumber: GOOD } };
    expect((await sent({ test: 1, to: OTHER }, trial)).json['error']).toBe(98);
    expect((await sent({ test: 1, to: GOOD }, trial)).json['count']).toBe(1);
  });
});
