import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';

/** Operations that no other test asks for through the typed client: each is asked, and its answer meets the contract. */
let test: TestApi;
let companyId: string;
let contractorId: string;
beforeAll(async () => {
  test = await createTestApi({ contacts: 3 });
  companyId = String(test.rig.firm.companyId);
  const { items } = await test.api.listContractors({ params: { companyId }, query: {} });
  contractorId = items[0]?.id ?? '';
});
afterAll(() => test.close());

describe('operations', () => {
  it('getCompany names the company', async () => {
    expect(await test.api.getCompany({ params: { companyId } })).toMatchObject({ id: companyId });
  });

  it('listBalanceReadings is empty before the balance was ever read, and has a line after', async () => {
    const read = () => test.api.listBalanceReadings({ params: { companyId }, query: {} });
    const before = (await read()).items.length;
    await test.api.getBalance({ params: { companyId } });
    expect((await read()).items.length).toBe(before + 1);
  });

  it('checkPhone reads a typed number', async () => {
    expect(await test.api.checkPhone({ body: { phone: '501 234 567' } })).toEqual({
      phone: '+48501234567',
      kind: 'mobile',
      fault: null,
      notice: null,
    });
  });

  it('checkNip remarks on a tax number, which is saved all the same', async () => {
    expect(await test.api.checkNip({ body: { nip: '123' } })).toMatchObject({ fault: { code: 'nip_too_few_digits' } });
    expect(await test.api.checkNip({ body: { nip: 'PL 525-234-40-78' } })).toEqual({ fault: null });
    const made = await test.api.createContractor({ params: { companyId }, body: { name: 'Bez NIP-u', nip: '123' } });
    expect(made.nip).toBe('123');
  });

  it('createContact, updateContact and deleteContact follow one contact through', async () => {
    const made = await test.api.createContact({
      params: { companyId, contractorId },
      body: { name: 'Anna', phone: '600 700 800' },
    });
    const params = { companyId, contactId: made.id };
    const changed = await test.api.updateContact({ params, body: { name: 'Anna Nowak', phone: '600 700 801' } });
    expect(changed).toMatchObject({ id: made.id, name: 'Anna Nowak', phone: '+48600700801' });
    await test.api.deleteContact({ params });
    const { contacts } = await test.api.getContractor({ params: { companyId, contractorId } });
    expect(contacts.map(({ id }) => id)).not.toContain(made.id);
  });

  it('listSuppressions shows what addSuppression added', async () => {
    const made = await test.api.addSuppression({
      params: { companyId },
      body: { phone: '600 111 222', reason: 'prośba telefoniczna' },
    });
    const { items } = await test.api.listSuppressions({ params: { companyId }, query: {} });
    const of = async (phone: string) =>
      (await test.api.listSuppressions({ params: { companyId }, query: { phone } })).items;
    expect(await of(made.phone)).toEqual([made]);
    expect(await of('+48500999888')).toEqual([]);
    expect(items).toContainEqual(made);
  });

  it('listImports shows what checkImport read', async () => {
    const file = new Blob(['Kod;Nazwa;Telefon\nX1;Próba;601 202 303\n']);
    const made = await test.api.checkImport({ params: { companyId }, body: {}, file, fileName: 'p.csv' });
    const { items } = await test.api.listImports({ params: { companyId }, query: {} });
    expect(items.map(({ id }) => id)).toEqual([made.id]);
  });

  it('freezeCampaign fixes the audience, and listContractorMessages shows the line of the contractor', async () => {
    const { id } = await test.api.createCampaign({
      params: { companyId },
      body: { subject: 'Próba', body: 'Dzień dobry' },
    });
    const params = { companyId, campaignId: id };
    await test.api.pickRecipients({ params, body: { contractorIds: [contractorId] } });
    expect(await test.api.freezeCampaign({ params })).toMatchObject({ state: 'frozen' });
    const { items } = await test.api.listContractorMessages({ params: { companyId, contractorId }, query: {} });
    expect(items).toMatchObject([
      { campaignId: id, subject: 'Próba', text: 'Dzień dobry', handover: 'ready', delivery: 'none' },
    ]);
  });
});
