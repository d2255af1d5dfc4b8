import { SMSAPI } from 'smsapi';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { GOOD, start } from './support.ts';

const clientOf = (emulator: Emulator) => new SMSAPI(emulator.token, emulator.url);

/** The rest of the vendor's own npm client, 2.1.3: every method of contacts, groups, fields, templates and subusers. */
describe("the vendor's JavaScript client", () => {
  it('keeps contacts', async () => {
    const { contacts } = clientOf(await start());
    expect(await contacts.get()).toMatchObject({ size: 0, collection: [] });
    const made = await contacts.create(GOOD, {
      firstName: 'Żaneta',
      lastName: 'Nowak',
      email: 'zaneta@example.com',
      gender: 'female',
      birthdayDate: new Date('1990-05-01T00:00:00Z'),
      description: 'stała klientka',
      city: 'Łódź',
      source: 'targi',
    });
    expect(made).toMatchObject({ phoneNumber: GOOD, firstName: 'Żaneta', birthdayDate: '1990-05-01', city: 'Łódź' });
    await contacts.create('48500100201', { firstName: 'Jan', gender: 'male' });
    expect(await contacts.getById(made.id)).toMatchObject({ id: made.id, lastName: 'Nowak' });
    const found = async (params: Parameters<typeof contacts.get>[0]) =>
      (await contacts.get(params)).collection.map(({ firstName }) => firstName);
    expect(await found({ q: 'nowak' })).toEqual(['Żaneta']);
    expect(await found({ firstName: ['Jan', 'Żaneta'], orderBy: 'first_name', limit: 1, offset: 1 })).toEqual([
      'Żaneta',
    ]);
    expect(await found({ birthdayDate: [new Date('1990-05-01'), new Date('2000-01-01')] })).toEqual(['Żaneta']);
    expect(await found({ gender: 'male', phoneNumber: ['48500100201', GOOD] })).toEqual(['Jan']);
    const changed = await contacts.update(made.id, { phoneNumber: '48500100205', city: 'Gdynia' });
    expect(changed).toMatchObject({ phoneNumber: '48500100205', city: 'Gdynia', email: 'zaneta@example.com' });
    await expect(contacts.create('48500100205')).rejects.toMatchObject({ status: 409 });
    await expect(contacts.update(made.id, { email: 'x' })).rejects.toMatchObject({ status: 400 });
    await contacts.remove(made.id);
    await expect(contacts.getById(made.id)).rejects.toMatchObject({ status: 404 });
  });

  it('keeps groups, puts contacts into them and sends to them', async () => {
    const emulator = await start();
    const { contacts, sms } = clientOf(emulator);
    expect(await contacts.groups.get()).toMatchObject({ size: 0 });
    const group = await contacts.groups.create('Klienci', { description: 'stali', idx: 'g1', contactExpireAfter: 30 });
    expect(group).toMatchObject({ name: 'Klienci', idx: 'g1', contactsCount: 0, createdBy: 'emulator' });
    expect([group.dateCreated, group.dateUpdated].every((date) => date.getTime() > 0)).toBe(true);
    await expect(sms.sendSmsToGroup('Klienci', 'a')).rejects.toMatchObject({ data: { error: 41 } });
    const { id } = await contacts.create(GOOD);
    expect(await contacts.assignContactToGroup(id, group.id)).toMatchObject({
      size: 1,
      collection: [{ id: group.id }],
    });
    expect((await contacts.getGroups(id)).collection.map(({ name }) => name)).toEqual(['Klienci']);
    expect(await contacts.getGroupById(id, group.id)).toMatchObject({ name: 'Klienci', contactsCount: 1 });
    expect((await contacts.groups.update(group.id, { name: 'Nasi' })).name).toBe('Nasi');
    expect((await contacts.groups.getById(group.id)).description).toBe('stali');
    const other = await contacts.groups.create('Inni');
    await contacts.assignContactToGroup((await contacts.create('48500100201')).id, other.id);
    expect((await sms.sendSmsToGroup(['Nasi', 'Inni'], 'a')).list.map(({ number }) => number)).toEqual([
      GOOD,
      '48500100201',
    ]);
    expect((await sms.sendFlashSmsToGroup('Nasi', 'a')).count).toBe(1);
    await contacts.unpinContactFromGroup(id, group.id);
    await expect(contacts.getGroupById(id, group.id)).rejects.toMatchObject({ status: 404 });
    await contacts.groups.remove(group.id);
    await contacts.groups.remove(other.id, true);
    expect((await contacts.get()).collection.map(({ phoneNumber }) => phoneNumber)).toEqual([GOOD]);
    expect((await contacts.groups.get()).collection).toEqual([]);
  });

  it('keeps fields of its own', async () => {
    const { fields } = clientOf(await start()).contacts;
    const made = await fields.create('kolor');
    expect(made).toMatchObject({ name: 'kolor', type: 'text' });
    expect((await fields.create('urodziny psa', 'date')).type).toBe('date');
    expect((await fields.update(made.id, 'barwa')).name).toBe('barwa');
    await fields.remove(made.id);
    expect((await fields.get()).collection.map(({ name }) => name)).toEqual(['urodziny psa']);
  });

  it('keeps templates and sends them', async () => {
    const emulator = await start();
    const { templates, sms } = clientOf(emulator);
    const made = await templates.create({ name: 'witaj', template: 'Dzień dobry', normalize: true });
    expect(made).toMatchObject({ name: 'witaj', template: 'Dzień dobry' });
    expect(await templates.update(made.id, { template: 'Cześć' })).toMatchObject({ name: 'witaj', template: 'Cześć' });
    expect(await templates.getById(made.id)).toMatchObject({ id: made.id });
    expect((await templates.get()).size).toBe(1);
    await sms.sendSms(GOOD, '', { template: 'witaj' });
    expect(emulator.ledger.accepted(GOOD)[0]?.text).toBe('Czesc');
    await templates.remove(made.id);
    await expect(templates.getById(made.id)).rejects.toMatchObject({ status: 404 });
  });

  it('keeps subusers', async () => {
    const { subusers } = clientOf(await start());
    const made = await subusers.create({
      credentials: { username: 'jan', password: 'P4ssw0rd', apiPassword: 'P4ssw0rd-api' },
      active: true,
      description: 'sklep',
      points: { fromAccount: 10, perMonth: 20 },
    });
    expect(made).toEqual({
      id: made.id,
      username: 'jan',
      active: true,
      description: 'sklep',
      points: { fromAccount: 10, perMonth: 20 },
    });
    expect(
      await subusers.update(made.id, { credentials: { password: 'nowe' }, points: { perMonth: 5 } }),
    ).toMatchObject({
      active: true,
      points: { fromAccount: 10, perMonth: 5 },
    });
    expect((await subusers.update(made.id, { active: false })).active).toBe(false);
    expect(await subusers.getById(made.id)).toMatchObject({ username: 'jan' });
    expect((await subusers.get()).size).toBe(1);
    await subusers.remove(made.id);
    expect((await subusers.get()).size).toBe(0);
  });
});
