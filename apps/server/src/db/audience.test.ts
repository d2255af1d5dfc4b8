import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createFirm, phoneOf, suppress, withdrawConsent, type Firm } from '../../test/support/firm.ts';
import { countAudience, listAudience, listAudienceAt, type AudienceFilter } from './audience.ts';
import { insertCampaign } from './campaigns.ts';
import { createOrderedLists } from './ordered-lists.ts';
import { addRecipients, dropRecipients } from './recipients.ts';

const CONTACTS = 60;

let test: TestDatabase;
let firm: Firm;
let key: { companyId: number; campaignId: number };
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await createFirm(test.db, { contacts: CONTACTS });
  const { companyId, contactIds } = firm;
  const draft = { companyId, subject: 'Próba', body: 'Test', withoutPolish: false, createdBy: 'test' };
  key = { companyId, campaignId: (await insertCampaign(test.db, draft)).id };
  await addRecipients(test.db, { ...key, purpose: 'marketing' }, { contactIds }, false);
  await withdrawConsent(test.db, companyId, phoneOf(3));
  await suppress(test.db, companyId, phoneOf(4));
  await sql`update contact set phone = null, phone_kind = null where phone = ${phoneOf(6)}`.execute(test.db);
  // Three contacts of one number, far apart in the list, and two of a number that is barred.
  await sql`update contact set phone = ${phoneOf(1)} where phone in (${phoneOf(30)}, ${phoneOf(55)})`.execute(test.db);
  await sql`update contact set phone = ${phoneOf(3)} where phone = ${phoneOf(40)}`.execute(test.db);
});
afterAll(() => test.drop());

const lists = () => createOrderedLists(test.db);
const page = (filter: AudienceFilter, offset = 0, limit = 1_000) =>
  listAudienceAt(test.db, lists(), { ...key, filter, offset, limit });

describe('the list of recipients', () => {
  it('judges everybody as the quote does, however it is cut into pages', async () => {
    const whole = (await page({})).rows;
    for (const limit of [1, 7, CONTACTS]) {
      const cut = [];
      for (let offset = 0; offset < CONTACTS; offset += limit) cut.push(...(await page({}, offset, limit)).rows);
      expect(cut).toEqual(whole);
    }
    const reasons = Map.groupBy(whole, ({ reason }) => reason);
    const counted = await countAudience(test.db, key);
    expect(new Map(counted.map(({ reason, count }) => [reason, count]))).toEqual(
      new Map([...reasons].map(([reason, rows]) => [reason, rows.length])),
    );
    expect(counted).toContainEqual({ reason: 'duplicate_number', count: 2 });
  });

  it('is in the order of the contractors and says how long it is', async () => {
    const { rows, total } = await page({}, 5, 10);
    const names = (await page({})).rows.map(({ contractorName }) => contractorName);
    expect([total, rows.map(({ contractorName }) => contractorName)]).toEqual([CONTACTS, names.slice(5, 15)]);
  });

  it('tells apart who gets the message and who is left out for which reason', async () => {
    const left = await page({ obstacle: 'duplicate_number' });
    expect(left.rows.map(({ phone, reason }) => [phone, reason])).toEqual([
      [phoneOf(1), 'duplicate_number'],
      [phoneOf(1), 'duplicate_number'],
    ]);
    const gets = await page({ obstacle: 'none' });
    expect(gets.rows.every(({ reason }) => reason === null)).toBe(true);
    expect(gets.total).toBe(CONTACTS - 6);
  });

  it('is searched by the name of a contact', async () => {
    await sql`update contact set name = 'Żaneta Łęcka' where id = ${firm.contactIds[11]}`.execute(test.db);
    expect((await page({ q: { digits: '', folded: 'zaneta le' } })).rows.map(({ phone }) => phone)).toEqual([
      phoneOf(12),
    ]);
  });

  it('is searched by name and number, together with a reason', async () => {
    expect((await page({ q: { digits: '', folded: 'kontrahent 12' } })).rows.map(({ phone }) => phone)).toEqual([
      phoneOf(12),
    ]);
    const byNumber = { q: { digits: '501000001', folded: '501 000 001' } };
    expect((await page(byNumber)).total).toBe(3);
    expect((await page({ ...byNumber, obstacle: 'none' })).total).toBe(1);
    expect((await page({ q: { digits: '', folded: '100%' } })).total).toBe(0);
  });

  it('is walked by key, judged the same', async () => {
    const walked = [];
    for (let after = 0; ;) {
      const rows = await listAudience(test.db, key, { after, limit: 25 });
      walked.push(...rows);
      const last = rows.at(-1);
      if (!last) break;
      after = last.contactId;
    }
    const byId = (a: { contactId: number }, b: { contactId: number }) => a.contactId - b.contactId;
    expect(walked).toEqual((await page({})).rows.toSorted(byId));
  });

  it('follows what is dropped and what is withdrawn', async () => {
    const kept = lists();
    const total = async () =>
      (await listAudienceAt(test.db, kept, { ...key, filter: { obstacle: 'none' }, offset: 0, limit: 1 })).total;
    const before = await total();
    await withdrawConsent(test.db, firm.companyId, phoneOf(20));
    expect(await total()).toBe(before - 1);
    await dropRecipients(test.db, key, { contactIds: firm.contactIds.slice(49, 50) });
    await sql`update campaign set version = version + 1 where id = ${key.campaignId}`.execute(test.db);
    expect(await total()).toBe(before - 2);
  });
});
