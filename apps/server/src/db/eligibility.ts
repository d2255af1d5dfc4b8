import { sql, type RawBuilder } from 'kysely';

/**
 * Who may be sent to, in one place: the pick, the quote, the freeze and the last gate before the network all ask this.
 * Consent and suppression are looked up by number, so a right withdrawn for a number holds for every contact that has it.
 * Whatever is unknown bars: the check fails closed (PKE art. 398, style rule 15).
 */

/** Joins suppression `s` and consent `k` to a contact `c`. */
export function joinRights(purpose: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    left join suppression s on s.company_id = c.company_id and s.phone = c.phone
    left join consent k on k.company_id = c.company_id and k.phone = c.phone and k.channel = 'sms' and k.purpose = ${purpose}`;
}

/** The reason (domain/exclusion.ts) for which contact `c` may not be sent to, or null. */
export const barredFor: RawBuilder<string | null> = sql<string | null>`
  case
    when c.phone is null and c.phone_fault is not null then 'faulty_number'
    when c.phone is null then 'no_number'
    when c.phone_kind is distinct from 'mobile' then 'not_mobile'
    when c.phone not like '+48%' then 'country_not_enabled'
    when s.phone is not null then 'suppressed'
    when k.active is null then 'no_consent'
    when not k.active then 'consent_withdrawn'
  end`;

/** Whether the number of message `m` has lost the right since it was frozen. */
export const messageForbidden: RawBuilder<boolean> = sql<boolean>`
  (exists (select from suppression s where s.company_id = m.company_id and s.phone = m.phone)
  or not exists (select from consent k join campaign c on c.id = m.campaign_id
    where k.company_id = m.company_id and k.phone = m.phone and k.channel = 'sms' and k.purpose = c.purpose and k.active))`;
