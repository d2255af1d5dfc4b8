import { sql } from 'kysely';
import type { RowUndone } from '../domain/import-undo-summary.ts';
import type { WrittenConsent, WrittenContact, WrittenContractor } from '../domain/import-undo.ts';
import type { Db } from './database.ts';

/** A stretch of the rows of an applied import, both lines included. */
export interface WrittenStretch {
  readonly companyId: number;
  readonly importId: number;
  readonly from: number;
  readonly to: number;
}

interface OfLine {
  readonly line: number;
}

/** The last line of a stretch of at most `size` rows that wrote something; null when there is none after `from`. */
export async function lastLineOfStretch(
  db: Db,
  key: { readonly importId: number; readonly from: number; readonly size: number },
): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select max(line) as last from (select distinct line from import_write where import_id = ${key.importId} and line >= ${key.from}
      order by line limit ${key.size}) as stretch`.execute(db);
  return rows[0]?.last ?? null;
}

/** In the database, whose clock is finer than a `Date`. */
const appliedAt = (stretch: WrittenStretch) => sql`(select applied_at from import where id = ${stretch.importId})`;

const writes = (stretch: WrittenStretch, thing: 'contractor' | 'contact' | 'consent') => sql`
  (select * from import_write where import_id = ${stretch.importId} and company_id = ${stretch.companyId}
    and line between ${stretch.from} and ${stretch.to} and thing = ${thing})`;

/** Holds the cards of a stretch, so that nobody picks, changes or adds to what is being judged. */
export async function lockWritten(tx: Db, stretch: WrittenStretch): Promise<void> {
  const cards = sql`(select contractor_id from import_write where import_id = ${stretch.importId} and company_id = ${stretch.companyId}
    and line between ${stretch.from} and ${stretch.to})`;
  await sql`select from contractor where company_id = ${stretch.companyId} and id in ${cards} order by id for update`.execute(
    tx,
  );
  await sql`select from contact where company_id = ${stretch.companyId} and contractor_id in ${cards} order by id for update`.execute(
    tx,
  );
}

const contractorNow = sql`jsonb_build_object('code', o.code, 'shortName', o.short_name, 'name', o.name, 'nip', o.nip, 'street', o.street,
  'postalCode', o.postal_code, 'city', o.city, 'country', o.country, 'groups', o.groups)`;
const contactNow = sql`jsonb_build_object('name', c.name, 'role', c.role, 'phone', c.phone, 'phoneKind', c.phone_kind, 'phoneRaw', c.phone_raw,
  'phoneFault', c.phone_fault, 'email', c.email, 'isPrimary', c.is_primary)`;

export async function writtenContractors(db: Db, stretch: WrittenStretch): Promise<(WrittenContractor & OfLine)[]> {
  const { rows } = await sql<WrittenContractor & OfLine>`
    select w.line, w.thing_id as id, w.before, w.written, case when o.id is not null then ${contractorNow} end as now,
      exists (select from message m where m.company_id = w.company_id and m.contractor_id = w.thing_id)
        or exists (select from contact c join recipient r on r.contact_id = c.id where c.company_id = w.company_id and c.contractor_id = w.thing_id) as in_campaign,
      exists (select from inbound_message i where i.company_id = w.company_id and i.contractor_id = w.thing_id) as replied,
      exists (select from contact c where c.company_id = w.company_id and c.contractor_id = w.thing_id
        and not exists (select from import_write own where own.import_id = w.import_id and own.line = w.line
          and own.thing = 'contact' and own.thing_id = c.id and own.before is null)) as has_other_contacts
    from ${writes(stretch, 'contractor')} w left join contractor o on o.company_id = w.company_id and o.id = w.thing_id
    order by w.line`.execute(db);
  return rows;
}

export async function writtenContacts(db: Db, stretch: WrittenStretch): Promise<(WrittenContact & OfLine)[]> {
  const { rows } = await sql<WrittenContact & OfLine>`
    select w.line, w.thing_id as id, w.before, w.written, case when c.id is not null then ${contactNow} end as now,
      case when w.before is null
        then exists (select from recipient r where r.contact_id = w.thing_id)
          or exists (select from message m where m.company_id = w.company_id and m.contractor_id = w.contractor_id and m.contact_id = w.thing_id)
        else exists (select from message m join campaign g on g.id = m.campaign_id
          where m.company_id = w.company_id and m.contractor_id = w.contractor_id and m.contact_id = w.thing_id and g.frozen_at >= ${appliedAt(stretch)})
        end as in_campaign,
      exists (select from consent_event e where e.company_id = w.company_id and e.phone = w.written->>'phone'
        and e.recorded_at > ${appliedAt(stretch)} and e.annuls is null) as consent_since
    from ${writes(stretch, 'contact')} w left join contact c on c.company_id = w.company_id and c.id = w.thing_id
    order by w.line, w.thing_id`.execute(db);
  return rows;
}

/** The consents of a stretch, and what the ledger says of their numbers without this import. */
export async function writtenConsents(db: Db, stretch: WrittenStretch): Promise<(WrittenConsent & OfLine)[]> {
  const { rows } = await sql<WrittenConsent & OfLine>`
    select w.line, w.thing_id as id, w.written->>'kind' as kind,
      coalesce((select e.event not in ('withdrawn', 'expired') from consent_event e
        where e.company_id = w.company_id and e.phone = own.phone and e.channel = own.channel and e.purpose = own.purpose and e.annuls is null
          and not exists (select from consent_event a where a.annuls = e.id)
          and (e.event = 'withdrawn' or e.source is distinct from own.source)
        order by e.effective_at desc, e.event in ('withdrawn', 'expired') desc, e.id desc limit 1), false) as active_without
    from ${writes(stretch, 'consent')} w join consent_event own on own.id = w.thing_id
    order by w.line, w.thing_id`.execute(db);
  return rows;
}

/** The lines whose contractor a newer import that still holds has among its rows. */
export async function linesOfNewerImports(db: Db, stretch: WrittenStretch): Promise<number[]> {
  const { rows } = await sql<OfLine>`
    select distinct w.line from import_write w
    join import_row r on r.contractor_id = w.contractor_id and r.import_id <> w.import_id
    join import i on i.id = r.import_id and i.company_id = w.company_id and i.state = 'applied' and i.applied_at > ${appliedAt(stretch)}
    where w.import_id = ${stretch.importId} and w.company_id = ${stretch.companyId} and w.line between ${stretch.from} and ${stretch.to}
      and r.outcome <> 'rejected'`.execute(db);
  return rows.map(({ line }) => line);
}

/** Entries of the ledger that stay and count no more. */
export async function annulConsents(
  tx: Db,
  by: { readonly companyId: number; readonly actor: string; readonly source: string },
  eventIds: readonly number[],
): Promise<void> {
  await sql`
    insert into consent_event (company_id, contractor_id, contact_id, phone, channel, purpose, event, effective_at, recorded_by, how, source, annuls)
    select e.company_id, e.contractor_id, e.contact_id, e.phone, e.channel, e.purpose, 'annulled', now(), ${by.actor}, 'import_undo', ${by.source}, e.id
    from consent_event e where e.company_id = ${by.companyId} and e.id = any(${eventIds}::bigint[]) order by e.id`.execute(
    tx,
  );
}

/**
 * Contacts first: the rest of a contractor goes with him. Entries of the ledger stay and no longer lead to them; the foreign keys
 * would see to that, one by one, and tell everybody of each: twice the time of the rest (measured with 50 000 rows).
 */
export async function removeCreated(
  tx: Db,
  companyId: number,
  ids: { readonly contacts: readonly number[]; readonly contractors: readonly number[] },
): Promise<void> {
  const contacts = sql`any(${ids.contacts}::bigint[])`;
  const contractors = sql`any(${ids.contractors}::bigint[])`;
  await sql`
    update consent_event set contact_id = case when contact_id = ${contacts} then null else contact_id end,
      contractor_id = case when contractor_id = ${contractors} then null else contractor_id end
    where company_id = ${companyId} and (contact_id = ${contacts} or contractor_id = ${contractors})`.execute(tx);
  await sql`delete from contact where company_id = ${companyId} and id = ${contacts}`.execute(tx);
  await sql`delete from contractor where company_id = ${companyId} and id = ${contractors}`.execute(tx);
}

/** What became of each row; one whose contractor went away no longer leads to him. */
export async function noteRowsUndone(
  tx: Db,
  { companyId, importId }: { readonly companyId: number; readonly importId: number },
  rows: readonly (RowUndone & { readonly line: number; readonly removed: boolean })[],
): Promise<void> {
  await sql`
    update import_row i set undo = jsonb_build_object('result', r.result, 'reasons', r.reasons),
      contractor_id = case when r.removed then null else i.contractor_id end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line int, result text, reasons jsonb, removed boolean)
    where i.import_id = ${importId} and i.company_id = ${companyId} and i.line = r.line`.execute(tx);
}
