import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/support/api.ts';
import { findConsentDrift } from '../db/doctor.ts';

let test: TestApi;
let companyId: string;
beforeAll(async () => {
  test = await createTestApi({ contacts: 0 });
  companyId = String(test.rig.firm.companyId);
});
beforeEach(() => test.rig.test.pool.query('truncate contractor, consent_event, consent, import, campaign cascade'));
afterAll(() => test.close());

const HEADER = 'Kod;Nazwa;Miasto;Grupa;Telefon komórkowy;Zgoda SMS;Data zgody';

/** Checks and applies a file of these rows. */
async function take(...rows: readonly string[]) {
  const file = new Blob([[HEADER, ...rows].join('\r\n')]);
  const { id } = await test.api.checkImport({ params: { companyId }, body: {}, file, fileName: 'plik.csv' });
  const params = { companyId, importId: id };
  return { params, applied: await test.api.applyImport({ params }) };
}
const contractors = async () => (await test.api.listContractors({ params: { companyId }, query: {} })).items;
const contractor = async (code: string) => {
  const found = (await contractors()).find((each) => each.code === code);
  if (!found) throw new Error(`no contractor ${code}`);
  return found;
};
const contactOf = async (code: string) => {
  const [contact] = (await contractor(code)).contacts;
  if (!contact) throw new Error(`no contact of ${code}`);
  return contact;
};
const say = async (contactId: string, event: 'given' | 'withdrawn') =>
  test.api.recordConsent({ params: { companyId, contactId }, body: { event, how: 'phone_call' } });
/** Every test ends with a ledger that folds to the present consents. */
const drift = () => findConsentDrift(test.rig.deps.db);

const A = 'K1;Żuk;Łódź;stali;501 000 001;T;2026-01-15';
const B = 'K2;Bąk;Łódź;stali;501 000 002;T;2026-01-15';

describe('undoing an import', () => {
  it('says in numbers what will go, takes it away, and keeps both in mind', async () => {
    const { params, applied } = await take(A, B);
    expect(applied.actions).toEqual(['undo']);
    const preview = await test.api.previewUndo({ params });
    expect(preview).toEqual({
      rows: { back: 2, partly: 0, kept: 0 },
      contractors: { removed: 2, restored: 0, kept: 0 },
      contacts: { removed: 2, restored: 0, kept: 0 },
      consents: { annulled: 2, kept: 0 },
      reasons: [],
    });
    expect(await contractors()).toHaveLength(2);

    const undone = await test.api.undoImport({ params });
    expect(undone).toMatchObject({
      state: 'undone',
      undo: preview,
      undoneBy: expect.stringMatching(/^key:/),
      undoneByName: 'goniec',
      actions: [],
    });
    expect(undone.undoneAt).not.toBeNull();
    expect(await contractors()).toEqual([]);
    const { items } = await test.api.listImportRows({ params, query: {} });
    expect(items.map(({ undo, contractorId }) => [undo?.result, contractorId])).toEqual([
      ['back', null],
      ['back', null],
    ]);
    const { rows } = await test.rig.test.pool.query(
      `select data from audit_event where action = 'import.undo' and subject = $1`,
      [`import:${params.importId}`],
    );
    expect(rows).toEqual([{ data: expect.objectContaining({ contractors: preview.contractors }) }]);
    expect(await drift()).toEqual([]);
  });

  it('is refused a second time, before it was applied, and to another company', async () => {
    const { params } = await take(A);
    await test.api.undoImport({ params });
    await expect(test.api.undoImport({ params })).rejects.toMatchObject({
      problem: { code: 'import_already_undone', status: 409 },
    });
    await expect(test.api.previewUndo({ params })).rejects.toMatchObject({
      problem: { code: 'import_already_undone' },
    });
    await expect(test.api.applyImport({ params })).rejects.toMatchObject({
      problem: { code: 'import_already_undone' },
    });
    const checked = await test.api.checkImport({
      params: { companyId },
      body: {},
      file: new Blob([`${HEADER}\r\n${A}`]),
      fileName: 'plik.csv',
    });
    await expect(test.api.undoImport({ params: { companyId, importId: checked.id } })).rejects.toMatchObject({
      problem: { code: 'import_not_applied', status: 409 },
    });
    const foreign = { companyId: '999', importId: params.importId };
    await expect(test.api.undoImport({ params: foreign })).rejects.toMatchObject({ problem: { code: 'not_found' } });
  });

  it('happens once when two ask at the same moment', async () => {
    const { params } = await take(A, B);
    const answers = await Promise.allSettled([test.api.undoImport({ params }), test.api.undoImport({ params })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await contractors()).toEqual([]);
  });

  it('is refused where an import changed nothing', async () => {
    await take(A);
    const { params, applied } = await take(A);
    expect(applied.actions).toEqual([]);
    await expect(test.api.undoImport({ params })).rejects.toMatchObject({ problem: { code: 'import_not_undoable' } });
  });

  it('puts changed values back and leaves what a person changed since', async () => {
    await take(A, B);
    const { params } = await take('K1;Żuk;Kraków;nowi;;;', 'K2;Bąk;Kraków;;;;');
    const { id: contractorId, name } = await contractor('K2');
    await test.api.updateContractor({ params: { companyId, contractorId }, body: { name, city: 'Zgierz' } });
    const { undo } = await test.api.undoImport({ params });
    expect(undo).toMatchObject({
      contractors: { removed: 0, restored: 1, kept: 1 },
      reasons: [{ code: 'changed_since', count: 1, sentence: { pl: expect.any(String) } }],
    });
    expect(await contractor('K1')).toMatchObject({ city: 'Łódź', groups: ['stali'] });
    expect(await contractor('K2')).toMatchObject({ city: 'Zgierz' });
    const { items } = await test.api.listImportRows({ params, query: { undone: 'kept' } });
    expect(items.map(({ name: who, undo: row }) => [who, row?.reasons.map(({ code }) => code)])).toEqual([
      ['Bąk', ['changed_since']],
    ]);
    expect((await test.api.listContractors({ params: { companyId }, query: { q: 'łódź' } })).total).toBe(1);
  });

  it('leaves what a newer import has as well, until that one is undone', async () => {
    const older = await take(A, B);
    const newer = await take('K1;Żuk;Kraków;;;;');
    expect(await test.api.previewUndo(older)).toMatchObject({
      contractors: { removed: 1, kept: 1 },
      reasons: [{ code: 'newer_import' }],
    });
    await test.api.undoImport(newer);
    expect(await test.api.undoImport(older)).toMatchObject({ undo: { contractors: { removed: 2, kept: 0 } } });
  });

  it('leaves a recipient, and whoever a message was sent to', async () => {
    const { params } = await take(A, B);
    const { id: contactId } = await contactOf('K1');
    const { companyId: firm } = test.rig.firm;
    const campaign = await test.rig.deps.db
      .insertInto('campaign')
      .values({ companyId: firm, subject: 'x', body: 'x', withoutPolish: false, state: 'draft', createdBy: 'test' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`insert into recipient (company_id, campaign_id, contact_id) values (${firm}, ${campaign.id}, ${Number(contactId)})`.execute(
      test.rig.deps.db,
    );
    expect(await test.api.undoImport({ params })).toMatchObject({
      undo: { contractors: { removed: 1, kept: 1 }, contacts: { removed: 1, kept: 1 }, consents: { annulled: 2 } },
    });
    expect(await contactOf('K1')).toMatchObject({ id: contactId, consent: 'none' });
  });
});

describe('consents of an undone import', () => {
  it('are annulled in the ledger, and the right file may bring them again', async () => {
    const { params } = await take(A);
    const { id: contactId } = await contactOf('K1');
    await test.api.updateContact({ params: { companyId, contactId }, body: { name: 'Jan Żuk' } });
    await test.api.undoImport({ params });
    expect(await contactOf('K1')).toMatchObject({ consent: 'none' });
    const { items } = await test.api.listConsentEvents({ params: { companyId, contactId } });
    expect(items.map(({ event, how }) => [event, how])).toEqual([
      ['annulled', 'import_undo'],
      ['imported', 'erp_import'],
    ]);
    expect(await drift()).toEqual([]);
    const again = await take(A);
    expect(again.applied.summary.consents).toMatchObject({ given: 1, keptWithdrawn: 0 });
    expect(await contactOf('K1')).toMatchObject({ consent: 'active' });
  });

  it('leave a consent active that was active before', async () => {
    await take(A);
    const { params } = await take('K1;Żuk;Kraków;;501 000 001;T;2026-02-01');
    await test.api.undoImport({ params });
    expect(await contactOf('K1')).toMatchObject({ consent: 'active' });
  });

  it('leave a withdrawal standing that was there before', async () => {
    await take(A);
    const { id } = await contactOf('K1');
    await test.api.recordConsent({
      params: { companyId, contactId: id },
      body: { event: 'withdrawn', how: 'phone_call', effectiveAt: '2026-02-01T10:00:00Z' },
    });
    const { params } = await take('K1;Żuk;Łódź;;501 000 001;T;2026-03-01');
    expect(await contactOf('K1')).toMatchObject({ consent: 'active' });
    await test.api.undoImport({ params });
    expect(await contactOf('K1')).toMatchObject({ consent: 'withdrawn' });
    expect(await drift()).toEqual([]);
  });

  it('do not come back where the import had withdrawn them', async () => {
    await take(A);
    const { params } = await take('K1;Żuk;Łódź;;501 000 001;N;');
    expect(await contactOf('K1')).toMatchObject({ consent: 'withdrawn' });
    const { undo } = await test.api.undoImport({ params });
    expect(undo).toMatchObject({ consents: { annulled: 0, kept: 1 }, reasons: [{ code: 'withdrawal_stays' }] });
    expect(await contactOf('K1')).toMatchObject({ consent: 'withdrawn' });
  });

  it('obey what the holder of the number said since', async () => {
    const { params } = await take(A, B);
    await say((await contactOf('K1')).id, 'given');
    await say((await contactOf('K2')).id, 'withdrawn');
    const { undo } = await test.api.undoImport({ params });
    expect(undo).toMatchObject({ contacts: { removed: 0, kept: 2 }, consents: { annulled: 2 } });
    expect(await contactOf('K1')).toMatchObject({ consent: 'active' });
    expect(await contactOf('K2')).toMatchObject({ consent: 'withdrawn' });
    expect(await drift()).toEqual([]);
  });

  it('never swallow a withdrawal that arrives at the same moment', async () => {
    const { params } = await take(A);
    const contact = await contactOf('K1');
    await Promise.allSettled([say(contact.id, 'withdrawn'), test.api.undoImport({ params })]);
    const { rows } = await test.rig.test.pool.query('select active from consent where phone = $1', [contact.phone]);
    expect(rows.filter(({ active }) => active)).toEqual([]);
    expect(await drift()).toEqual([]);
  });
});
