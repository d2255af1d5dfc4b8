import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, recordsIn, send, start, type Answer } from './support.ts';

const DAY_MS = 86_400_000;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const askForm = (emulator: Emulator, method: string, path: string, fields: Readonly<Record<string, string>> = {}) =>
  ask(emulator, method, path, { headers: FORM, body: new URLSearchParams(fields).toString() });

const listed = async (emulator: Emulator, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  recordsIn((await ask(emulator, 'GET', path)).json['collection']);

const idOf = (answer: Answer): string => String(answer.json['id']);

const addContact = async (emulator: Emulator, fields: Readonly<Record<string, string>>): Promise<string> =>
  idOf(await askForm(emulator, 'POST', '/contacts', fields));

const addGroup = async (emulator: Emulator, name: string): Promise<string> =>
  idOf(await askForm(emulator, 'POST', '/contacts/groups', { name }));

const names = async (emulator: Emulator, query: string): Promise<readonly unknown[]> =>
  (await listed(emulator, `/contacts?limit=100&${query}`)).map((contact) => contact['first_name']);

describe('contacts', () => {
  it('are created, read, changed and deleted; what was never given is absent', async () => {
    const clock = createManualClock(Date.UTC(2026, 0, 12, 10));
    const emulator = await start({ clock });
    const created = await askForm(emulator, 'POST', '/contacts', { phone_number: '500100200', first_name: 'Żaneta' });
    expect([created.status, created.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        phone_number: '48500100200',
        first_name: 'Żaneta',
        gender: 'undefined',
        date_created: '2026-01-12T10:00:00Z',
        date_updated: '2026-01-12T10:00:00Z',
        groups: [],
      },
    ]);
    await emulator.advance(60_000);
    const path = `/contacts/${idOf(created)}`;
    const changed = await askJson(emulator, 'PUT', path, { city: 'Łódź', gender: 'female' });
    expect(changed.json).toMatchObject({ first_name: 'Żaneta', city: 'Łódź', date_updated: '2026-01-12T10:01:00Z' });
    expect((await ask(emulator, 'GET', path)).json).toEqual(changed.json);
    expect((await ask(emulator, 'DELETE', path)).status).toBe(204);
    const gone = await ask(emulator, 'GET', path);
    expect([gone.status, gone.json]).toMatchObject([
      404,
      { error: 'contact_not_found', message: 'Cannot find contact', developer_description: null },
    ]);
  });

  it('are refused with 409 when known already, or changed if the switch says so', async () => {
    const emulator = await start();
    const id = await addContact(emulator, { phone_number: GOOD, email: 'anna@example.com' });
    const other = await addContact(emulator, { phone_number: '48500100201' });
    const same = await askForm(emulator, 'POST', '/contacts', { phone_number: '+48 500 100 200' });
    expect([same.status, same.json['error']]).toEqual([409, 'contact_conflict']);
    expect((await askForm(emulator, 'POST', '/contacts', { email: 'anna@example.com' })).status).toBe(409);
    expect((await askForm(emulator, 'PUT', `/contacts/${other}`, { phone_number: GOOD })).status).toBe(409);
    emulator.setSwitches({ knownContact: 'update' });
    const changed = await askForm(emulator, 'POST', '/contacts', { phone_number: GOOD, city: 'Gdynia' });
    expect([changed.status, changed.json]).toMatchObject([200, { id, email: 'anna@example.com', city: 'Gdynia' }]);
    expect((await listed(emulator, '/contacts')).length).toBe(2);
  });

  it('name all wrong fields at once', async () => {
    const answer = await askForm(await start(), 'POST', '/contacts', { phone_number: 'abc', gender: 'K' });
    expect([answer.status, answer.json]).toMatchObject([
      400,
      {
        error: 'invalid_request_data',
        errors: [
          { path: 'phone_number', value: 'abc', message: expect.any(String), error: expect.any(String) },
          { path: 'gender', value: 'K' },
        ],
      },
    ]);
  });

  it('are taken as JSON, or refuse it with 415 if the switch says so', async () => {
    const emulator = await start();
    expect((await askJson(emulator, 'POST', '/contacts', { phone_number: GOOD })).status).toBe(201);
    emulator.setSwitches({ contactsJson: false });
    const refused = await askJson(emulator, 'POST', '/contacts', { phone_number: '48500100201' });
    expect([refused.status, refused.json['error']]).toEqual([415, 'unsupported_media_type']);
    expect((await askForm(emulator, 'POST', '/contacts', { phone_number: '48500100201' })).status).toBe(201);
    const id = await addGroup(emulator, 'klienci');
    expect((await askJson(emulator, 'PUT', `/contacts/groups/${id}`, { name: 'inni' })).status).toBe(415);
    const [contact] = await listed(emulator, '/contacts');
    const assigned = await ask(emulator, 'PUT', `/contacts/${String(contact?.['id'])}/groups/${id}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(assigned.status).toBe(201); // an empty body is no JSON
  });

  it('are found by search, filters and their order, five at a time', async () => {
    const emulator = await start();
    const people = [
      ['Żaneta', 'Nowak', 'female', '1990-05-01', 'Łódź'],
      ['Jan', 'Kowalski', 'male', '1985-12-24', 'Gdynia'],
      ['Ewa', 'Nowak', 'female', '2001-01-01', 'Gdańsk'],
      ['Adam', 'Lis', 'male', '1990-04-30', 'Łódź'],
    ] as const;
    for (const [nth, [first_name, last_name, gender, birthday_date, city]] of people.entries()) {
      await addContact(emulator, {
        first_name,
        last_name,
        gender,
        birthday_date,
        city,
        phone_number: `4850010030${nth}`,
        email: `${nth}@example.com`,
      });
    }
    const group = await addGroup(emulator, 'panie');
    await askForm(emulator, 'POST', `/contacts/groups/${group}/members`, { gender: 'female' });
    const questions: Readonly<Record<string, readonly string[]>> = {
      'q=łódź': ['Żaneta', 'Adam'],
      'q=00301': ['Jan'],
      'last_name=nowak': ['Żaneta', 'Ewa'],
      'first_name=Jan,Ewa': ['Jan', 'Ewa'],
      'first_name[]=Jan&first_name[]=Adam': ['Jan', 'Adam'],
      'phone_number=%2B48500100302': ['Ewa'],
      'email=0@example.com,3@example.com': ['Żaneta', 'Adam'],
      'gender=male': ['Jan', 'Adam'],
      [`group_id=${group}`]: ['Żaneta', 'Ewa'],
      [`group_id=${group}&city=x&last_name=nowak&q=gda`]: ['Ewa'],
      'birthday_date=1990-05-01': ['Żaneta'],
      'birthday_date=lt(1990-05-01)': ['Jan', 'Adam'],
      'birthday_date=between(1990-04-30, 1990-05-01)': ['Żaneta', 'Adam'],
      'birthday_date=1985-12-24,gte(2001-01-01)': ['Jan', 'Ewa'],
      'order_by=first_name': ['Adam', 'Ewa', 'Jan', 'Żaneta'],
      'order_by=last_name&offset=1&limit=2': ['Adam', 'Żaneta'],
    };
    for (const [query, found] of Object.entries(questions)) {
      expect(await names(emulator, query), query).toEqual(found);
    }
    const page = await ask(emulator, 'GET', '/contacts?order_by=last_name&offset=1&limit=2');
    expect([page.json['size'], recordsIn(page.json['collection']).map((one) => one['first_name'])]).toEqual([
      4,
      ['Adam', 'Żaneta'],
    ]);
    await addContact(emulator, { phone_number: '48500100310' });
    await addContact(emulator, { phone_number: '48500100311' });
    const short = await ask(emulator, 'GET', '/contacts');
    expect([short.json['size'], recordsIn(short.json['collection']).length]).toEqual([6, 5]);
  });

  it.each(['birthday_date=soon', 'gender=K', 'order_by=city', 'limit=all', 'offset=-1'])(
    'refuse a list with %s and name the field',
    async (query) => {
      const answer = await ask(await start(), 'GET', `/contacts?${query}`);
      expect([answer.status, answer.json['errors']]).toMatchObject([400, [{ path: query.split('=')[0] }]]);
    },
  );

  it('lie in the trash when deleted, until it is restored or emptied', async () => {
    const emulator = await start();
    const count = async (): Promise<string | null> => {
      const response = await fetch(`${emulator.url}/contacts/trash`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${emulator.token}` },
      });
      expect(response.status).toBe(204);
      return response.headers.get('x-result-count');
    };
    expect((await ask(emulator, 'PUT', '/contacts/trash/restore')).status).toBe(204);
    expect((await ask(emulator, 'DELETE', '/contacts/trash')).status).toBe(204);
    for (const phone_number of [GOOD, '48500100201', '48500100202']) await addContact(emulator, { phone_number });
    expect((await ask(emulator, 'DELETE', `/contacts?phone_number=${GOOD}`)).status).toBe(202);
    expect([await count(), await listed(emulator, '/contacts')]).toEqual(['3', []]);
    await addContact(emulator, { phone_number: '48500100201' });
    expect((await ask(emulator, 'PUT', '/contacts/trash/restore')).status).toBe(202);
    expect([await count(), (await listed(emulator, '/contacts')).length]).toEqual(['1', 3]);
    expect((await ask(emulator, 'DELETE', '/contacts/trash')).status).toBe(202);
    expect(await count()).toBe('0');
  });
});

describe('fields of their own', () => {
  it('are added, renamed and removed, and show under their name', async () => {
    const emulator = await start();
    const made = await askForm(emulator, 'POST', '/contacts/fields', { name: 'kolor', type: 'TEXT' });
    expect([made.status, made.json]).toEqual([201, { id: expect.any(String), name: 'kolor', type: 'TEXT' }]);
    expect((await askForm(emulator, 'POST', '/contacts/fields', { name: 'rozmiar' })).json['type']).toBe('text');
    const contact = await addContact(emulator, { phone_number: GOOD, kolor: 'zielony' });
    const shown = async () => (await ask(emulator, 'GET', `/contacts/${contact}`)).json;
    expect(await shown()).toMatchObject({ kolor: 'zielony' });
    const path = `/contacts/fields/${idOf(made)}`;
    expect((await askForm(emulator, 'PUT', path, { name: 'barwa' })).json).toMatchObject({
      name: 'barwa',
      type: 'TEXT',
    });
    expect(await shown()).toMatchObject({ barwa: 'zielony' });
    expect((await ask(emulator, 'DELETE', path)).status).toBe(204);
    expect(Object.values(await shown())).not.toContain('zielony');
    expect((await listed(emulator, '/contacts/fields')).map((field) => field['name'])).toEqual(['rozmiar']);
    expect((await ask(emulator, 'DELETE', path)).status).toBe(404);
    expect((await askForm(emulator, 'PUT', path, { name: 'x' })).status).toBe(404);
  });

  it.each([
    [{ name: '' }, 400],
    [{ name: 'kolor', type: 'colour' }, 400],
    [{ name: 'email' }, 409],
    [{ name: 'groups' }, 409],
    [{ name: 'znane' }, 409],
  ])('%j are refused with %i', async (fields, status) => {
    const emulator = await start();
    await askForm(emulator, 'POST', '/contacts/fields', { name: 'znane' });
    expect((await askForm(emulator, 'POST', '/contacts/fields', fields)).status).toBe(status);
  });

  it('have options only where there is a choice', async () => {
    const emulator = await start();
    const { json } = await askForm(emulator, 'POST', '/contacts/fields', { name: 'kolor' });
    const options = await listed(emulator, '/contacts/fields/gender/options');
    expect(options.map(({ name, value }) => [name, value])).toContainEqual(['female', 'female']);
    expect((await ask(emulator, 'GET', `/contacts/fields/${String(json['id'])}/options`)).status).toBe(501);
    expect((await ask(emulator, 'GET', '/contacts/fields/unknown/options')).status).toBe(404);
    const available: unknown = JSON.parse((await ask(emulator, 'GET', '/contacts/fields/available')).text);
    expect(available).toContainEqual({ ...json, built_in: false, options: null });
    expect(recordsIn(available).find((field) => field['id'] === 'birthday_date')).toMatchObject({ type: 'date' });
  });
});

describe('groups', () => {
  it('are made, found, changed and deleted', async () => {
    const emulator = await start({ account: { username: 'firma' } });
    const made = await askForm(emulator, 'POST', '/contacts/groups', {
      name: 'Klienci',
      description: 'stali',
      idx: 'g1',
      contact_expire_after: '30',
    });
    const id = idOf(made);
    expect([made.status, made.json]).toEqual([
      201,
      {
        id,
        name: 'Klienci',
        description: 'stali',
        contacts_count: 0,
        date_created: expect.stringMatching(/^\d{4}-.*\dZ$/),
        date_updated: expect.stringMatching(/^\d{4}-.*\dZ$/),
        created_by: 'firma',
        idx: 'g1',
        contact_expire_after: 30,
        permissions: [{ group_id: id, username: 'firma', write: true, read: true, send: true }],
      },
    ]);
    expect((await askForm(emulator, 'POST', '/contacts/groups', { name: 'Klienci' })).status).toBe(409);
    expect((await askForm(emulator, 'POST', '/contacts/groups', {})).status).toBe(400);
    const bad = await askForm(emulator, 'POST', '/contacts/groups', { name: 'x', contact_expire_after: 'rok' });
    expect([bad.status, bad.json['errors']]).toMatchObject([400, [{ path: 'contact_expire_after' }]]);
    const changed = await askForm(emulator, 'PUT', `/contacts/groups/${id}`, { name: 'Dawni klienci' });
    expect([changed.status, changed.json]).toMatchObject([200, { name: 'Dawni klienci', idx: 'g1' }]);
    const other = await addGroup(emulator, 'inni');
    expect((await askForm(emulator, 'PUT', `/contacts/groups/${other}`, { name: 'Dawni klienci' })).status).toBe(409);
    const named = async (query: string) =>
      (await listed(emulator, `/contacts/groups?${query}`)).map((one) => one['name']);
    expect(await named('name=klienci')).toEqual(['Dawni klienci']);
    expect(await named('name=eq(inni)')).toEqual(['inni']);
    expect(await named('')).toEqual(['Dawni klienci', 'inni']);
    expect((await ask(emulator, 'DELETE', `/contacts/groups/${id}`)).status).toBe(204);
    const gone = await ask(emulator, 'GET', `/contacts/groups/${id}`);
    expect([gone.status, gone.json]).toMatchObject([404, { error: 'group_not_found', message: 'Group not found' }]);
    expect((await ask(emulator, 'DELETE', '/contacts/groups')).status).toBe(204);
    expect(await named('')).toEqual([]);
  });

  it('take contacts in, show them, and let them go', async () => {
    const emulator = await start();
    const [contact, group] = [await addContact(emulator, { phone_number: GOOD }), await addGroup(emulator, 'klienci')];
    const path = `/contacts/${contact}/groups/${group}`;
    const member = `/contacts/groups/${group}/members/${contact}`;
    expect((await ask(emulator, 'GET', path)).json['error']).toBe('group_not_found');
    expect((await ask(emulator, 'GET', member)).json['error']).toBe('contact_not_found');
    const first = await ask(emulator, 'PUT', path);
    expect([first.status, first.json]).toMatchObject([
      201,
      { size: 1, collection: [{ id: group, contacts_count: 1 }] },
    ]);
    expect((await ask(emulator, 'PUT', path)).status).toBe(200);
    expect((await ask(emulator, 'GET', path)).json).toMatchObject({ id: group, name: 'klienci' });
    expect((await ask(emulator, 'GET', member)).json).toMatchObject({ id: contact, groups: [{ id: group }] });
    expect((await listed(emulator, `/contacts/${contact}/groups`)).map((one) => one['id'])).toEqual([group]);
    expect((await ask(emulator, 'DELETE', path)).status).toBe(204);
    expect((await ask(emulator, 'DELETE', path)).status).toBe(404);
    expect((await ask(emulator, 'PUT', member)).status).toBe(201);
    expect((await ask(emulator, 'PUT', member)).json).toMatchObject({ id: contact, groups: [{ id: group }] });
    expect((await ask(emulator, 'DELETE', member)).status).toBe(204);
    expect((await ask(emulator, 'DELETE', member)).status).toBe(404);
    expect((await ask(emulator, 'PUT', `/contacts/${contact}/groups/0123`)).json['error']).toBe('group_not_found');
    expect((await ask(emulator, 'PUT', `/contacts/0123/groups/${group}`)).json['error']).toBe('contact_not_found');
  });

  it('are given to a contact by number in one request, all or none', async () => {
    const emulator = await start();
    const contact = await addContact(emulator, { phone_number: GOOD });
    const [a, b] = [await addGroup(emulator, 'a'), await addGroup(emulator, 'b')];
    const path = `/contacts/${contact}/groups`;
    expect((await askForm(emulator, 'POST', path, { 0: a, 1: '0123' })).status).toBe(404);
    const both = await askForm(emulator, 'POST', path, { 0: a, 1: b });
    expect([both.status, both.json['size']]).toEqual([201, 2]);
    const again = await askForm(emulator, 'POST', path, { 0: a, 1: b });
    expect([again.status, again.json]).toEqual([200, { size: 0, collection: [] }]);
  });

  it('are filled, moved and emptied by query', async () => {
    const emulator = await start();
    await addContact(emulator, { phone_number: GOOD, first_name: 'Jan', email: 'jan@example.com' });
    await addContact(emulator, { phone_number: '48500100201', first_name: 'Ewa', email: 'ewa@example.com' });
    const [a, b] = [await addGroup(emulator, 'a'), await addGroup(emulator, 'b')];
    const of = (group: string) => names(emulator, `group_id=${group}`);
    expect((await askForm(emulator, 'POST', `/contacts/groups/${a}/members`, {})).status).toBe(204);
    expect(await of(a)).toEqual(['Jan', 'Ewa']);
    await askForm(emulator, 'PUT', `/contacts/groups/${b}/members`, { email: 'ewa@example.com' });
    expect([await of(a), await of(b)]).toEqual([['Jan'], ['Ewa']]);
    await askForm(emulator, 'POST', `/contacts/groups/${b}/members`, { first_name: 'Jan' });
    await askForm(emulator, 'DELETE', `/contacts/groups/${b}/members`, { first_name: 'Ewa' });
    expect([await of(a), await of(b)]).toEqual([['Jan'], ['Jan']]);
    const bad = await askForm(emulator, 'POST', `/contacts/groups/${b}/members`, { birthday_date: 'soon' });
    expect(bad.status).toBe(400);
    expect((await askForm(emulator, 'POST', '/contacts/groups/0123/members', {})).status).toBe(404);
  });

  it('take their members to the trash when told to', async () => {
    const emulator = await start();
    const [jan] = [await addContact(emulator, { phone_number: GOOD, first_name: 'Jan' })];
    await addContact(emulator, { phone_number: '48500100201', first_name: 'Ewa' });
    const [a, b] = [await addGroup(emulator, 'a'), await addGroup(emulator, 'b')];
    for (const group of [a, b]) await ask(emulator, 'PUT', `/contacts/${jan}/groups/${group}`);
    await ask(emulator, 'DELETE', `/contacts/groups/${a}?delete_contacts=false`);
    expect(await names(emulator, '')).toEqual(['Jan', 'Ewa']);
    await ask(emulator, 'DELETE', `/contacts/groups/${b}?delete_contacts=true`);
    expect(await names(emulator, '')).toEqual(['Ewa']);
  });

  it('count their members always, or only when asked', async () => {
    const emulator = await start();
    const [contact, group] = [await addContact(emulator, { phone_number: GOOD }), await addGroup(emulator, 'a')];
    await ask(emulator, 'PUT', `/contacts/${contact}/groups/${group}`);
    const count = async (query = '') =>
      (await ask(emulator, 'GET', `/contacts/groups/${group}${query}`)).json['contacts_count'];
    expect(await count()).toBe(1);
    emulator.setSwitches({ groupCounts: 'asked' });
    expect([await count(), await count('?with=contacts_count')]).toEqual([null, 1]);
  });

  it('lose a contact when its days are over', async () => {
    const clock = createManualClock();
    const emulator = await start({ clock });
    const contact = await addContact(emulator, { phone_number: GOOD });
    const made = await askForm(emulator, 'POST', '/contacts/groups', { name: 'krótko', contact_expire_after: '2' });
    await ask(emulator, 'PUT', `/contacts/${contact}/groups/${idOf(made)}`);
    await emulator.advance(2 * DAY_MS - 1);
    expect((await send(emulator, { to: undefined, group: 'krótko', test: 1 })).json['count']).toBe(1);
    await emulator.advance(1);
    expect((await send(emulator, { to: undefined, group: 'krótko', test: 1 })).json['error']).toBe(41);
  });

  it('have permissions per user', async () => {
    const emulator = await start();
    const path = `/contacts/groups/${await addGroup(emulator, 'a')}/permissions`;
    const made = await askForm(emulator, 'POST', path, { username: 'jan', read: '1' });
    expect([made.status, made.json]).toMatchObject([201, { username: 'jan', read: true, write: false, send: false }]);
    expect((await askForm(emulator, 'POST', path, {})).status).toBe(400);
    const changed = await askForm(emulator, 'PUT', `${path}/jan`, { send: 'true' });
    expect([changed.status, changed.json]).toMatchObject([200, { read: true, send: true }]);
    expect((await askForm(emulator, 'PUT', `${path}/ewa`, { read: '1' })).status).toBe(201);
    expect((await ask(emulator, 'GET', `${path}/jan`)).json).toEqual(changed.json);
    expect((await listed(emulator, path)).map((one) => one['username'])).toEqual(['emulator', 'jan', 'ewa']);
    expect((await ask(emulator, 'DELETE', `${path}/jan`)).status).toBe(204);
    expect((await ask(emulator, 'DELETE', `${path}/jan`)).status).toBe(404);
    expect((await ask(emulator, 'GET', `${path}/jan`)).status).toBe(404);
  });
});
