import { SMSAPI } from 'smsapi';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { ask, GOOD, idsOf, start } from './support.ts';

const clientOf = (emulator: Emulator) => new SMSAPI(emulator.token, emulator.url);

/** The vendor's own npm client, 2.1.3, against the emulator: every trap of dossier 1.5 would make it throw. */
describe("the vendor's JavaScript client", () => {
  it('sends to one number and to many', async () => {
    const emulator = await start();
    const { sms } = clientOf(emulator);
    const one = await sms.sendSms('+48500100200', '  Dzień dobry  ');
    expect(one).toMatchObject({ count: 1, length: 11, parts: 1, message: 'Dzień dobry' });
    expect(one.list[0]).toMatchObject({ number: GOOD, points: 0.15, status: 'QUEUE', idx: null, parts: 1 });
    expect(one.list[0]?.dateSent.getTime()).toBeGreaterThan(0);
    const many = await sms.sendSms([GOOD, '48600100200'], 'a', { from: 'Test', idx: 'a|b', checkIdx: true });
    expect(many.list.map(({ number, idx }) => [number, idx])).toEqual([
      [GOOD, 'a'],
      ['48600100200', 'b'],
    ]);
  });

  it('reads points that are texts', async () => {
    const emulator = await start({ switches: { points: 'string' } });
    expect((await clientOf(emulator).sms.sendSms(GOOD, 'a')).list[0]?.points).toBe(0.15);
  });

  it('is told about a used idx and a flash with Polish letters', async () => {
    const emulator = await start();
    const { sms } = clientOf(emulator);
    await sms.sendSms(GOOD, 'a', { idx: 'g1-a', checkIdx: true });
    await expect(sms.sendSms(GOOD, 'a', { idx: 'g1-a', checkIdx: true })).rejects.toMatchObject({
      data: { error: 53 },
    });
    await expect(sms.sendFlashSms(GOOD, 'Cześć')).rejects.toMatchObject({ data: { error: 17 } });
    expect((await sms.sendFlashSms(GOOD, 'Czesc')).count).toBe(1);
  });

  it('sends to groups', async () => {
    const emulator = await start({ account: { groups: { klienci: [GOOD, '48600100200'] } } });
    expect((await clientOf(emulator).sms.sendSmsToGroup('klienci', 'a')).count).toBe(2);
    await expect(clientOf(emulator).sms.sendSmsToGroup('nikt', 'a')).rejects.toMatchObject({ data: { error: 40 } });
  });

  it('uses every option it has', async () => {
    const emulator = await start();
    const { sms } = clientOf(emulator);
    const result = await sms.sendSms([GOOD, '4915112345678'], 'Pan [%1%]', {
      test: true,
      encoding: 'utf-8',
      fast: true,
      normalize: true,
      maxParts: 2,
      skipForeign: true,
      noUnicode: true,
      timeRestriction: 'follow',
      expirationDate: new Date(emulator.clock.now() + 3_600_000),
      param1: 'Jan|Hans',
      notifyUrl: 'http://127.0.0.1/',
      partnerId: 'p',
    });
    expect(result).toMatchObject({ count: 1, message: 'Pan Jan' });
    expect(emulator.ledger.numbers()).toEqual([]);
  });

  it('schedules and takes back', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock });
    const { sms } = clientOf(emulator);
    const date = new Date(clock.now() + 120_000);
    const scheduled = await sms.sendSms(GOOD, 'a', { date });
    expect(scheduled.list[0]?.dateSent).toEqual(date);
    const id = scheduled.list[0]?.id ?? '';
    expect(await sms.removeScheduledSms(id)).toEqual({ count: 1, list: [{ id }] });
    expect(await sms.removeScheduledSms([id])).toMatchObject({ error: 301 });
  });

  it('manages sender names', async () => {
    const emulator = await start();
    const { sendernames } = clientOf(emulator);
    expect(await sendernames.create('Goniec')).toMatchObject({ sender: 'Goniec', status: 'INACTIVE' });
    await emulator.account.setSenderStatus('Goniec', 'ACTIVE');
    await sendernames.makeDefault('Goniec');
    expect(await sendernames.getBySender('Goniec')).toMatchObject({ isDefault: true, createdAt: expect.any(Date) });
    await sendernames.remove('Goniec');
    expect((await sendernames.get()).collection.map(({ sender }) => sender)).toEqual(['Test']);
    await expect(sendernames.getBySender('Goniec')).rejects.toMatchObject({ status: 404 });
  });

  it('reads the profile, and is refused with a wrong token', async () => {
    const emulator = await start();
    expect(await clientOf(emulator).profile.get()).toMatchObject({
      username: 'emulator',
      paymentType: 'prepaid',
      points: 1_000,
    });
    const stranger = new SMSAPI('wrong', `${emulator.url}/api`);
    await expect(stranger.profile.get()).rejects.toMatchObject({ status: 401 });
    await expect(stranger.sms.sendSms(GOOD, 'a')).rejects.toMatchObject({ data: { error: 101 } });
  });
});

const FORM = 'application/x-www-form-urlencoded';
const TEXT = encodeURIComponent('Dzień dobry');

/** The same send, byte for byte in the shape of each official client (dossier 1.5). */
describe('requests in the shape of other clients', () => {
  it.each([
    [
      'PHP, one number',
      FORM,
      '/sms.do',
      `format=json&encoding=utf-8&details=1&to=${GOOD}&message=${TEXT}&idx%5B0%5D=a&check_idx=1`,
      ['a'],
    ],
    [
      'PHP, many numbers',
      FORM,
      '/sms.do',
      `format=json&encoding=utf-8&to=${GOOD}%2C48600100200&message=${TEXT}&idx%5B0%5D=a&idx%5B1%5D=b`,
      ['a', 'b'],
    ],
    [
      'PHP, scheduled',
      FORM,
      '/sms.do',
      `format=json&encoding=utf-8&details=1&date_validate=1&date=2026-01-12T10%3A00%3A00%2B00%3A00&to=${GOOD}&message=${TEXT}`,
      [null],
    ],
    [
      'Python',
      FORM,
      '/sms.do',
      `message=${TEXT.replaceAll('%20', '+')}&to=${GOOD}%2C48600100200&idx=a%7Cb&format=json`,
      ['a', 'b'],
    ],
    [
      'Go',
      'application/json',
      '/sms.do?format=json',
      `{"to":"${GOOD}","message":"Dzień dobry","idx":7,"date":"2026-01-12T11:00:00+01:00"}`,
      ['7'],
    ],
    [
      'Java',
      FORM,
      '/sms.do',
      `format=json&details=1&encoding=utf-8&to=${GOOD}&message=${TEXT}&date=1768212000&single=0&idx=a`,
      ['a'],
    ],
    [
      'C#',
      FORM,
      '/sms.do',
      `format=json&details=1&encoding=utf-8&single=0&nounicode=0&flash=0&fast=0&to=${GOOD}&message=${TEXT}&idx=a&check_idx=1`,
      ['a'],
    ],
    [
      'old, windows-1250',
      FORM,
      '/sms.do',
      `format=json&to=${GOOD}&encoding=windows-1250&message=Dzie%F1+dobry`,
      [null],
    ],
    ['plain GET', '', `/sms.do?format=json&to=${GOOD}&message=${TEXT}`, '', [null]],
  ])('%s: is taken with its text and idx', async (_, contentType, path, body, idx) => {
    const emulator = await start({ clock: createManualClock() });
    const answer = await ask(emulator, body === '' ? 'GET' : 'POST', path, {
      headers: contentType === '' ? {} : { 'content-type': contentType },
      ...(body === '' ? {} : { body }),
    });
    expect(answer.json).toMatchObject({ count: idx.length, list: idx.map((one) => ({ idx: one })) });
    expect(emulator.ledger.accepted(GOOD)).toMatchObject([{ text: 'Dzień dobry' }]);
  });

  it('Java and Go ask for statuses in their own ways', async () => {
    const emulator = await start();
    const sent = await ask(emulator, 'GET', `/sms.do?format=json&to=${GOOD}&message=a`);
    const [id = ''] = idsOf(sent);
    await emulator.idle();
    const java = await ask(emulator, 'POST', '/sms.do', {
      headers: { 'content-type': FORM },
      body: `status=${id}&format=json`,
    });
    const go = await ask(emulator, 'GET', `/sms.do?format=json&status=${id}`);
    expect([java.json, go.json]).toMatchObject([
      { list: [{ status: 'DELIVERED' }] },
      { list: [{ status: 'DELIVERED' }] },
    ]);
  });

  it('PHP sends GET with a form content type and no body', async () => {
    const answer = await ask(await start(), 'GET', '/profile', { headers: { 'content-type': FORM } });
    expect(answer.status).toBe(200);
  });
});
