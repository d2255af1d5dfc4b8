import { SMSAPI } from 'smsapi';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { createManualClock } from '../src/index.ts';
import { GOOD, start } from './support.ts';

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

  it('looks a number up', async () => {
    const { hlr } = clientOf(await start());
    expect(await hlr.check(GOOD, 'h1')).toMatchObject({ status: 'OK', number: GOOD });
    expect(await hlr.check([GOOD, '12'], ['h2', 'h3'])).toMatchObject([{ status: 'OK' }, { status: 'ERROR' }]);
  });

  it('sends a one-time code and has it checked', async () => {
    const { mfa } = clientOf(await start());
    const { code, phoneNumber } = await mfa.generateCode(GOOD, { content: 'Kod: [%code%]', fast: false });
    expect(phoneNumber).toBe(GOOD);
    await expect(mfa.verifyCode(GOOD, code === '000000' ? '000001' : '000000')).rejects.toMatchObject({ status: 404 });
    expect(await mfa.verifyCode(GOOD, code)).toBeFalsy();
  });

  it('sends pictures and voice', async () => {
    const { mms, vms } = clientOf(await start());
    const smil = '<smil><head></head><body></body></smil>';
    expect(await mms.sendMms(GOOD, 'Temat', smil)).toMatchObject({ count: 1 });
    expect(await vms.sendVms(GOOD, 'Dzień dobry', 'ewa')).toMatchObject({ count: 1 });
    expect(await vms.sendVmsWithRemoteFile(GOOD, 'https://example.com/a.wav')).toMatchObject({ count: 1 });
  });

  it('keeps stored texts and sends them', async () => {
    const { templates, sms } = clientOf(await start());
    const { id } = await templates.create({ name: 'gotowe', template: 'Gotowe: [%1%]', normalize: false });
    expect(await sms.sendSms(GOOD, '', { template: 'gotowe', param1: '7' })).toMatchObject({ message: 'Gotowe: 7' });
    expect(await templates.update(id, { template: 'Czeka: [%1%]' })).toMatchObject({ name: 'gotowe' });
    expect((await templates.get()).collection).toMatchObject([{ id, template: 'Czeka: [%1%]' }]);
    await templates.remove(id);
    await expect(templates.getById(id)).rejects.toMatchObject({ status: 404 });
  });

  it('keeps contacts, groups and fields', async () => {
    const { contacts } = clientOf(await start());
    const { id } = await contacts.create('48500100250', { firstName: 'Jan', lastName: 'Żak' });
    const group = await contacts.groups.create('nowi', { description: 'Nowi klienci' });
    expect((await contacts.assignContactToGroup(id, group.id)).collection).toMatchObject([{ name: 'nowi' }]);
    expect(await contacts.update(id, { firstName: 'Janina' })).toMatchObject({ firstName: 'Janina', lastName: 'Żak' });
    expect((await contacts.get({ phoneNumber: '48500100250' })).size).toBe(1);
    const field = await contacts.fields.create('pole', 'text');
    expect(await contacts.fields.update(field.id, 'inne')).toMatchObject({ name: 'inne', type: 'text' });
    await contacts.fields.remove(field.id);
    await contacts.groups.remove(group.id, true);
    await expect(contacts.getById(id)).rejects.toMatchObject({ status: 404 });
  });

  it('keeps subusers', async () => {
    const { subusers } = clientOf(await start());
    const credentials = { username: 'pracownik', password: 'Haslo-1234' };
    const { id } = await subusers.create({ credentials, active: true, description: 'd' });
    expect(await subusers.update(id, { description: 'e' })).toMatchObject({ username: 'pracownik', description: 'e' });
    await subusers.remove(id);
    expect((await subusers.get()).size).toBe(0);
  });
});
