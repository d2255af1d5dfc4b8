import { describe, expect, it } from 'vitest';
import { createManualClock, type Emulator } from '../src/index.ts';
import { ask, askJson, GOOD, idsOf, recordsIn, send, start, startReceiver, type Answer } from './support.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OTHER = '48600100200';
const PHONE =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36';
const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const DAY = 86_400_000;

const create = (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/short_url/links', { url: 'https://example.com/a', ...fields });

const collectionIn = ({ json }: Answer) => recordsIn(json['collection']);

/** Opens a short address as it stands in a text, on the emulator instead of idz.do. */
const open = async (emulator: Emulator, address: string, userAgent = PHONE, method = 'GET') => {
  const code = /^(?:http:\/\/)?(?:idz\.do|cut\.li)\/(.+)$/.exec(address)?.[1] ?? address;
  const response = await fetch(`${emulator.url}/l/${code}`, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': userAgent },
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
};

const textOf = (emulator: Emulator, number = GOOD): string => emulator.ledger.accepted(number)[0]?.text ?? '';

describe('short links', () => {
  it('are made, listed, changed and deleted', async () => {
    const emulator = await start();
    const made = await create(emulator, { name: 'promocja', description: 'Wiosna' });
    const shown = {
      id: expect.stringMatching(/^\d+$/),
      name: 'promocja',
      url: 'https://example.com/a',
      short_url: 'http://idz.do/promocja',
      filename: null,
      type: 'URL',
      expire: expect.stringMatching(/^2037-/),
      hits: 0,
      hits_unique: 0,
      description: 'Wiosna',
    };
    expect([made.status, made.json]).toEqual([201, shown]);
    const path = `/short_url/links/${String(made.json['id'])}`;
    expect((await ask(emulator, 'GET', path)).json).toEqual(shown);
    expect((await ask(emulator, 'GET', '/short_url/links')).json).toEqual({ size: 1, collection: [shown] });

    const body = 'name=lato&url=example.org&description=';
    const changed = await ask(emulator, 'PUT', path, { headers: FORM, body });
    expect(changed.json).toMatchObject({ name: 'lato', url: 'example.org', description: '' });
    expect((await open(emulator, 'promocja')).status).toBe(404);
    expect(await open(emulator, 'lato')).toMatchObject({ status: 302, location: 'http://example.org' });

    const gone = await ask(emulator, 'DELETE', path);
    expect([gone.status, gone.contentType]).toEqual([204, null]);
    expect((await ask(emulator, 'GET', path)).status).toBe(404);
    expect((await open(emulator, 'lato')).status).toBe(404);
    expect((await create(emulator, { name: 'lato' })).status).toBe(201);
  });

  it('get a drawn name of their own when they are given none', async () => {
    const emulator = await start();
    const names = [];
    for (let nth = 0; nth < 20; nth += 1) names.push((await create(emulator)).json['name']);
    expect(new Set(names).size).toBe(20);
    expect(names.every((name) => /^[a-z2-9]{5}$/.test(String(name)))).toBe(true);
  });

  it('are refused with 409 when the name is taken, also by a change', async () => {
    const emulator = await start();
    await create(emulator, { name: 'a' });
    expect((await create(emulator, { name: 'a' })).status).toBe(409);
    const { json } = await create(emulator, { name: 'b' });
    const path = `/short_url/links/${String(json['id'])}`;
    expect((await askJson(emulator, 'PUT', path, { name: 'a' })).status).toBe(409);
    expect((await askJson(emulator, 'PUT', path, { name: 'b', url: 'example.org' })).status).toBe(200);
  });

  it.each([
    ['url', {}, { url: undefined }],
    ['url', {}, { url: 'nowhere' }],
    ['name', {}, { name: 'a/b' }],
    ['expire_time', {}, { expire_time: 0 }],
    ['expire_time', {}, { expire_time: 'soon' }],
    ['expire_time', {}, { expire_time: 1, expire_unit: 'years' }],
  ])('name the field that is wrong: %s', async (path, _, fields) => {
    const answer = await create(await start(), fields);
    expect([answer.status, answer.json['errors']]).toMatchObject([400, [{ path }]]);
  });

  it.each([
    ['seconds', { expire_time: 30 }, 30_000],
    ['minutes', { expire_time: 2, expire_unit: 'minutes' }, 120_000],
    ['hours', { expire_time: '2', expire_unit: 'hours' }, 7_200_000],
    ['days', { expire_time: 7, expire_unit: 'days' }, 7 * DAY],
  ])('expire after so many %s', async (_, fields, ms) => {
    const emulator = await start({ clock: createManualClock() });
    const { json } = await create(emulator, { name: 'a', ...fields });
    expect(Date.parse(String(json['expire']))).toBe(emulator.clock.now() + ms);
    await emulator.advance(ms - 1);
    expect((await open(emulator, 'a')).status).toBe(302);
    await emulator.advance(1);
    const late = await open(emulator, 'a');
    expect([late.status, late.text]).toEqual([410, expect.stringContaining('Ten link wygasł.')]);
    expect((await ask(emulator, 'GET', '/short_url/clicks')).json['size']).toBe(1);
  });

  it('may lead to a file that came along', async () => {
    const emulator = await start();
    const form = new FormData();
    form.append('name', 'katalog');
    form.append('file', new Blob(['%PDF']), '<katalog>.pdf');
    const headers = { authorization: `Bearer ${emulator.token}` };
    const made = await fetch(`${emulator.url}/short_url/links`, { method: 'POST', headers, body: form });
    expect(await made.json()).toMatchObject({ url: null, filename: '<katalog>.pdf', type: 'FILE' });
    const page = await open(emulator, 'katalog');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('&lt;katalog&gt;.pdf')]);
  });

  it.each([
    ['down', 503, { service: 'short_url' }],
    ['off', 403, { error: 'access_forbidden' }],
  ] as const)('answer otherwise when they are %s', async (shortLinks, status, body) => {
    const emulator = await start({ switches: { shortLinks } });
    for (const path of ['/short_url/links', '/short_url/links/1', '/short_url/clicks']) {
      const answer = await ask(emulator, 'GET', path);
      expect([answer.status, answer.json]).toMatchObject([status, body]);
    }
    expect((await create(emulator)).status).toBe(status);
  });
});

describe('the macro in a text', () => {
  it('makes one link, with an address of his own for every recipient', async () => {
    const emulator = await start();
    await send(emulator, { to: `${GOOD},${OTHER}`, message: 'Zobacz [%idzdo:https://example.com/a?b=1%2C2%]' });
    const texts = [textOf(emulator), textOf(emulator, OTHER)];
    expect(texts.every((text) => /^Zobacz idz\.do\/[a-z2-9]{5}$/.test(text))).toBe(true);
    expect(texts[0]).not.toBe(texts[1]);
    expect(collectionIn(await ask(emulator, 'GET', '/short_url/links'))).toMatchObject([
      { url: 'https://example.com/a?b=1%2C2', type: 'URL' },
    ]);
    const { location } = await open(emulator, texts[0]?.slice(7) ?? '');
    expect(location).toBe('https://example.com/a?b=1%2C2');
  });

  it('makes a link for each address, of the domain of its macro', async () => {
    const emulator = await start();
    await send(emulator, { message: '[%idzdo:example.com%] [%goto:example.com%] [%idzdo:example.org%]' });
    expect(textOf(emulator)).toMatch(/^idz\.do\/\w{5} cut\.li\/\w{5} idz\.do\/\w{5}$/);
    const links = collectionIn(await ask(emulator, 'GET', '/short_url/links'));
    expect(links.map(({ url, short_url: address }) => [url, String(address).slice(0, 14)])).toEqual([
      ['example.com', 'http://idz.do/'],
      ['example.com', 'http://cut.li/'],
      ['example.org', 'http://idz.do/'],
    ]);
  });

  it('leaves nothing behind after a test or a refusal', async () => {
    const emulator = await start({ points: 0.1 });
    await send(emulator, { message: '[%idzdo:example.com%]', test: 1 });
    expect((await send(emulator, { message: '[%idzdo:example.com%]' })).json['error']).toBe(103);
    expect((await ask(emulator, 'GET', '/short_url/links')).json['size']).toBe(0);
  });
});

describe('a click', () => {
  it('is counted with its device and its number, and told to the short_url callback', async () => {
    const receiver = await startReceiver();
    const emulator = await start();
    await askJson(emulator, 'POST', '/callbacks', { url: receiver.url, type: 'short_url' });
    const [id = ''] = idsOf(await send(emulator, { message: '[%idzdo:example.com%]', idx: 'a' }));
    const address = textOf(emulator);
    for (const userAgent of [PHONE, DESK]) {
      await open(emulator, address, userAgent);
      await emulator.idle();
    }

    const [link] = collectionIn(await ask(emulator, 'GET', '/short_url/links'));
    expect(link).toMatchObject({ hits: 2, hits_unique: 1 });
    expect(collectionIn(await ask(emulator, 'GET', '/short_url/clicks'))).toMatchObject([
      {
        idz_do_id: link?.['id'],
        phone_number: GOOD,
        date_hit: expect.stringMatching(/^\d{4}-.*Z$/),
        name: link?.['name'],
        short_url: link?.['short_url'],
        suffix: address.slice(7),
        os: 'Android',
        browser: 'Chrome',
        device: 'Mobile',
        message: { id, idx: 'a', recipient: GOOD },
      },
      { os: 'Windows', browser: 'Firefox', device: 'PC' },
    ]);
    expect(receiver.calls.map(({ fields }) => fields)).toMatchObject([
      { id: link?.['id'], phone_number: GOOD, MsgId: id, idx: 'a', os: 'Android', suffix: address.slice(7) },
      { os: 'Windows', device: 'PC' },
    ]);
  });

  it('on a named link is nobody’s, and unique by device', async () => {
    const emulator = await start();
    await create(emulator, { name: 'promocja' });
    for (const userAgent of [PHONE, PHONE, DESK]) await open(emulator, 'promocja', userAgent);
    const [link] = collectionIn(await ask(emulator, 'GET', '/short_url/links'));
    expect(link).toMatchObject({ hits: 3, hits_unique: 2 });
    const [click] = collectionIn(await ask(emulator, 'GET', '/short_url/clicks'));
    expect(click).toMatchObject({ phone_number: '', message: { id: null, recipient: null } });
  });

  it('is not what a messenger does for a preview', async () => {
    const emulator = await start();
    await create(emulator, { name: 'a' });
    const preview = await open(emulator, 'a', 'WhatsApp/2.23', 'HEAD');
    expect([preview.status, preview.location]).toEqual([302, 'https://example.com/a']);
    expect((await ask(emulator, 'GET', '/short_url/clicks')).json['size']).toBe(0);
  });

  it('is found by day and link, and counted by device', async () => {
    const emulator = await start({ clock: createManualClock(Date.UTC(2026, 0, 12, 9)) });
    const first = String((await create(emulator, { name: 'a' })).json['id']);
    const second = String((await create(emulator, { name: 'b' })).json['id']);
    await open(emulator, 'a');
    await emulator.advance(DAY);
    await open(emulator, 'a', DESK);
    await open(emulator, 'b');
    const count = async (query: string) => (await ask(emulator, 'GET', `/short_url/clicks?${query}`)).json['size'];
    expect(await count('date_from=2026-01-13')).toBe(2);
    expect(await count('date_to=2026-01-12')).toBe(1);
    expect(await count(`links%5B%5D=${first}`)).toBe(2);
    expect(await count(`date_from=2026-01-13&date_to=2026-01-13&links=${second}`)).toBe(1);
    const groups = collectionIn(await ask(emulator, 'GET', '/short_url/clicks_by_mobile_device'));
    expect(groups).toEqual([
      { link_id: Number(first), clicks: { android: 1, ios: 0, wp: 0, other: 1, sum: 2 } },
      { link_id: Number(second), clicks: { android: 1, ios: 0, wp: 0, other: 0, sum: 1 } },
    ]);
  });

  it('needs no token, unlike the statistics', async () => {
    const emulator = await start();
    await create(emulator, { name: 'a' });
    expect((await open(emulator, 'a')).status).toBe(302);
    expect((await ask(emulator, 'GET', '/short_url/clicks', { headers: { authorization: '' } })).status).toBe(401);
    const nowhere = await open(emulator, 'nikt');
    expect([nowhere.status, nowhere.text]).toEqual([404, expect.stringContaining('Nie ma takiego linku.')]);
  });

  it('is resolved for tests and pages by the admin endpoint', async () => {
    const emulator = await start();
    await send(emulator, { message: '[%idzdo:example.com%]' });
    const code = textOf(emulator).slice(7);
    const { json } = await ask(emulator, 'GET', '/_emulator/links');
    expect(recordsIn(json['links'])[0]?.['addresses']).toContainEqual({
      address: `http://idz.do/${code}`,
      path: `/l/${code}`,
      number: GOOD,
      messageId: emulator.ledger.accepted(GOOD)[0]?.id,
    });
  });
});
