import { sql, type RawBuilder } from 'kysely';
import { audienceIds, type AudienceFilter } from './audience.ts';
import type { Db } from './database.ts';
import { barredFor, joinRights } from './eligibility.ts';

interface CampaignKey {
  readonly companyId: number;
  readonly campaignId: number;
}

/** Which contacts are meant: named ones, or those of contractors (named, or given as a query of their ids). */
export type Picked =
  | { readonly contactIds: readonly number[] }
  | { readonly contractors: RawBuilder<unknown>; readonly contacts: 'primary' | 'all' };

/** What is known of a contact when it is picked. */
const CONTACT = sql`c.id, c.company_id, c.phone, c.phone_kind, c.phone_fault`;

/** Contacts of contractors: the first mobile number of each (the primary one before others), or every contact. */
function contactsOf(companyId: number, picked: Picked): RawBuilder<unknown> {
  if ('contactIds' in picked)
    return sql`select ${CONTACT} from contact c where c.company_id = ${companyId} and c.id = any(${picked.contactIds}::bigint[])`;
  const those = sql`c.company_id = ${companyId} and c.contractor_id in (${picked.contractors})`;
  if (picked.contacts === 'all') return sql`select ${CONTACT} from contact c where ${those}`;
  return sql`
    select distinct on (c.contractor_id) ${CONTACT} from contact c where ${those}
    order by c.contractor_id, c.phone_kind is distinct from 'mobile', not c.is_primary, c.id`;
}

/** Contractors that are meant and have no contact at all. */
function withoutContacts(companyId: number, picked: Picked): RawBuilder<unknown> {
  if ('contactIds' in picked) return sql`select null where false`;
  return sql`
    select o.id from (${picked.contractors}) o
    where not exists (select from contact c where c.company_id = ${companyId} and c.contractor_id = o.id)`;
}

/**
 * Adds contacts to a draft. With `eligibleOnly` those without a mobile number, without an active consent or on the
 * suppression list are not proposed (S6); they are counted with their reason instead. So is
 * a contractor without contacts, of whom nobody can be added.
 */
export async function addRecipients(
  tx: Db,
  key: CampaignKey & { readonly purpose: string },
  picked: Picked,
  eligibleOnly: boolean,
): Promise<{ reason: string | null; picked: number; added: number }[]> {
  const { rows } = await sql<{ reason: string | null; picked: number; added: number }>`
    with picked as (
      select c.id, ${barredFor} as reason from (${contactsOf(key.companyId, picked)}) c ${joinRights(sql`${key.purpose}`)}
    ),
    added as (
      insert into recipient (company_id, campaign_id, contact_id)
      select ${key.companyId}::bigint, ${key.campaignId}::bigint, id from picked where reason is null or ${!eligibleOnly}
      on conflict do nothing returning contact_id
    )
    select p.reason, count(*) as picked, count(a.contact_id) as added
    from picked p left join added a on a.contact_id = p.id group by p.reason
    union all
    select 'no_contact', count(*), 0 from (${withoutContacts(key.companyId, picked)}) w having count(*) > 0`.execute(
    tx,
  );
  return rows;
}

/** Which recipients are meant: named ones, or all that match a filter but for some; an empty filter is everybody. */
export type Dropped =
  | { readonly contactIds: readonly number[] }
  | { readonly filter: AudienceFilter; readonly except: readonly number[] };

/** Takes recipients out of a draft in one statement; how many. */
export async function dropRecipients(tx: Db, key: CampaignKey, dropped: Dropped): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from recipient where company_id = ${key.companyId} and campaign_id = ${key.campaignId} and ${meantBy(key, dropped)}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

function meantBy(key: CampaignKey, dropped: Dropped): RawBuilder<boolean> {
  if ('contactIds' in dropped) return sql`contact_id = any(${dropped.contactIds}::bigint[])`;
  const { filter, except } = dropped;
  const others = sql`contact_id <> all(${except}::bigint[])`;
  if (filter.q === undefined && filter.obstacle === undefined) return sql`${others}`;
  return sql`contact_id in (select id from (${audienceIds(key, filter)}) meant) and ${others}`;
}

/** Puts the recipients of one campaign into another of the same company; how many. */
export async function copyRecipients(
  tx: Db,
  { companyId, campaignId }: CampaignKey,
  intoCampaignId: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into recipient (company_id, campaign_id, contact_id)
    select company_id, ${intoCampaignId}::bigint, contact_id from recipient
    where company_id = ${companyId} and campaign_id = ${campaignId}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Contractors named by id, as a query for `Picked`. */
export function namedContractorIds(companyId: number, ids: readonly number[]): RawBuilder<unknown> {
  return sql`select id from contractor where company_id = ${companyId} and id = any(${ids}::bigint[])`;
}
