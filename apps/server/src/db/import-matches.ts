import { sql } from 'kysely';
import type { Db } from './database.ts';

/** By what a row may be recognised; null where the row says nothing. */
export interface MatchKey {
  readonly code: string | null;
  /** Only a NIP with a right check digit. */
  readonly nip: string | null;
  readonly phone: string | null;
  readonly nameKey: string;
  readonly postalCode: string | null;
}

/**
 * The contractor each row is about, in the order of the keys: by external code, else NIP, else number with name, else name
 * with postal code; never by the number alone, which an accounting office shares with its clients (domain-facts 6.2). Two
 * different codes are two contractors, whatever else they share.
 */
export async function matchContractors(
  db: Db,
  companyId: number,
  keys: readonly MatchKey[],
): Promise<(number | null)[]> {
  const column = <K extends keyof MatchKey>(name: K) => keys.map((key) => key[name]);
  const { rows } = await sql<{ id: number | null }>`
    select coalesce(by_code.id, by_nip.id, by_phone.id, by_name.id) as id
    from unnest(${column('code')}::text[], ${column('nip')}::text[], ${column('phone')}::text[], ${column('nameKey')}::text[], ${column('postalCode')}::text[])
      with ordinality as k(code, nip, phone, name_key, postal_code, nr)
    left join contractor by_code on by_code.company_id = ${companyId} and by_code.code = k.code
    left join lateral (
      select o.id from contractor o where by_code.id is null and o.company_id = ${companyId} and o.nip = k.nip and (k.code is null or o.code is null)
      order by o.id limit 1) by_nip on true
    left join lateral (
      select o.id from contact c join contractor o on o.id = c.contractor_id
      where by_code.id is null and by_nip.id is null and c.company_id = ${companyId} and c.phone = k.phone and o.name_key = k.name_key and (k.code is null or o.code is null)
      order by o.id limit 1) by_phone on true
    left join lateral (
      select o.id from contractor o
      where by_code.id is null and by_nip.id is null and by_phone.id is null and o.company_id = ${companyId} and o.name_key = k.name_key
        and o.postal_code = k.postal_code and (k.code is null or o.code is null)
      order by o.id limit 1) by_name on true
    order by k.nr`.execute(db);
  return rows.map(({ id }) => id);
}

/** The present right to send to each number that has one, with the Warsaw date since when. */
export async function consentsOfPhones(
  db: Db,
  companyId: number,
  phones: readonly string[],
): Promise<{ phone: string; active: boolean; since: string | null }[]> {
  const { rows } = await sql<{ phone: string; active: boolean; since: string | null }>`
    select phone, active, case when isfinite(effective_at) then to_char(effective_at at time zone 'Europe/Warsaw', 'YYYY-MM-DD') end as since
    from consent where company_id = ${companyId} and channel = 'sms' and purpose = 'marketing' and phone = any(${phones}::text[])`.execute(
    db,
  );
  return rows;
}
