import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, start, type Answer } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MINUTE = 60_000;

const create = (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/mfa/codes', { phone_number: GOOD, ...fields });

const verify = (emulator: Emulator, code: unknown, number = GOOD): Promise<Answer> =>
  askJson(emulator, 'POST', '/mfa/codes/verifications', { code, phone_number: number });

const codeIn = (answer: Answer): string => String(answer.json['code']);

describe('a one-time code', () => {
  it('is made, sent as a fast text, charged, right once and then gone', async () => {
    const emulator = await start({ points: 1, account: { price: 0.1 } });
    const made = await create(emulator);
    expect([made.status, made.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        code: expect.stringMatching(/^\d{6}$/),
        phone_number: GOOD,
        from: null,
      },
    ]);
    expect(emulator.account.points).toBe(0.85);
    await emulator.idle();
    expect(emulator.ledger.received(GOOD)).toMatchObject([{ from: 'Test', text: `Twój kod: ${codeIn(made)}` }]);

    const right = await verify(emulator, codeIn(made));
    expect([right.status, right.contentType, right.text]).toEqual([204, null, '']);
    expect((await verify(emulator, codeIn(made))).status).toBe(404);
  });

  it('is said in own words, under an own sender, at the ordinary price', async () => {
    const emulator = await start({ account: { senders: ['Goniec'] } });
    const made = await create(emulator, {
      phone_number: '+48 500 100 200',
      content: 'Wpisz [%code%]',
      from: 'Goniec',
      fast: false,
    });
    expect(made.json).toMatchObject({ phone_number: GOOD, from: 'Goniec' });
    expect(emulator.ledger.accepted(GOOD)).toMatchObject([{ from: 'Goniec', text: `Wpisz ${codeIn(made)}` }]);
    expect(emulator.account.points).toBe(999.85);
  });

  it('is taken as a form too, with a number from abroad', async () => {
    const emulator = await start();
    const made = await ask(emulator, 'POST', '/mfa/codes', {
      headers: FORM,
      body: 'phone_number=4915112345678&fast=0',
    });
    const body = `code=${codeIn(made)}&phone_number=4915112345678`;
    expect((await ask(emulator, 'POST', '/mfa/codes/verifications', { headers: FORM, body })).status).toBe(204);
  });

  it('belongs to one number', async () => {
    const emulator = await start();
    const code = codeIn(await create(emulator));
    const other = await verify(emulator, code, '48600100200');
    expect([other.status, other.json]).toMatchObject([404, { error: 'not_found', message: 'Not found' }]);
    expect((await verify(emulator, code)).status).toBe(204);
  });

  it('expires by the clock of the emulator, after as long as the switch says', async () => {
    const emulator = await start({ clock: createManualClock(), switches: { mfaMinutes: 5 } });
    const early = codeIn(await create(emulator));
    await emulator.advance(5 * MINUTE - 1);
    const late = codeIn(await create(emulator));
    expect((await verify(emulator, early)).status).toBe(204);
    await emulator.advance(5 * MINUTE);
    expect((await verify(emulator, late)).status).toBe(408);
  });

  it.each([
    ['a landline', { phone_number: '48327201200' }, 'phone_number', 'The value is not valid mobile number.'],
    ['no number', { phone_number: '' }, 'phone_number', 'The value is not valid mobile number.'],
    ['a text without the mark', { content: 'Kod' }, 'content', 'Content must contain [%code%]'],
  ])('is not made for %s', async (_, fields, path, message) => {
    const emulator = await start();
    const answer = await create(emulator, fields);
    expect([answer.status, answer.json]).toMatchObject([
      400,
      { error: 'invalid_request_data', message, errors: [{ path, message }] },
    ]);
    expect(emulator.ledger.numbers()).toEqual([]);
  });

  it.each([
    ['invalid_sender', 'a sender nobody approved', { from: 'Nikt' }, {}],
    ['message_not_sent', 'a blacklisted number', { phone_number: '48500100006' }, {}],
    ['message_not_sent', 'an account without points', {}, { points: 0 }],
  ])('is refused with %s for %s', async (tag, _, fields, options) => {
    const answer = await create(await start(options), fields);
    expect([answer.status, answer.json['error']]).toEqual([400, tag]);
  });

  it.each([
    ['', 'MFA code cannot be empty'],
    ['invalid', 'MFA code has invalid format'],
    ['12345', 'MFA code has invalid format'],
  ])('"%s" is not verified: %s', async (code, message) => {
    const answer = await verify(await start(), code);
    expect([answer.status, answer.json['message']]).toEqual([400, message]);
  });

  it('that nobody sent is not found', async () => {
    expect((await verify(await start(), '123456')).status).toBe(404);
  });

  it('is not read out of a body of an unknown kind', async () => {
    const answer = await ask(await start(), 'POST', '/mfa/codes', {
      headers: { 'content-type': 'text/plain' },
      body: `phone_number=${GOOD}`,
    });
    expect([answer.status, answer.json['error']]).toEqual([415, 'unsupported_media_type']);
  });

  it('is asked for in vain with an empty JSON body', async () => {
    const answer = await ask(await start(), 'POST', '/mfa/codes', { headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_request_data']);
  });
});
