import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { createFirm } from '../../test/support/firm.ts';

let test: TestApi;
let companyId: string;
beforeAll(async () => {
  test = await createTestApi({ contacts: 250 });
  companyId = String(test.rig.firm.companyId);
});
afterAll(() => test.close());

const list = (query: Parameters<TestApi['api']['listContractors']>[0]['query']) =>
  test.api.listContractors({ params: { companyId }, query });

describe('the list of contractors', () => {
  it('goes through everybody once, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list({ limit: 40, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.total).toBe(cursor ? null : 250);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(250);
    expect(seen).toHaveLength(250);
  });

  it.each([
    ['kontrahent 17', 13],
    ['KONTRAHENT   17', 13],
    ['501 000 042', 1],
    ['nikt taki', 0],
    ['100%', 0],
  ])('finds by %j', async (q, total) => {
    expect((await list({ q })).total).toBe(total);
  });

  it('filters by consent and number', async () => {
    expect((await list({ consent: 'active' })).total).toBe(250);
    expect((await list({ consent: 'none' })).total).toBe(0);
    expect((await list({ number: 'mobile' })).total).toBe(250);
    expect((await list({ number: 'landline' })).total).toBe(0);
  });

  it('is entered at any row, in the same order', async () => {
    const all = (await list({ limit: 250 })).items.map(({ id }) => id);
    const middle = await list({ offset: 120, limit: 30 });
    expect(middle.items.map(({ id }) => id)).toEqual(all.slice(120, 150));
    expect([middle.total, (await list({ offset: 0, limit: 1 })).total]).toEqual([250, 250]);
    expect((await list({ offset: 250 })).items).toEqual([]);
  });

  it('gives the ids of a stretch without reading it', async () => {
    const rows = (await list({ limit: 250, sort: 'code', direction: 'desc' })).items.map(({ id }) => id);
    const stretch = (query: Parameters<TestApi['api']['listContractorIds']>[0]['query']) =>
      test.api.listContractorIds({ params: { companyId }, query: { sort: 'code', direction: 'desc', ...query } });
    expect(await stretch({ offset: 10, limit: 200 })).toEqual({ items: rows.slice(10, 210), total: 250 });
    expect(await stretch({ offset: 249, limit: 5 })).toEqual({ items: rows.slice(249), total: 250 });
    expect((await stretch({ q: 'kontrahent 17' })).total).toBe(13);
    await expect(stretch({ limit: 100_001 })).rejects.toMatchObject({ problem: { code: 'invalid_request' } });
  });

  it('is turned around and ordered by other columns', async () => {
    const names = (await list({ limit: 250 })).items.map(({ name }) => name);
    const turned = await list({ limit: 250, direction: 'desc' });
    expect(turned.items.map(({ name }) => name)).toEqual(names.toReversed());
    const codes = (await list({ limit: 250, sort: 'code' })).items.map(({ code }) => code ?? '');
    expect(codes).toEqual(codes.toSorted());
  });

  it('is what it is now, not what it was when it was first looked at', async () => {
    const first = async () => (await list({ offset: 0, limit: 1 })).items[0]?.name;
    const before = await first();
    const body = { name: 'Aaron' };
    const { id } = await test.api.createContractor({ params: { companyId }, body });
    expect(await first()).toBe('Aaron');
    await test.api.deleteContractor({ params: { companyId, contractorId: id } });
    expect(await first()).toBe(before);
  });

  it('orders cities as Polish readers do, those without one last either way', async () => {
    const cities = ['Łódź', 'Lublin', 'Ćmielów', 'Zamość', 'Żywiec', 'Augustów'];
    for (const city of cities)
      await test.api.createContractor({ params: { companyId }, body: { name: `Z ${city}`, city, groups: ['Miasta'] } });
    await test.api.createContractor({ params: { companyId }, body: { name: 'Bez miasta', groups: ['Miasta'] } });
    const shown = async (direction: 'asc' | 'desc') =>
      (await list({ group: 'Miasta', sort: 'city', direction })).items.map(({ city }) => city);
    const inOrder = ['Augustów', 'Ćmielów', 'Lublin', 'Łódź', 'Zamość', 'Żywiec'];
    expect(await shown('asc')).toEqual([...inOrder, null]);
    expect(await shown('desc')).toEqual([...inOrder.toReversed(), null]);
    for (const { id } of (await list({ group: 'Miasta' })).items)
      await test.api.deleteContractor({ params: { companyId, contractorId: id } });
  });

  it('takes a cursor or a row, not both', async () => {
    const { nextCursor } = await list({ limit: 1 });
    await expect(list({ cursor: nextCursor ?? '', offset: 5 })).rejects.toMatchObject({
      problem: { code: 'invalid_request', errors: [{ pointer: '/query/cursor' }] },
    });
  });

  it('knows the groups in use and filters by one', async () => {
    const body = { name: 'Z grupą', groups: ['Hurt', 'VIP'] };
    const { id } = await test.api.createContractor({ params: { companyId }, body });
    const { items } = await test.api.listGroups({ params: { companyId } });
    expect(items).toContainEqual({ name: 'VIP', contractors: 1 });
    expect((await list({ group: 'VIP' })).items.map((each) => each.id)).toEqual([id]);
    await test.api.deleteContractor({ params: { companyId, contractorId: id } });
  });

  it('refuses a cursor that is not its own', async () => {
    await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({
      problem: { code: 'invalid_request', errors: [{ pointer: '/query/cursor' }] },
    });
  });
});

describe('a contractor', () => {
  const create = () =>
    test.api.createContractor({
      params: { companyId },
      body: {
        name: 'Żółw i Ćma s.c.',
        city: 'Łódź',
        nip: '8567346215',
        contacts: [{ name: 'Anna', phone: '601 100 200' }, { phone: '22 123 45 67' }],
      },
    });

  it.each([
    '8567346215',
    '856-734-62-15',
    '856 734 62 15',
    'PL8567346215',
    'pl 856 734 62 15',
    'PL-856-734-62-15',
    'PL856734',
  ])('is found by its NIP typed as %j', async (q) => {
    const made = await create();
    expect((await list({ q })).items.map(({ id }) => id)).toEqual([made.id]);
    await test.api.deleteContractor({ params: { companyId, contractorId: made.id } });
  });

  it('is kept with its contacts, found without Polish letters, changed and deleted', async () => {
    const made = await create();
    expect(made.contacts).toMatchObject([
      { phone: '+48601100200', phoneKind: 'mobile', isPrimary: true, consent: 'none' },
      { phone: '+48221234567', phoneKind: 'landline', isPrimary: false },
    ]);
    expect((await list({ q: 'zolw lodz' })).items.map(({ id }) => id)).toEqual([made.id]);
    const params = { companyId, contractorId: made.id };
    expect(await test.api.updateContractor({ params, body: { city: 'Kraków' } })).toMatchObject({
      city: 'Kraków',
      name: 'Żółw i Ćma s.c.',
    });
    await test.api.deleteContractor({ params });
    await expect(test.api.getContractor({ params })).rejects.toMatchObject({
      problem: { code: 'not_found', status: 404 },
    });
  });

  it('is found by the name of any of its people, whole or in part, together with its own', async () => {
    const contacts = [{ name: 'Anna  Żądło-Łęcka', phone: '601 100 201' }, { name: 'Ötzi Ýmir' }];
    const { id } = await test.api.createContractor({ params: { companyId }, body: { name: 'Tartak Bór', contacts } });
    const found = async (q: string) => (await list({ q })).items.map((each) => each.id);
    for (const q of ['zadlo', 'ŁĘCKA anna', 'an żą', 'tartak lecka', 'ymir', 'ot', '601 100 201'])
      expect(await found(q), q).toEqual([id]);
    expect(await found('lecka ymira')).toEqual([]);

    const params = { companyId, contractorId: id };
    const [first] = (await test.api.getContractor({ params })).contacts;
    await test.api.updateContact({ params: { companyId, contactId: first?.id ?? '' }, body: { name: 'Jan Bąk' } });
    expect([await found('zadlo'), await found('bak')]).toEqual([[], [id]]);
    await test.api.deleteContractor({ params });
  });

  it('with a number that cannot be used is refused with the reason of that field', async () => {
    const body = { name: 'Zły numer', contacts: [{ phone: '501 000' }] };
    await expect(test.api.createContractor({ params: { companyId }, body })).rejects.toMatchObject({
      problem: { code: 'phone_unusable', status: 422, errors: [{ pointer: '/body/contacts/0/phone' }] },
    });
  });

  it('with a contact of a faulty number and a faulty address is told of both at once', async () => {
    const contact = { name: 'Ewa', phone: '457 59', email: 'ewa.example.pl' };
    const both = (at: string) => [{ pointer: `${at}/phone`, code: 'digit_missing' }, { pointer: `${at}/email` }];
    await expect(
      test.api.createContractor({ params: { companyId }, body: { name: 'Dwa błędy', contacts: [contact] } }),
    ).rejects.toMatchObject({ problem: { code: 'phone_unusable', errors: both('/body/contacts/0') } });
    const { id: contractorId } = await create();
    await expect(test.api.createContact({ params: { companyId, contractorId }, body: contact })).rejects.toMatchObject({
      problem: { status: 422, errors: both('/body') },
    });
    await expect(
      test.api.createContact({ params: { companyId, contractorId }, body: { email: 'a@example.pl; b@example.pl' } }),
    ).rejects.toMatchObject({ problem: { code: 'email_unusable', errors: [{ pointer: '/body/email' }] } });
    await test.api.deleteContractor({ params: { companyId, contractorId } });
  });

  it('does not take the code of another', async () => {
    await expect(
      test.api.createContractor({ params: { companyId }, body: { name: 'Drugi', code: 'K1' } }),
    ).rejects.toMatchObject({
      problem: { code: 'contractor_code_taken', status: 409 },
    });
  });

  it('of another company does not exist here', async () => {
    const other = await createFirm(test.rig.test.db, { contacts: 1 });
    const { items } = await test.api.listContractors({ params: { companyId: String(other.companyId) }, query: {} });
    const foreign = { companyId, contractorId: items[0]?.id ?? '0' };
    await expect(test.api.getContractor({ params: foreign })).rejects.toMatchObject({ problem: { code: 'not_found' } });
    await expect(test.api.updateContractor({ params: foreign, body: { name: 'X' } })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    });
    await expect(test.api.deleteContractor({ params: foreign })).rejects.toMatchObject({
      problem: { code: 'not_found' },
    });
  });
});

describe('consent', () => {
  it('is a ledger of the number: the newest event decides, a withdrawal of the same moment wins', async () => {
    const made = await test.api.createContractor({
      params: { companyId },
      body: { name: 'Zgoda', contacts: [{ phone: '602 100 200' }] },
    });
    const params = { companyId, contactId: made.contacts[0]?.id ?? '0' };
    const record = (event: 'given' | 'withdrawn', effectiveAt: string) =>
      test.api.recordConsent({ params, body: { event, effectiveAt, how: 'paper' } });
    const state = async () =>
      (await test.api.getContractor({ params: { companyId, contractorId: made.id } })).contacts[0]?.consent;
    await record('given', '2026-01-01T10:00:00.000Z');
    expect(await state()).toBe('active');
    await record('withdrawn', '2026-03-01T10:00:00.000Z');
    await record('given', '2026-02-01T10:00:00.000Z');
    expect(await state()).toBe('withdrawn');
    await record('given', '2026-03-01T10:00:00.000Z');
    expect(await state()).toBe('withdrawn');
    await record('given', '2026-03-02T10:00:00.000Z');
    expect(await state()).toBe('active');
    expect((await test.api.listConsentEvents({ params })).items).toHaveLength(5);
  });

  it('says by name who recorded it', async () => {
    const contactId = String(test.rig.firm.contactIds[7]);
    const params = { companyId, contactId };
    const recorded = await test.api.recordConsent({ params, body: { event: 'confirmed', how: 'phone_call' } });
    expect(recorded).toMatchObject({ recordedBy: expect.stringMatching(/^key:/), recordedByName: 'goniec' });
    const { items } = await test.api.listConsentEvents({ params });
    expect(items.map(({ recordedByName }) => recordedByName)).toEqual(['goniec', null]);
  });

  it('is not recorded for the future', async () => {
    const { items } = await list({ limit: 1 });
    const params = { companyId, contactId: items[0]?.contacts[0]?.id ?? '0' };
    const body = { event: 'given' as const, how: 'paper' as const, effectiveAt: '2099-01-01T00:00:00.000Z' };
    await expect(test.api.recordConsent({ params, body })).rejects.toMatchObject({
      problem: { code: 'consent_in_the_future' },
    });
  });

  it('stands beside suppression, which anybody may ask for and a person may lift', async () => {
    const { items } = await list({ q: 'kontrahent 5', limit: 1 });
    const phone = items[0]?.contacts[0]?.phone ?? '';
    const suppressed = await test.api.addSuppression({ params: { companyId }, body: { phone, reason: 'prośba' } });
    expect((await list({ q: 'kontrahent 5', limit: 1 })).items[0]?.contacts[0]).toMatchObject({
      suppressed: true,
      consent: 'active',
    });
    await test.api.removeSuppression({ params: { companyId, suppressionId: suppressed.id } });
    expect((await list({ q: 'kontrahent 5', limit: 1 })).items[0]?.contacts[0]).toMatchObject({ suppressed: false });
  });
});
