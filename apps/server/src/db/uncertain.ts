import { sql, type RawBuilder } from 'kysely';
import type { CampaignState } from '../domain/campaign.ts';
import type { Db } from './database.ts';
import { messageForbidden } from './eligibility.ts';

/** A message of which nobody knows whether the gateway took it, and what is known besides. */
export interface UncertainRow {
  readonly id: number;
  readonly batchId: number;
  readonly campaignId: number;
  readonly subject: string;
  readonly campaignState: CampaignState;
  readonly contractorName: string | null;
  readonly contactName: string | null;
  readonly phone: string;
  readonly parts: number;
  readonly points: number;
  readonly cause: string | null;
  readonly attempts: number;
  readonly generation: number;
  readonly firstAttemptAt: Date;
  readonly settleAutomatically: boolean;
  readonly ageUnknown: boolean;
  /** Why the number must not be sent to any more. */
  readonly barredBy: 'suppressed' | 'consent_withdrawn' | null;
}

/** Which of a company's uncertain messages; without a choice all of them. */
export interface UncertainChoice {
  readonly companyId: number;
  readonly campaignId?: number;
  readonly messageIds?: readonly number[];
}

const columns = sql`
  m.id, m.batch_id, m.campaign_id, c.subject, c.state as campaign_state, o.name as contractor_name, k.name as contact_name,
  m.phone, m.parts, m.points, b.cause, b.attempt as attempts, m.generation, b.first_attempt_at, g.settle_automatically,
  b.age_unknown,
  case when ${messageForbidden} then
    case when exists (select from suppression s where s.company_id = m.company_id and s.phone = m.phone) then 'suppressed' else 'consent_withdrawn' end
  end as barred_by`;

/** Batches first: there are few uncertain ones, whatever the size of the campaigns (index batch_open). */
const tables = ({ companyId, campaignId, messageIds }: UncertainChoice): RawBuilder<unknown> => sql`
  gateway g
  join batch b on b.gateway_id = g.id and b.state = 'uncertain'
  join message m on m.batch_id = b.id and m.outcome is null
  join campaign c on c.id = m.campaign_id
  left join contractor o on o.id = m.contractor_id
  left join contact k on k.id = m.contact_id
  where g.company_id = ${companyId}
    ${campaignId === undefined ? sql`` : sql`and m.campaign_id = ${campaignId}`}
    ${messageIds === undefined ? sql`` : sql`and m.id = any(${messageIds}::bigint[])`}`;

/** Whether the gateway may still be asked by itself: `awaitedOf` of domain/uncertain.ts in SQL. */
const awaitsGateway = (settleAfter: Date): RawBuilder<boolean> => sql<boolean>`
  (g.settle_automatically and not b.age_unknown and c.state not in ('cancelled', 'finished') and b.first_attempt_at > ${settleAfter})`;

/** A page of the queue, the oldest batches first. */
export async function listUncertain(
  db: Db,
  query: UncertainChoice & {
    readonly awaits?: 'gateway' | 'person';
    readonly settleAfter: Date;
    readonly after: readonly [batchId: number, messageId: number];
    readonly limit: number;
  },
): Promise<UncertainRow[]> {
  const { awaits, settleAfter, after, limit } = query;
  const { rows } = await sql<UncertainRow>`
    select ${columns} from ${tables(query)}
      and (b.id, m.id) > (${after[0]}::bigint, ${after[1]}::bigint)
      ${awaits === undefined ? sql`` : sql`and ${awaitsGateway(settleAfter)} = ${awaits === 'gateway'}`}
    order by b.id, m.id limit ${limit}`.execute(db);
  return rows;
}

/** How many wait for an answer of the gateway, and how many for a person. */
export async function countUncertain(
  db: Db,
  companyId: number,
  settleAfter: Date,
): Promise<{ readonly gateway: number; readonly person: number }> {
  const { rows } = await sql<{ gateway: number; person: number }>`
    select count(*) filter (where ${awaitsGateway(settleAfter)}) as gateway,
      count(*) filter (where not ${awaitsGateway(settleAfter)}) as person
    from ${tables({ companyId })}`.execute(db);
  return rows[0] ?? { gateway: 0, person: 0 };
}

/**
 * The chosen messages that are uncertain now, locked with their batches: no worker claims them and no other person decides
 * until the transaction ends. Batches before messages and each in order of id, as everybody who writes both does it.
 */
export async function lockUncertain(tx: Db, choice: UncertainChoice): Promise<UncertainRow[]> {
  const { messageIds, campaignId, companyId } = choice;
  await sql`
    select b.id from batch b
    where b.company_id = ${companyId} and b.state = 'uncertain'
      and ${campaignId === undefined ? sql`true` : sql`b.campaign_id = ${campaignId}`}
      and ${messageIds === undefined ? sql`true` : sql`b.id in (select m.batch_id from message m where m.id = any(${messageIds}::bigint[]))`}
    order by b.id for update`.execute(tx);
  const { rows } = await sql<UncertainRow>`
    select ${columns} from ${tables(choice)} order by m.id for update of m`.execute(tx);
  return rows;
}

/** A person's word that these went out: accepted since the first attempt, and awaiting their reports like any other. */
export async function treatAsSent(tx: Db, messageIds: readonly number[]): Promise<void> {
  await sql`
    update message m set outcome = 'accepted', outcome_code = 'treated_as_sent', delivery = greatest(m.delivery, 'pending'),
      accepted_at = coalesce(m.accepted_at, b.first_attempt_at)
    from batch b where b.id = m.batch_id and m.id = any(${messageIds}::bigint[]) and m.outcome is null`.execute(tx);
}

/**
 * Deals messages into new batches, ready to go out with idx of their next generation; the copies left behind are kept for
 * late reports. One statement: nobody can see a message in neither batch or in both.
 */
export async function dealAgain(
  tx: Db,
  again: { readonly companyId: number; readonly messageIds: readonly number[]; readonly actor: string },
): Promise<{ id: number; batchId: number; generation: number }[]> {
  const { rows } = await sql<{ id: number; batchId: number; generation: number }>`
    with dealt as (
      select m.id, m.campaign_id, m.text_id, m.batch_id, m.generation,
        (row_number() over (partition by m.campaign_id, m.text_id order by m.id) - 1) / g.batch_size as deal, g.id as gateway_id
      from message m join batch b on b.id = m.batch_id join gateway g on g.id = b.gateway_id
      where m.company_id = ${again.companyId} and m.id = any(${again.messageIds}::bigint[]) and m.outcome is null
    ),
    left_behind as (
      insert into message_resend (company_id, message_id, generation, batch_id, decided_by)
      select ${again.companyId}::bigint, id, generation, batch_id, ${again.actor} from dealt
    ),
    new_batch as (
      insert into batch (company_id, campaign_id, gateway_id, text_id, epoch)
      select ${again.companyId}::bigint, d.campaign_id, d.gateway_id, d.text_id, i.epoch
      from (select distinct campaign_id, gateway_id, text_id, deal from dealt) d, instance i
      order by d.campaign_id, d.text_id, d.deal
      returning id, campaign_id, text_id
    ),
    numbered as (
      select id, campaign_id, text_id, row_number() over (partition by campaign_id, text_id order by id) - 1 as deal from new_batch
    )
    update message m set batch_id = n.id, generation = m.generation + 1
    from dealt d join numbered n on n.campaign_id = d.campaign_id and n.text_id = d.text_id and n.deal = d.deal
    where m.id = d.id
    returning m.id, m.batch_id, m.generation`.execute(tx);
  return rows;
}
