import { sql } from 'kysely';
import type { ConsentPlan } from '../domain/import-plan-consent.ts';
import type { ContactColumns } from '../domain/import-plan-contact.ts';
import { derivedKeys, type ContractorFields } from '../domain/contractor.ts';
import type { Db } from './database.ts';

const contractorShape = sql`code text, "shortName" text, name text, nip text, street text, "postalCode" text, city text, country text, groups text[], "nameKey" text, "cityKey" text, search text`;
const contactShape = sql`name text, role text, phone text, "phoneKind" phone_kind, "phoneRaw" text, "phoneFault" text, email text, "isPrimary" boolean`;

const contractorJson = (rows: readonly (ContractorFields & { readonly id?: number })[]) =>
  JSON.stringify(rows.map((row) => ({ ...row, ...derivedKeys(row) })));

/** New contractors, one statement; ids in the order of the rows. */
export async function createContractors(
  tx: Db,
  companyId: number,
  rows: readonly ContractorFields[],
): Promise<number[]> {
  const { rows: created } = await sql<{ id: number }>`
    insert into contractor (company_id, code, short_name, name, nip, street, postal_code, city, country, groups, name_key, city_key, search)
    select ${companyId}::bigint, r.code, r."shortName", r.name, r.nip, r.street, r."postalCode", r.city, r.country, r.groups, r."nameKey", r."cityKey", r.search
    from rows from (jsonb_to_recordset(${contractorJson(rows)}::jsonb) as (${contractorShape})) with ordinality as r order by ordinality
    returning id`.execute(tx);
  return inOrder(created);
}

/** Identities are given in the order of the rows; the order of RETURNING is nobody's promise. */
const inOrder = (created: readonly { readonly id: number }[]): number[] =>
  created.map(({ id }) => id).toSorted((a, b) => a - b);

export async function updateContractors(
  tx: Db,
  companyId: number,
  rows: readonly (ContractorFields & { readonly id: number })[],
): Promise<void> {
  await sql`
    update contractor o set code = r.code, short_name = r."shortName", name = r.name, nip = r.nip, street = r.street, postal_code = r."postalCode",
      city = r.city, country = r.country, groups = r.groups, name_key = r."nameKey", city_key = r."cityKey", search = r.search, updated_at = now()
    from jsonb_to_recordset(${contractorJson(rows)}::jsonb) as r(id bigint, ${contractorShape})
    where o.company_id = ${companyId} and o.id = r.id`.execute(tx);
}

/** New contacts, one statement; ids in the order of the rows. */
export async function createContacts(
  tx: Db,
  companyId: number,
  rows: readonly (ContactColumns & { readonly contractorId: number })[],
): Promise<number[]> {
  const { rows: created } = await sql<{ id: number }>`
    insert into contact (company_id, contractor_id, name, role, phone, phone_kind, phone_raw, phone_fault, email, is_primary)
    select ${companyId}::bigint, r."contractorId", r.name, r.role, r.phone, r."phoneKind", r."phoneRaw", r."phoneFault", r.email, r."isPrimary"
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ("contractorId" bigint, ${contactShape}))
      with ordinality as r order by ordinality
    returning id`.execute(tx);
  return inOrder(created);
}

export async function updateContacts(
  tx: Db,
  companyId: number,
  rows: readonly (ContactColumns & { readonly id: number })[],
): Promise<void> {
  await sql`
    update contact c set name = r.name, role = r.role, phone = r.phone, phone_kind = r."phoneKind", phone_raw = r."phoneRaw",
      phone_fault = r."phoneFault", email = r.email, is_primary = r."isPrimary", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, ${contactShape})
    where c.company_id = ${companyId} and c.id = r.id`.execute(tx);
}

/** Events of the ledger for what a file says, ids in the order of the plans. A "yes" without a date counts as older than everything, a "no" as now. */
export async function addImportedConsents(
  tx: Db,
  by: { readonly companyId: number; readonly actor: string; readonly source: string },
  plans: readonly (ConsentPlan & { readonly contractorId: number })[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into consent_event (company_id, contractor_id, contact_id, phone, event, effective_at, recorded_by, how, source)
    select ${by.companyId}::bigint, r."contractorId",
      (select c.id from contact c where c.company_id = ${by.companyId} and c.contractor_id = r."contractorId" and c.phone = r.phone order by c.id limit 1),
      r.phone, case r.kind when 'given' then 'imported' else 'withdrawn' end::consent_event_kind,
      case when r.at is not null then r.at::timestamp at time zone 'Europe/Warsaw' when r.kind = 'given' then '-infinity' else now() end,
      ${by.actor}, 'erp_import', ${by.source}
    from rows from (jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as ("contractorId" bigint, kind text, phone text, at date))
      with ordinality as r order by ordinality
    returning id`.execute(tx);
  return inOrder(rows);
}

/** One thing that applying wrote, and what stood there before; undoing reads nothing else. */
export interface ImportWrite {
  readonly line: number;
  readonly thing: 'contractor' | 'contact' | 'consent';
  readonly thingId: number;
  readonly contractorId: number;
  readonly before: object | null;
  readonly written: object;
}

export async function noteWrites(
  tx: Db,
  { companyId, importId }: { readonly companyId: number; readonly importId: number },
  writes: readonly ImportWrite[],
): Promise<void> {
  await sql`
    insert into import_write (company_id, import_id, line, thing, thing_id, contractor_id, before, written)
    select ${companyId}::bigint, ${importId}::bigint, r.line, r.thing, r."thingId", r."contractorId", nullif(r.before, 'null'), r.written
    from jsonb_to_recordset(${JSON.stringify(writes)}::jsonb)
      as r(line int, thing text, "thingId" bigint, "contractorId" bigint, before jsonb, written jsonb)`.execute(tx);
}
