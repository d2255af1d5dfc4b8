import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, recordsIn, send, start, type Answer } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const idOf = (answer: Answer): string => String(answer.json['id']);
const listed = async (emulator: Emulator, path: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  recordsIn((await ask(emulator, 'GET', path)).json['collection']);

describe('templates', () => {
  it('are made, changed, listed and deleted', async () => {
    const emulator = await start();
    const made = await ask(emulator, 'POST', '/sms/templates', {
      headers: FORM,
      body: new URLSearchParams({ name: 'witaj', template: 'Dzień dobry, [%1%]', normalize: '1' }).toString(),
    });
    const id = idOf(made);
    expect([made.status, made.json]).toEqual([
      201,
      { id: expect.stringMatching(/^[0-9a-f]{24}$/), name: 'witaj', template: 'Dzień dobry, [%1%]', normalize: true },
    ]);
    const changed = await askJson(emulator, 'PUT', `/sms/templates/${id}`, { template: 'Cześć', normalize: false });
    expect([changed.status, changed.json]).toEqual([200, { id, name: 'witaj', template: 'Cześć', normalize: false }]);
    expect(await listed(emulator, '/sms/templates')).toEqual([changed.json]);
    expect(await listed(emulator, '/sms/templates/available')).toEqual([
      { name: 'witaj', template: 'Cześć', normalize: false },
    ]);
    expect((await ask(emulator, 'GET', `/sms/templates/${id}`)).json).toEqual(changed.json);
    expect((await ask(emulator, 'DELETE', `/sms/templates/${id}`)).status).toBe(204);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await ask(emulator, method, `/sms/templates/${id}`)).status, method).toBe(404);
    }
  });

  it.each([
    [{}, 400, ['name', 'template']],
    [{ name: 'a', template: ' ' }, 400, ['template']],
    [{ name: 'znany', template: 'a' }, 409, []],
  ])('%j are refused with %i', async (body, status, paths) => {
    const emulator = await start({ account: { templates: { znany: { text: 'a', normalize: false } } } });
    const answer = await askJson(emulator, 'POST', '/sms/templates', body);
    expect([answer.status, recordsIn(answer.json['errors']).map(({ path }) => path)]).toEqual([status, paths]);
  });

  it('cannot take the name of another one', async () => {
    const templates = { a: { text: 'a', normalize: false }, b: { text: 'b', normalize: false } };
    const emulator = await start({ account: { templates } });
    const [first] = await listed(emulator, '/sms/templates');
    const path = `/sms/templates/${String(first?.['id'])}`;
    expect((await askJson(emulator, 'PUT', path, { name: 'b' })).status).toBe(409);
    expect((await askJson(emulator, 'PUT', path, { name: 'a', template: 'c' })).status).toBe(200);
  });

  it('are what sms.do sends by their name, until they are gone', async () => {
    const emulator = await start();
    const made = await askJson(emulator, 'POST', '/sms/templates', { name: 'witaj', template: 'Pan [%1%]' });
    await send(emulator, { message: undefined, template: 'witaj', param1: 'Jan' });
    expect(emulator.ledger.accepted(GOOD).map(({ text }) => text)).toEqual(['Pan Jan']);
    await ask(emulator, 'DELETE', `/sms/templates/${idOf(made)}`);
    expect((await send(emulator, { message: undefined, template: 'witaj', param1: 'Jan' })).json['error']).toBe(104);
  });
});

describe('subusers', () => {
  const JAN = { credentials: { username: 'jan', password: 'P4ssw0rd-tajne', api_password: 'P4ssw0rd-api' } };

  it('are made, found, changed and deleted, and tell no password', async () => {
    const emulator = await start();
    const made = await askJson(emulator, 'POST', '/subusers', {
      ...JAN,
      active: true,
      description: 'sklep',
      points: { from_account: 10, per_month: 2.5 },
    });
    const id = idOf(made);
    expect([made.status, made.json]).toEqual([
      201,
      { id, username: 'jan', active: true, description: 'sklep', points: { from_account: 10, per_month: 2.5 } },
    ]);
    const changed = await askJson(emulator, 'PUT', `/subusers/${id}`, {
      credentials: { password: 'P4ssw0rd-nowe' },
      points: { per_month: 5 },
    });
    expect(changed.json).toEqual({ ...made.json, points: { from_account: 10, per_month: 5 } });
    expect((await askJson(emulator, 'PUT', `/subusers/${id}`, { active: false })).json['active']).toBe(false);
    emulator.setSwitches({ points: 'string' });
    expect((await ask(emulator, 'GET', `/subusers/${id}`)).json['points']).toEqual({
      from_account: '10.0000',
      per_month: '5.0000',
    });
    expect((await listed(emulator, '/subusers?q=JA')).map(({ username }) => username)).toEqual(['jan']);
    expect(await listed(emulator, '/subusers?q=ewa')).toEqual([]);
    expect((await ask(emulator, 'GET', '/_emulator/requests')).text).not.toContain('P4ssw0rd');
    expect((await ask(emulator, 'DELETE', `/subusers/${id}`)).status).toBe(204);
    expect((await ask(emulator, 'GET', `/subusers/${id}`)).status).toBe(404);
  });

  it('are taken from a form with brackets, as PHP sends it', async () => {
    const body = 'credentials[username]=ewa&credentials[password]=tajne&points[from_account]=1.5';
    const emulator = await start();
    const answer = await ask(emulator, 'POST', '/subusers', { headers: FORM, body });
    expect([answer.status, answer.json]).toMatchObject([
      201,
      { username: 'ewa', active: true, description: null, points: { from_account: 1.5, per_month: 0 } },
    ]);
    expect((await ask(emulator, 'GET', '/_emulator/requests')).text).not.toContain('tajne');
  });

  it.each([
    [{}, ['credentials[username]', 'credentials[password]']],
    [{ credentials: { username: 'jan', password: '' } }, ['credentials[password]']],
    [{ credentials: { ...JAN.credentials, api_password: '' } }, ['credentials[api_password]']],
    [{ ...JAN, points: { from_account: 'dużo', per_month: -1 } }, ['points[from_account]', 'points[per_month]']],
  ])('%j are refused and the fields named', async (body, paths) => {
    const answer = await askJson(await start(), 'POST', '/subusers', body);
    expect([answer.status, recordsIn(answer.json['errors']).map(({ path }) => path)]).toEqual([400, paths]);
  });

  it('keep their name, and nobody takes it', async () => {
    const emulator = await start({ account: { username: 'firma' } });
    const id = idOf(await askJson(emulator, 'POST', '/subusers', JAN));
    expect((await askJson(emulator, 'POST', '/subusers', JAN)).json['error']).toBe('subuser_conflict');
    const own = await askJson(emulator, 'POST', '/subusers', { credentials: { username: 'firma', password: 'x' } });
    expect(own.status).toBe(409);
    const renamed = await askJson(emulator, 'PUT', `/subusers/${id}`, { credentials: { username: 'ewa' } });
    expect([renamed.status, renamed.json['errors']]).toMatchObject([400, [{ path: 'credentials[username]' }]]);
  });

  it('share sender names and templates of the account', async () => {
    const emulator = await start();
    const path = `/subusers/${idOf(await askJson(emulator, 'POST', '/subusers', JAN))}/shares`;
    expect((await ask(emulator, 'GET', `${path}/sendernames`)).json).toEqual({ access: 'none', senders: null });
    const put = await askJson(emulator, 'PUT', `${path}/sendernames`, { access: 'selected', senders: ['Test'] });
    expect(put.status).toBe(204);
    expect((await askJson(emulator, 'PUT', `${path}/templates`, { access: 'all', templates: ['x'] })).status).toBe(200);
    expect((await ask(emulator, 'GET', path)).json).toEqual({
      sendernames: { access: 'selected', senders: ['Test'] },
      templates: { access: 'all', templates: null },
    });
    for (const body of [{ access: 'some' }, {}, { access: 'selected' }, { access: 'selected', senders: [1] }]) {
      expect((await askJson(emulator, 'PUT', `${path}/sendernames`, body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await ask(emulator, 'GET', '/subusers/0123/shares')).status).toBe(404);
  });
});

describe('lists as tables', () => {
  const CSV = { 'content-type': 'text/csv' };

  it('fill the blacklist', async () => {
    const emulator = await start();
    const body = 'numer;do kiedy\r\n500100201;2030-01-31\r\n"+48 500 100 202"\r\nrubbish\r\n500100202\r\n';
    expect((await ask(emulator, 'POST', '/blacklist/phone_numbers/imports', { headers: CSV, body })).status).toBe(202);
    const entries = await listed(emulator, '/blacklist/phone_numbers');
    expect(entries.map(({ phone_number, expire_at }) => [phone_number, expire_at])).toEqual([
      ['48500100201', '2030-01-31'],
      ['48500100202', null],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
    expect((await send(emulator, { to: '48500100202' })).json['error']).toBe(57);

    const parts = new FormData();
    parts.set('import', new Blob(['48500100203']), 'lista.csv');
    const response = await fetch(`${emulator.url}/blacklist/phone_numbers/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}` },
      body: parts,
    });
    expect(response.status).toBe(202);
    expect((await ask(emulator, 'GET', '/blacklist/phone_numbers')).json['size']).toBe(3);
    const bad = await ask(emulator, 'POST', '/blacklist/phone_numbers/imports', { headers: CSV, body: 'numer\r\n' });
    expect([bad.status, bad.json['errors']]).toMatchObject([400, [{ path: 'import' }]]);
  });

  it('take in thousands of numbers at once', async () => {
    const emulator = await start();
    const body = Array.from({ length: 2_500 }, (_, nth) => String(48_500_200_000 + nth)).join('\n');
    await ask(emulator, 'POST', '/blacklist/phone_numbers/imports', { headers: CSV, body });
    expect((await ask(emulator, 'GET', '/blacklist/phone_numbers')).json['size']).toBe(2_500);
  });

  it('come out for Accept: text/csv, and not at all when empty', async () => {
    const emulator = await start();
    const headers = { accept: 'text/csv' };
    const table = (path: string) => ask(emulator, 'GET', path, { headers });
    expect((await table('/blacklist/phone_numbers')).status).toBe(204);
    expect((await table('/opt_outs')).status).toBe(204);
    for (let nth = 0; nth < 7; nth += 1) await emulator.account.blacklist(`4850010020${nth}`);
    await emulator.account.optOut('48500100300');
    await emulator.account.optOut('48500100301');
    const numbers = await table('/blacklist/phone_numbers');
    expect([numbers.contentType, numbers.text.split('\r\n')[0], numbers.text.split('\r\n').length]).toEqual([
      'text/csv; charset=utf-8',
      'phone_number;expire_at;created_at',
      9,
    ]);
    expect((await table('/opt_outs?phone_number=500100301')).text).toMatch(
      /^phone_number;date\r\n48500100301;2.*Z\r\n$/,
    );
  });

  it('are pages of five otherwise', async () => {
    const emulator = await start();
    for (let nth = 0; nth < 7; nth += 1) await emulator.account.optOut(`4850010020${nth}`);
    expect((await listed(emulator, '/opt_outs')).length).toBe(5);
    expect((await listed(emulator, '/opt_outs?offset=5')).map(({ phoneNumber }) => phoneNumber)).toEqual([
      48_500_100_205, 48_500_100_206,
    ]);
    expect((await ask(emulator, 'GET', '/blacklist/phone_numbers?limit=many')).status).toBe(400);
  });
});

describe('the statement for a sender name', () => {
  it('is there to be read', async () => {
    const { status, json } = await ask(await start(), 'GET', '/sms/sendernames/statement');
    expect([status, json]).toEqual([200, { content: expect.stringContaining('nazwą nadawcy'), sections: [] }]);
  });
});

describe('after a restart', () => {
  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'emulator kontakty ąę '));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };

  it.each([false, true])(
    'contacts, groups, fields, trash, templates and subusers are back (shortened: %s)',
    async (shortened) => {
      const dataFolder = await newFolder();
      const account = { groups: { klienci: [GOOD] }, templates: { witaj: { text: 'Dzień dobry', normalize: false } } };
      const first = await start({ dataFolder, account });
      await askJson(first, 'POST', '/contacts/fields', { name: 'kolor' });
      const contact = idOf(await askJson(first, 'POST', '/contacts', { phone_number: '500100201', kolor: 'zielony' }));
      const [group] = await listed(first, '/contacts/groups');
      await ask(first, 'PUT', `/contacts/${contact}/groups/${String(group?.['id'])}`);
      const gone = idOf(await askJson(first, 'POST', '/contacts', { phone_number: '500100202' }));
      await ask(first, 'DELETE', `/contacts/${gone}`);
      const credentials = { username: 'jan', password: 'P4ssw0rd-tajne' };
      await askJson(first, 'POST', '/subusers', { credentials });
      const paths = ['/contacts', '/contacts/groups', '/contacts/fields', '/sms/templates', '/subusers'];
      const before = await Promise.all(paths.map((path) => listed(first, path)));
      await first.close();
      expect(await readFile(join(dataFolder, 'journal.jsonl'), 'utf8')).not.toContain('P4ssw0rd');

      if (shortened) await (await start({ dataFolder, account, compactAboveBytes: 1 })).close();
      const second = await start({ dataFolder, account });
      expect(await Promise.all(paths.map((path) => listed(second, path)))).toEqual(before);
      expect((await send(second, { to: undefined, group: 'klienci' })).json['count']).toBe(2);
      expect((await ask(second, 'PUT', '/contacts/trash/restore')).status).toBe(202);
      expect((await ask(second, 'GET', `/contacts/${gone}`)).status).toBe(200);
      const next = idOf(await askJson(second, 'POST', '/contacts', { phone_number: '500100203' }));
      expect([contact, gone]).not.toContain(next);

      await second.reset();
      expect((await listed(second, '/contacts')).map(({ phone_number }) => phone_number)).toEqual([GOOD]);
      expect((await listed(second, '/subusers')).length).toBe(0);
      expect((await send(second, { to: undefined, group: 'klienci', template: 'witaj' })).json['count']).toBe(1);
    },
  );
});
