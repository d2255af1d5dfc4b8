import { describe, expect, it } from 'vitest';
import { ask, askJson, GOOD, recordsIn, send, start, startReceiver } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const collectionOf = (json: Readonly<Record<string, unknown>>) => recordsIn(json['collection']);

describe('REST endpoints', () => {
  it.each([
    ['GET', '/profile'],
    ['GET', '/sms/sendernames'],
    ['GET', '/blacklist/phone_numbers'],
    ['GET', '/opt_outs'],
    ['GET', '/callbacks'],
  ])('%s %s refuses a wrong token with 401 in REST style', async (method, path) => {
    const emulator = await start();
    const answer = await ask(emulator, method, path, { headers: { authorization: 'Bearer wrong' } });
    expect([answer.status, answer.json['error']]).toEqual([401, 'authorization_failed']);
  });

  it('take an empty JSON body, as the vendor sends it on every request', async () => {
    const emulator = await start();
    const answer = await ask(emulator, 'DELETE', '/sms/sendernames/Test', {
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(204);
  });

  it('answer 204 without a content type', async () => {
    const emulator = await start();
    const answer = await ask(emulator, 'POST', '/sms/sendernames/Test/commands/make_default');
    expect([answer.status, answer.contentType, answer.text]).toEqual([204, null, '']);
  });

  it.each([
    ['GET', '/nowhere', 404, 'not_found'],
    ['PUT', '/profile', 405, 'method_not_allowed'],
    ['GET', '/sms/sendernames/Nikt', 404, 'not_found'],
    ['DELETE', '/sms/sendernames/Nikt', 404, 'not_found'],
    ['POST', '/sms/sendernames/Nikt/commands/make_default', 404, 'not_found'],
    ['DELETE', '/blacklist/phone_numbers/0123', 404, 'not_found'],
    ['DELETE', '/opt_outs/0123', 404, 'not_found'],
    ['GET', '/callbacks/0123', 404, 'not_found'],
  ])('%s %s answers %i %s', async (method, path, status, tag) => {
    const answer = await ask(await start(), method, path);
    expect([answer.status, answer.json['error']]).toEqual([status, tag]);
  });

  it('refuse a body that claims to be JSON and is not', async () => {
    const answer = await ask(await start(), 'POST', '/callbacks', {
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_request_data']);
  });
});

describe('the profile', () => {
  it('tells who we are and what is left, as number or text', async () => {
    const emulator = await start({ account: { name: 'Firma', username: 'firma' }, points: 12.5 });
    expect((await ask(emulator, 'GET', '/profile')).json).toMatchObject({
      name: 'Firma',
      username: 'firma',
      payment_type: 'prepaid',
      user_type: 'native',
      points: 12.5,
    });
    emulator.setSwitches({ points: 'string' });
    expect((await ask(emulator, 'GET', '/profile')).json['points']).toBe('12.5000');
  });

  it('lists prices', async () => {
    const emulator = await start({ account: { price: 0.2 } });
    const { json } = await ask(emulator, 'GET', '/profile/prices?type=pro');
    expect(json['size']).toBe(4);
    expect(collectionOf(json)[0]).toMatchObject({ price: { amount: 0.2, currency: 'PLN' }, country: { mcc: '260' } });
    expect((await ask(emulator, 'GET', '/profile/prices?type=gold')).status).toBe(400);
  });

  it('answers pings of everybody and says who is known', async () => {
    const emulator = await start();
    expect((await ask(emulator, 'GET', '/ping')).json).toEqual({ authorized: true, unavailable: [] });
    const stranger = await ask(emulator, 'GET', '/ping', { headers: { authorization: '' } });
    expect([stranger.status, stranger.json['authorized']]).toEqual([200, false]);
    expect((await ask(emulator, 'HEAD', '/ping')).status).toBe(204);
  });
});

describe('sender names', () => {
  it('are added inactive, refused until approved, then usable and default', async () => {
    const emulator = await start();
    const created = await ask(emulator, 'POST', '/sms/sendernames', { headers: FORM, body: 'sender=Goniec' });
    expect([created.status, created.json]).toEqual([
      201,
      { sender: 'Goniec', is_default: false, status: 'INACTIVE', created_at: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    expect((await send(emulator, { from: 'Goniec' })).json['error']).toBe(14);
    const tooEarly = await ask(emulator, 'POST', '/sms/sendernames/Goniec/commands/make_default');
    expect([tooEarly.status, tooEarly.json['error']]).toEqual([400, 'sender_not_active']);

    expect(await emulator.account.setSenderStatus('Goniec', 'ACTIVE')).toBe(true);
    expect((await ask(emulator, 'POST', '/sms/sendernames/Goniec/commands/make_default')).status).toBe(204);
    await send(emulator);
    expect(emulator.ledger.accepted(GOOD)[0]?.from).toBe('Goniec');
    const { json } = await ask(emulator, 'GET', '/sms/sendernames');
    expect(collectionOf(json).map(({ sender, is_default }) => [sender, is_default])).toEqual([
      ['Test', false],
      ['Goniec', true],
    ]);
    expect((await ask(emulator, 'DELETE', '/sms/sendernames/Goniec')).status).toBe(204);
    expect((await ask(emulator, 'GET', '/sms/sendernames/Goniec')).status).toBe(404);
  });

  it.each([
    ['', 400, 'invalid_sender'],
    ['Łódź', 400, 'invalid_sender'],
    ['dwanascie123', 400, 'invalid_sender'],
    ['a/b', 400, 'invalid_sender'],
    ['Test', 409, 'sender_already_exists'],
  ])('"%s" is refused with %i %s', async (sender, status, tag) => {
    const answer = await askJson(await start(), 'POST', '/sms/sendernames', { sender });
    expect([answer.status, answer.json['error']]).toEqual([status, tag]);
  });
});

describe('the blacklist', () => {
  it('takes numbers, refuses sends to them, lists five at a time and lets go', async () => {
    const emulator = await start();
    const numbers = Array.from({ length: 7 }, (_, index) => String(48_600_100_200 + index));
    for (const number of numbers)
      await askJson(emulator, 'POST', '/blacklist/phone_numbers', { phone_number: `+${number}` });
    expect((await send(emulator, { to: '600100200' })).json['error']).toBe(57);

    const first = await ask(emulator, 'GET', '/blacklist/phone_numbers');
    expect([first.json['size'], collectionOf(first.json).length]).toEqual([7, 5]);
    const rest = await ask(emulator, 'GET', '/blacklist/phone_numbers?offset=5&limit=10');
    expect(collectionOf(rest.json).map((entry) => entry['phone_number'])).toEqual(['48600100205', '48600100206']);
    const [found] = collectionOf((await ask(emulator, 'GET', '/blacklist/phone_numbers?q=600100200')).json);
    expect(found).toMatchObject({ phone_number: '48600100200', expire_at: null });

    expect((await ask(emulator, 'DELETE', `/blacklist/phone_numbers/${String(found?.['id'])}`)).status).toBe(204);
    expect((await send(emulator, { to: '600100200' })).json['count']).toBe(1);
    expect((await ask(emulator, 'DELETE', '/blacklist/phone_numbers?phone_number=600100201')).status).toBe(204);
    expect((await ask(emulator, 'GET', '/blacklist/phone_numbers')).json['size']).toBe(5);
    await ask(emulator, 'DELETE', '/blacklist/phone_numbers');
    expect((await ask(emulator, 'GET', '/blacklist/phone_numbers')).json['size']).toBe(0);
  });

  it.each([
    [{ phone_number: 'abc' }, 'phone_number'],
    [{}, 'phone_number'],
    [{ phone_number: GOOD, expire_at: 'soon' }, 'expire_at'],
  ])('refuses %j and names the field', async (body, path) => {
    const answer = await askJson(await start(), 'POST', '/blacklist/phone_numbers', body);
    expect([answer.status, answer.json['errors']]).toMatchObject([400, [{ path }]]);
  });
});

describe('opt-outs', () => {
  it('are listed with a numeric number, block sends and can be removed', async () => {
    const emulator = await start();
    await emulator.account.optOut(GOOD);
    expect((await send(emulator)).json['error']).toBe(59);
    const [entry] = collectionOf((await ask(emulator, 'GET', '/opt_outs')).json);
    expect(entry).toMatchObject({ phoneNumber: 48_500_100_200, date: expect.any(String) });
    expect((await ask(emulator, 'DELETE', `/opt_outs/${String(entry?.['id'])}`)).status).toBe(204);
    expect((await send(emulator)).json['count']).toBe(1);
  });

  it('have a brand, and are forbidden when the feature is off', async () => {
    const emulator = await start();
    expect((await askJson(emulator, 'PUT', '/opt_outs/settings', { brand: 'Firma' })).json).toEqual({ brand: 'Firma' });
    expect((await ask(emulator, 'GET', '/opt_outs/settings')).json).toEqual({ brand: 'Firma' });
    emulator.setSwitches({ optOuts: false });
    expect((await ask(emulator, 'GET', '/opt_outs')).status).toBe(403);
  });
});

describe('callbacks', () => {
  it('are made, changed, switched and deleted', async () => {
    const emulator = await start();
    const made = await askJson(emulator, 'POST', '/callbacks', { url: 'http://127.0.0.1/a', type: 'sms_dlr' });
    expect([made.status, made.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        url: 'http://127.0.0.1/a',
        api_version: null,
        type: 'sms_dlr',
        receiver: null,
        active: true,
        invalid: false,
      },
    ]);
    const path = `/callbacks/${String(made.json['id'])}`;
    expect((await askJson(emulator, 'PUT', path, { url: 'http://127.0.0.1/b', api_version: 2 })).json).toMatchObject({
      url: 'http://127.0.0.1/b',
      api_version: 2,
    });
    expect((await ask(emulator, 'PUT', `${path}/commands/deactivate`)).status).toBe(202);
    expect((await ask(emulator, 'GET', path)).json['active']).toBe(false);
    expect((await ask(emulator, 'PUT', `${path}/commands/activate`)).status).toBe(202);
    expect((await ask(emulator, 'GET', '/callbacks')).json['size']).toBe(1);
    expect((await ask(emulator, 'DELETE', path)).status).toBe(204);
    expect((await ask(emulator, 'GET', '/callbacks')).json['size']).toBe(0);
  });

  it.each([
    [{ type: 'sms_dlr' }, 'url'],
    [{ url: 'nowhere', type: 'sms_dlr' }, 'url'],
    [{ url: 'http://127.0.0.1/', type: 'fax' }, 'type'],
    [{ url: 'http://127.0.0.1/', type: 'sms_mo', receiver_type: 'nobody' }, 'receiver_type'],
    [{ url: 'http://127.0.0.1/', type: 'sms_mo', api_version: 'new' }, 'api_version'],
  ])('%j are refused for their %s', async (body, path) => {
    const answer = await askJson(await start(), 'POST', '/callbacks', body);
    expect([answer.status, answer.json['errors']]).toMatchObject([400, [{ path }]]);
  });

  it('get the reports of the account while they are active', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    const made = await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_dlr' });
    await send(emulator);
    await emulator.idle();
    const before = receiver.calls.length;
    expect(before).toBeGreaterThan(0);
    await ask(emulator, 'PUT', `/callbacks/${String(made.json['id'])}/commands/deactivate`);
    await send(emulator);
    await emulator.idle();
    expect(receiver.calls).toHaveLength(before);
  });

  it('can be tried out, and are marked when they fail', async () => {
    const receiver = await startReceiver((_, nth) => (nth === 1 ? { status: 500, body: 'broken' } : { body: 'OK' }));
    const emulator = await start();
    const made = await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'sms_dlr' });
    const path = `/callbacks/${String(made.json['id'])}`;
    expect((await ask(emulator, 'GET', `${path}/commands/test`)).json).toEqual({
      test_result: false,
      connection_failed: false,
      invalid_encoding: false,
      http_response_status: 500,
      http_response_body: 'broken',
    });
    expect((await ask(emulator, 'GET', path)).json['invalid']).toBe(true);
    expect((await ask(emulator, 'GET', `${path}/commands/test`)).json['test_result']).toBe(true);
    expect((await ask(emulator, 'GET', path)).json['invalid']).toBe(false);

    const nobody = await askJson(emulator, 'POST', '/callbacks', { url: 'http://127.0.0.1:1/', type: 'sms_dlr' });
    const tried = await ask(emulator, 'GET', `/callbacks/${String(nobody.json['id'])}/commands/test`);
    expect(tried.json).toMatchObject({ test_result: false, connection_failed: true, http_response_status: null });
  });
});
