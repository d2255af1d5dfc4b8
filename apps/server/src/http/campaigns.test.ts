import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { createFirm, withdrawConsent, phoneOf } from '../../test/support/firm.ts';

let test: TestApi;
let companyId: string;
beforeAll(async () => {
  test = await createTestApi({
    contacts: 30,
    batchSize: 10,
    emulator: {
      fateOf: (number) => (number.endsWith('7') ? 'undelivered' : number.endsWith('005') ? 'invalid' : 'delivered'),
    },
  });
  companyId = String(test.rig.firm.companyId);
});
afterAll(() => test.close());

const create = (body = 'Zapraszamy na żużel') =>
  test.api.createCampaign({ params: { companyId }, body: { subject: 'Mecz', body } });
const pickAll = (campaignId: string) =>
  test.api.pickRecipients({ params: { companyId, campaignId }, body: { filter: {} } });

describe('a text', () => {
  it('is measured as it would go out, with the characters that make it dearer', async () => {
    const typed = await test.api.measureText({ body: { body: 'Żółw „10 €”' } });
    expect(typed).toMatchObject({ encoding: 'ucs2', units: 11, parts: 1, limit: 490, withinLimit: true });
    expect(typed.forcedBy.map(({ character, replacement }) => `${character}→${replacement}`)).toEqual([
      'Ż→Z',
      'ó→o',
      'ł→l',
      '„→"',
      '”→"',
    ]);
    expect(await test.api.measureText({ body: { body: 'Żółw „10 €”', withoutPolish: true } })).toMatchObject({
      body: 'Zolw "10 €"',
      encoding: 'gsm7',
      units: 12,
      limit: 1120,
      forcedBy: [],
    });
  });

  it('cannot smuggle in a command of the gateway', async () => {
    const { body } = await test.api.measureText({ body: { body: 'Rabat [%idzdo:http://x.pl%]' } });
    expect(body).not.toMatch(/\[%|%\]/);
  });
});

describe('a draft', () => {
  it('is quoted before anything is sent: recipients, parts, price, what Bez polskich saves, what stands in the way', async () => {
    const { id } = await create('ą'.repeat(80));
    expect(await pickAll(id)).toEqual({ added: 30, already: 0, leftOut: [], recipients: 30 });
    const quote = await test.api.quoteCampaign({ params: { companyId, campaignId: id } });
    expect(quote).toMatchObject({
      recipients: 30,
      messages: 30,
      excluded: [],
      parts: 60,
      points: 60 * 1500,
      value: 60 * 1500,
      withoutPolish: { parts: 1, saves: 30 * 1500, savedParts: 30, savedValue: 30 * 1500 },
      obstacles: [],
    });
    expect(quote.balance).toMatchObject({ enough: true });
    // Switched on, it still says what it saves.
    const params = { companyId, campaignId: id };
    await test.api.updateCampaign({ params, body: { withoutPolish: true } });
    expect(await test.api.quoteCampaign({ params })).toMatchObject({
      parts: 30,
      withoutPolish: { parts: 1, savedParts: 30 },
    });
    await test.api.updateCampaign({ params, body: { body: 'Bez ogonkow' } });
    expect((await test.api.quoteCampaign({ params })).withoutPolish).toBeNull();
  });

  it('proposes only those who consented, and counts the others by reason', async () => {
    const other = await createFirm(test.rig.test.db, { contacts: 4 });
    const foreign = String(other.companyId);
    await withdrawConsent(test.rig.test.db, other.companyId, phoneOf(2));
    const { id } = await test.api.createCampaign({ params: { companyId: foreign }, body: { subject: 'X', body: 'Y' } });
    const params = { companyId: foreign, campaignId: id };
    expect(await test.api.pickRecipients({ params, body: { filter: {} } })).toMatchObject({
      added: 3,
      leftOut: [{ reason: { code: 'consent_withdrawn' }, count: 1 }],
    });
    expect(await test.api.pickRecipients({ params, body: { filter: {}, eligibleOnly: false } })).toMatchObject({
      added: 1,
      already: 3,
      leftOut: [],
    });
    const list = await test.api.listRecipients({ params, query: {} });
    expect(list.items.map(({ obstacle }) => obstacle?.code ?? null)).toEqual([null, 'consent_withdrawn', null, null]);
    // Contacts of another company cannot be picked, whatever is asked for.
    expect(
      await test.api.pickRecipients({ params, body: { contactIds: test.rig.firm.contactIds.map(String) } }),
    ).toMatchObject({ added: 0, recipients: 4 });
    expect(await test.api.dropRecipients({ params, body: {} })).toEqual({ dropped: 4, recipients: 0 });
  });

  it('tells a faulty number from a missing one', async () => {
    const { db } = test.rig.test;
    const other = await createFirm(db, { contacts: 3 });
    await db
      .updateTable('contact')
      .set({ phone: null, phoneKind: null, phoneRaw: '50100', phoneFault: 'digit_missing' })
      .where('id', '=', other.contactIds[0] ?? 0)
      .execute();
    await db
      .updateTable('contact')
      .set({ phone: null, phoneKind: null })
      .where('id', '=', other.contactIds[1] ?? 0)
      .execute();
    const params = { companyId: String(other.companyId) };
    const { id: campaignId } = await test.api.createCampaign({ params, body: { subject: 'X', body: 'Y' } });
    const key = { ...params, campaignId };
    const { added, leftOut } = await test.api.pickRecipients({ params: key, body: { filter: {} } });
    expect(added).toBe(1);
    expect(new Map(leftOut.map(({ reason, count }) => [reason.code, count]))).toEqual(
      new Map([
        ['faulty_number', 1],
        ['no_number', 1],
      ]),
    );
    await test.api.pickRecipients({ params: key, body: { filter: {}, eligibleOnly: false } });
    const { items } = await test.api.listRecipients({ params: key, query: {} });
    expect(items.map(({ obstacle }) => obstacle?.code ?? null)).toEqual(['faulty_number', 'no_number', null]);
    expect(items[0]?.obstacle).toMatchObject({
      sentence: { pl: 'Numer telefonu kontaktu jest błędny.' },
      action: { pl: 'Popraw numer komórkowy kontaktu.' },
    });
  });

  it('counts contractors without contacts, whoever is asked for', async () => {
    const { db } = test.rig.test;
    const other = await createFirm(db, { contacts: 3 });
    await db
      .deleteFrom('contact')
      .where('id', '=', other.contactIds[1] ?? 0)
      .execute();
    const params = { companyId: String(other.companyId) };
    const { id: campaignId } = await test.api.createCampaign({ params, body: { subject: 'X', body: 'Y' } });
    const key = { ...params, campaignId };
    const nobody = { reason: { code: 'no_contact', sentence: { pl: 'Kontrahent nie ma kontaktów.' } }, count: 1 };
    for (const contacts of ['primary', 'all'] as const)
      for (const eligibleOnly of [true, false]) {
        const picked = await test.api.pickRecipients({ params: key, body: { filter: {}, contacts, eligibleOnly } });
        expect(picked).toMatchObject({ recipients: 2, leftOut: [nobody] });
        expect(picked.added + picked.already).toBe(2);
      }
    const contactIds = other.contactIds.map(String);
    expect(await test.api.pickRecipients({ params: key, body: { contactIds } })).toMatchObject({ leftOut: [] });
  });

  it('lets go of named recipients, and of all that a filter shows but for some', async () => {
    const other = await createFirm(test.rig.test.db, { contacts: 5 });
    const params = { companyId: String(other.companyId) };
    const { id: campaignId } = await test.api.createCampaign({ params, body: { subject: 'X', body: 'Y' } });
    const key = { ...params, campaignId };
    await test.api.pickRecipients({ params: key, body: { filter: {} } });
    for (const nth of [2, 3]) await withdrawConsent(test.rig.test.db, other.companyId, phoneOf(nth));
    const [first = '', second = '', third = ''] = other.contactIds.map(String);
    const drop = (body: Parameters<typeof test.api.dropRecipients>[0]['body']) =>
      test.api.dropRecipients({ params: key, body });
    const left = async () =>
      (await test.api.listRecipients({ params: key, query: {} })).items.map(({ contactId }) => contactId);

    expect(await drop({ filter: { obstacle: 'consent_withdrawn' }, exceptContactIds: [second] })).toEqual({
      dropped: 1,
      recipients: 4,
    });
    expect(await left()).not.toContain(third);
    expect(await drop({ filter: { q: phoneOf(4) } })).toEqual({ dropped: 1, recipients: 3 });
    expect(await drop({ filter: { q: 'nikogo takiego' } })).toEqual({ dropped: 0, recipients: 3 });
    expect(await drop({ contactIds: [first] })).toEqual({ dropped: 1, recipients: 2 });
    expect(await drop({ exceptContactIds: [second] })).toEqual({ dropped: 1, recipients: 1 });
    expect(await left()).toEqual([second]);
    await expect(drop({ contactIds: [second], filter: {} })).rejects.toMatchObject({
      problem: { code: 'invalid_request' },
    });
  });

  it('tells two people who edit it of each other', async () => {
    const { id, version } = await create();
    const params = { companyId, campaignId: id };
    await test.api.updateCampaign({ params, body: { body: 'Nowa', version } });
    await expect(test.api.updateCampaign({ params, body: { body: 'Moja', version } })).rejects.toMatchObject({
      problem: { code: 'campaign_changed_meanwhile', status: 409 },
    });
    await test.api.deleteCampaign({ params });
    await expect(test.api.getCampaign({ params })).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });

  it('is made once for one Idempotency-Key, and another request under that key is refused', async () => {
    const call = (subject: string) =>
      test.api.createCampaign({ params: { companyId }, body: { subject, body: 'B' } }, { idempotencyKey: 'klucz-1' });
    const [first, second] = [await call('A'), await call('A')];
    expect(second.id).toBe(first.id);
    await expect(call('Inny')).rejects.toMatchObject({ problem: { code: 'idempotency_key_reused', status: 409 } });
  });
});

describe('a campaign that was sent', () => {
  it('says at both stages what became of each message, with reasons, sums that add up, and a CSV', async () => {
    const { id } = await create('Zapraszamy');
    await pickAll(id);
    const params = { companyId, campaignId: id };
    const logAt = async (query: { offset: number; handover?: 'accepted'; delivery?: 'delivered' | 'undelivered' }) => {
      const { items, total } = await test.api.listMessages({ params, query });
      return { phones: items.map(({ phone }) => phone), total };
    };
    expect(await logAt({ offset: 0 })).toEqual({ phones: [], total: 0 });
    const quote = await test.api.quoteCampaign({ params });
    const before = test.rig.emulator.account.points;
    expect(await test.api.getCampaign({ params })).toMatchObject({
      createdBy: expect.stringMatching(/^key:goniec_/),
      createdByName: 'goniec',
      startedBy: null,
      startedByName: null,
    });
    await test.api.sendCampaign({ params, body: { expect: { messages: quote.messages, points: quote.points } } });
    // The number missing from the answer is asked for again alone, once the gateway's rate lets the next request go.
    let campaign = await test.api.getCampaign({ params });
    for (let patience = 50; patience > 0 && campaign.state !== 'finished'; patience--) {
      await test.rig.drain();
      await test.rig.emulator.idle();
      campaign = await test.api.getCampaign({ params });
      // A log entered at a row is never older than the sums beside it.
      const { accepted } = (await test.api.getCampaign({ params })).sums.handover;
      expect((await logAt({ offset: 0, handover: 'accepted' })).total).toBeGreaterThanOrEqual(accepted);
    }
    expect(campaign).toMatchObject({
      state: 'finished',
      startedBy: campaign.createdBy,
      startedByName: 'goniec',
      sums: { messages: 30, handover: { accepted: 29, refused: 1 }, delivery: { delivered: 26, undelivered: 3 } },
    });
    const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect([total(campaign.sums.handover), total(campaign.sums.delivery)]).toEqual([30, 30]);
    expect(Math.round((before - test.rig.emulator.account.points) * 10_000)).toBe(campaign.sums.billedPoints);
    // a point costs a zloty here
    const { points, value, billedPoints, billedValue } = campaign.sums;
    expect({ value, billedValue }).toEqual({ value: points, billedValue: billedPoints });

    const refused = await test.api.listMessages({ params, query: { handover: 'refused' } });
    expect(refused.items).toMatchObject([
      {
        phone: phoneOf(5),
        handoverReason: { sentence: { pl: expect.any(String) }, action: { pl: expect.any(String) } },
      },
    ]);
    const undelivered = await test.api.listMessages({ params, query: { delivery: 'undelivered' } });
    expect(undelivered.items).toHaveLength(3);
    expect(undelivered.items[0]?.deliveryReason?.sentence.pl).toEqual(expect.any(String));
    expect((await test.api.listMessages({ params, query: { q: '000 012' } })).items.map(({ phone }) => phone)).toEqual([
      phoneOf(12),
    ]);

    const all = await logAt({ offset: 0 });
    expect([all.total, await logAt({ offset: 28 })]).toEqual([30, { phones: all.phones.slice(28), total: 30 }]);
    expect((await logAt({ offset: 0, handover: 'accepted', delivery: 'delivered' })).total).toBe(26);
    expect((await logAt({ offset: 1, delivery: 'undelivered' })).phones).toEqual(
      undelivered.items.slice(1).map(({ phone }) => phone),
    );

    const csv = await test.api.exportMessages({ params, query: {} });
    const lines = csv.trim().split('\r\n');
    expect(lines).toHaveLength(31);
    expect(lines.find((line) => line.includes(';48501000005;'))).toMatch(/;Odrzucona;/);
    // What is filtered is what is exported.
    const some = { delivery: 'undelivered', q: '000 017' } as const;
    expect((await test.api.exportMessages({ params, query: some })).trim().split('\r\n')).toHaveLength(2);
    const xlsxOf = async (query: Parameters<typeof test.api.exportMessagesXlsx>[0]['query']) => {
      const workbook = await test.api.exportMessagesXlsx({ params, query });
      const { 'xl/worksheets/sheet1.xml': sheet } = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
      return strFromU8(sheet ?? new Uint8Array()).split('<row ');
    };
    const [, heading, line, ...rest] = await xlsxOf(some);
    expect(rest).toEqual([]);
    expect(heading).toContain('>Status doręczenia<');
    // A phone number is text, with its plus.
    expect(line).toContain('<c r="D2" s="0" t="inlineStr"><is><t xml:space="preserve">+48501000017</t></is></c>');
    expect(await xlsxOf({})).toHaveLength(32);
  });

  it('offers the actions that are allowed and gives the reason of those that are not', async () => {
    const { id } = await create();
    const actions = (await test.api.getCampaign({ params: { companyId, campaignId: id } })).actions;
    expect(actions.filter(({ allowed }) => allowed).map(({ action }) => action)).toEqual(['edit', 'cancel']);
    expect(actions.find(({ action }) => action === 'send')?.reason).toMatchObject({
      code: 'campaign_without_recipients',
      sentence: { pl: expect.any(String) },
    });
  });
});

describe('a callback', () => {
  it('with a wrong secret is no page, and with the right one is told OK even for reports nobody knows', async () => {
    const get = (secret: string) =>
      test.http.inject(
        `/callbacks/smsapi/${secret}?MsgId=nieznany&status=404&status_name=DELIVERED&idx=&donedate=1625650938`,
      );
    expect((await get('zgadywany')).statusCode).toBe(404);
    const known = await get(`secret-${companyId}`);
    expect([known.statusCode, known.body]).toEqual([200, 'OK']);
  });

  it('takes a form too, and refuses what is too large for one', async () => {
    const post = (payload: string) =>
      test.http.inject({
        method: 'POST',
        url: `/callbacks/smsapi/secret-${companyId}`,
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await post('MsgId=inny&status=403&status_name=SENT')).body).toBe('OK');
    expect((await post(`MsgId=${'x'.repeat(300_000)}`)).statusCode).toBe(413);
  });
});
