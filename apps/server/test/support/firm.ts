import { sql } from 'kysely';
import type { Db } from '../../src/db/database.ts';

/** A company with a gateway and people who may be sent to: the least a campaign needs. */
export interface Firm {
  readonly companyId: number;
  readonly gatewayId: number;
  readonly contactIds: readonly number[];
}

/** The number of the n-th contact: +48 501 000 000 and on. */
export const phoneOf = (n: number): string => `+48501${String(n).padStart(6, '0')}`;

/** Makes a firm by a handful of set-based statements, whatever its size. Contacts 1..n have consent. */
export async function createFirm(
  db: Db,
  options: { readonly contacts: number; readonly baseUrl?: string; readonly batchSize?: number },
): Promise<Firm> {
  const company = await db
    .insertInto('company')
    .values({ name: 'Firma testowa' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const gateway = await db
    .insertInto('gateway')
    .values({
      companyId: company.id,
      provider: 'smsapi',
      baseUrl: options.baseUrl ?? 'http://127.0.0.1:9/',
      sender: 'Test',
      batchSize: options.batchSize ?? 100,
      requestsPerSecond: 100,
      callbackSecret: `secret-${company.id}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: number }>`
    with new_contractor as (
      insert into contractor (company_id, code, name, name_key, search)
      select ${company.id}::bigint, 'K' || n, 'Kontrahent ' || n, 'kontrahent ' || lpad(n::text, 7, '0'), 'kontrahent ' || n from generate_series(1, ${options.contacts}::int) n
      returning id, code
    )
    insert into contact (company_id, contractor_id, phone, phone_kind, is_primary)
    select ${company.id}::bigint, id, '+48501' || lpad(substr(code, 2), 6, '0'), 'mobile', true from new_contractor order by id
    returning id`.execute(db);
  await sql`
    insert into consent_event (company_id, phone, event, effective_at, recorded_by, how)
    select company_id, phone, 'given', '2026-01-01', 'test', 'paper' from contact where company_id = ${company.id}`.execute(
    db,
  );
  await db
    .insertInto('subscriptionService')
    .values({ companyId: company.id, code: 'sms_smsapi', enabled: true, changedBy: 'test' })
    .execute();
  return { companyId: company.id, gatewayId: gateway.id, contactIds: rows.map(({ id }) => id) };
}

/** Withdraws the consent of a number, now. */
export async function withdrawConsent(db: Db, companyId: number, phone: string): Promise<void> {
  await db
    .insertInto('consentEvent')
    .values({
      companyId,
      phone,
      event: 'withdrawn',
      effectiveAt: new Date(),
      recordedBy: 'test',
      how: 'phone_call',
      contractorId: null,
      contactId: null,
      source: null,
    })
    .execute();
}

export async function suppress(db: Db, companyId: number, phone: string): Promise<void> {
  await db.insertInto('suppression').values({ companyId, phone, reason: 'test', source: 'test' }).execute();
}
