import { sql, type Selectable } from 'kysely';
import type { InboundState } from '../domain/inbound-message.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type InboundMessageRow = Omit<Selectable<Database['inboundMessage']>, 'fingerprint' | 'raw'>;

/** With the campaign it answers. */
export type InboundListRow = InboundMessageRow & {
  readonly campaignId: number | null;
  readonly subject: string | null;
};

export interface NewInboundMessage {
  readonly companyId: number;
  readonly gatewayId: number;
  readonly sender: string | null;
  readonly phone: string | null;
  readonly body: string;
  readonly sentAt: Date | null;
  readonly providerId: string | null;
  readonly messageId: number | null;
  readonly contractorId: number | null;
  readonly state: InboundState;
  readonly handledAt: Date | null;
  readonly handledBy: string | null;
  readonly fingerprint: Buffer;
  readonly raw: string;
}

/** Keeps a text as it came; null when the same call was kept before, also by somebody who is just committing it. */
export async function insertInboundMessage(tx: Db, message: NewInboundMessage): Promise<number | null> {
  const kept = await tx
    .insertInto('inboundMessage')
    .values(message)
    .onConflict((conflict) => conflict.columns(['companyId', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return kept?.id ?? null;
}

/**
 * The message a text answers: the one the gateway names, else the newest that went to that number; and the contractor it was for,
 * if there still is one. The second goes by way of the directory, whose indexes there are: a number nobody has is not worth one on
 * the largest table.
 */
export async function findAnswered(
  db: Db,
  text: { readonly companyId: number; readonly providerId: string | null; readonly phone: string | null },
): Promise<{ readonly id: number; readonly contractorId: number | null } | undefined> {
  const { companyId, providerId, phone } = text;
  const { rows } = await sql<{ id: number; contractorId: number | null }>`
    (select m.id, o.id as contractor_id from message m left join contractor o on o.id = m.contractor_id
      where m.company_id = ${companyId} and m.provider_id = ${providerId} limit 1)
    union all
    (select m.id, c.contractor_id from contact c join message m on m.company_id = c.company_id and m.contractor_id = c.contractor_id and m.phone = c.phone
      where c.company_id = ${companyId} and c.phone = ${phone} and m.outcome = 'accepted' order by m.id desc limit 1)
    limit 1`.execute(db);
  return rows[0];
}

const columns = sql`
  i.id, i.company_id, i.gateway_id, i.sender, i.phone, i.body, i.sent_at, i.received_at, i.provider_id, i.message_id,
  i.contractor_id, i.state, i.handled_at, i.handled_by`;

const listed = sql`
  select ${columns}, c.id as campaign_id, c.subject from inbound_message i
  left join message m on m.id = i.message_id left join campaign c on c.id = m.campaign_id`;

/**
 * What came from the numbers of a contractor, and what answered messages to him. Two look-ups, each by its own index: with `or`
 * between them all replies of the company would be read.
 */
const idsOfContractor = (companyId: number, contractorId: number) => sql`
  select r.id from inbound_message r where r.company_id = ${companyId} and r.contractor_id = ${contractorId}
  union
  select r.id from contact k join inbound_message r on r.company_id = k.company_id and r.phone = k.phone
  where k.company_id = ${companyId} and k.contractor_id = ${contractorId}`;

/** A page of what people wrote, newest first. */
export async function listInboundMessages(
  db: Db,
  query: {
    readonly companyId: number;
    readonly before: number | null;
    readonly limit: number;
    readonly state?: InboundState;
    readonly contractorId?: number;
  },
): Promise<InboundListRow[]> {
  const { companyId, before, limit, state, contractorId } = query;
  const { rows } = await sql<InboundListRow>`
    ${listed} where i.company_id = ${companyId} and i.sender is not null
      ${before === null ? sql`` : sql`and i.id < ${before}`}
      ${state === undefined ? sql`` : sql`and i.state = ${state}`}
      ${contractorId === undefined ? sql`` : sql`and i.id in (${idsOfContractor(companyId, contractorId)})`}
    order by i.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function findInboundMessage(db: Db, companyId: number, id: number): Promise<InboundListRow | undefined> {
  const { rows } = await sql<InboundListRow>`
    ${listed} where i.company_id = ${companyId} and i.id = ${id} and i.sender is not null`.execute(db);
  return rows[0];
}

/** Locked until the transaction ends: two people decide about one reply one after another. */
export async function lockInboundMessage(
  tx: Db,
  companyId: number,
  id: number,
): Promise<InboundMessageRow | undefined> {
  const { rows } = await sql<InboundMessageRow>`
    select ${columns} from inbound_message i
    where i.company_id = ${companyId} and i.id = ${id} and i.sender is not null for update`.execute(tx);
  return rows[0];
}

export async function countToRead(db: Db, companyId: number): Promise<number> {
  const { count } = await db
    .selectFrom('inboundMessage')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('companyId', '=', companyId)
    .where('state', '=', 'to_read')
    .executeTakeFirstOrThrow();
  return count;
}

interface Handling {
  readonly companyId: number;
  readonly handledAt: Date;
  readonly handledBy: string;
}

/** A person has read these; returns those that had been waiting for one. */
export async function markInboundRead(tx: Db, ids: readonly number[], by: Handling): Promise<number[]> {
  const { companyId, ...handled } = by;
  const rows = await tx
    .updateTable('inboundMessage')
    .set({ state: 'read', ...handled })
    .where('companyId', '=', companyId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'to_read')
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The consent of its sender is withdrawn because of this text. */
export async function markInboundWithdrawn(tx: Db, id: number, by: Handling): Promise<void> {
  const { companyId, ...handled } = by;
  await tx
    .updateTable('inboundMessage')
    .set({ state: 'withdrawn', ...handled })
    .where('companyId', '=', companyId)
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .execute();
}
