import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { createFirm, phoneOf, suppress, withdrawConsent, type Firm } from '../../test/support/firm.ts';
import { freezeAudience } from './audience.ts';
import { sumCampaigns } from './campaign-sums.ts';
import { insertCampaign } from './campaigns.ts';
import { findTallyDrift } from './doctor.ts';
import { insertMessageText } from './messages.ts';
import { addRecipients } from './recipients.ts';

let test: TestDatabase;
let firm: Firm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await createFirm(test.db, { contacts: 25 });
});
afterAll(() => test.drop());

async function freezeAll() {
  const { db } = test;
  const { companyId, gatewayId, contactIds } = firm;
  const campaign = await insertCampaign(db, {
    companyId,
    subject: 'Próba',
    body: 'Test',
    withoutPolish: false,
    createdBy: 'test',
  });
  const key = { companyId, campaignId: campaign.id };
  await addRecipients(db, { ...key, purpose: 'marketing' }, { contactIds }, false);
  const textId = await insertMessageText(db, { ...key, body: 'Test', encoding: 'gsm7', units: 4, parts: 1 });
  const counts = await freezeAudience(db, key, { gatewayId, textId, batchSize: 10, parts: 1, points: 1500 });
  return { key, counts };
}

describe('freezing an audience', () => {
  it('writes one row for every recipient, deals them into batches and gives each exclusion its reason', async () => {
    const { db } = test;
    await withdrawConsent(db, firm.companyId, phoneOf(3));
    await suppress(db, firm.companyId, phoneOf(4));
    await sql`delete from consent where phone = ${phoneOf(5)}`.execute(db);
    await sql`update contact set phone = null, phone_kind = null where phone = ${phoneOf(6)}`.execute(db);
    await sql`update contact set phone = null, phone_kind = null, phone_raw = '50100', phone_fault = 'digit_missing' where phone = ${phoneOf(9)}`.execute(
      db,
    );
    await sql`update contact set phone_kind = 'landline' where phone = ${phoneOf(7)}`.execute(db);
    await sql`update contact set phone = ${phoneOf(1)} where phone = ${phoneOf(8)}`.execute(db);
    const { key, counts } = await freezeAll();
    expect(counts).toMatchObject({ recipients: 25, written: 25, messages: 18 });
    expect(counts.audienceHash).toHaveLength(32);

    const { rows } = await sql<{ reason: string | null; count: number }>`
      select outcome_code as reason, count(*) as count from message where campaign_id = ${key.campaignId} group by 1 order by 1`.execute(
      db,
    );
    expect(rows).toEqual([
      { reason: 'consent_withdrawn', count: 1 },
      { reason: 'duplicate_number', count: 1 },
      { reason: 'faulty_number', count: 1 },
      { reason: 'no_consent', count: 1 },
      { reason: 'no_number', count: 1 },
      { reason: 'not_mobile', count: 1 },
      { reason: 'suppressed', count: 1 },
      { reason: null, count: 18 },
    ]);
    const batches = await sql<{ n: number }>`
      select count(*) as n from message where campaign_id = ${key.campaignId} and batch_id is not null group by batch_id order by batch_id`.execute(
      db,
    );
    expect(batches.rows.map(({ n }) => n)).toEqual([10, 8]);
  });

  it('keeps sums that equal the rows', async () => {
    const { key } = await freezeAll();
    const sums = await sumCampaigns(test.db, key.companyId, [key.campaignId]);
    expect(
      sums
        .map(({ handover, messages, points }) => ({ handover, messages, points }))
        .toSorted((a, b) => a.messages - b.messages),
    ).toEqual([
      { handover: 'excluded', messages: 7, points: 0 },
      { handover: 'ready', messages: 18, points: 27_000 },
    ]);
    expect(await findTallyDrift(test.db)).toEqual([]);
  });

  it('makes the same hash of the same audience', async () => {
    const [first, second] = [await freezeAll(), await freezeAll()];
    expect(first.counts.audienceHash).toEqual(second.counts.audienceHash);
  });

  it('does not let the database hold a second message for a number of the campaign', async () => {
    const { key } = await freezeAll();
    const copy = sql`insert into message (company_id, campaign_id, batch_id, text_id, phone, parts, points)
      select company_id, campaign_id, batch_id, text_id, phone, parts, points from message where campaign_id = ${key.campaignId} and not left_out limit 1`;
    await expect(copy.execute(test.db)).rejects.toThrow(/message_number/);
  });
});
