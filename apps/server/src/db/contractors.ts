import type { ContractorFilter } from '@goniec/contract';
import { sql, type Insertable, type RawBuilder, type Selectable, type UpdateObject } from 'kysely';
import { fold } from '../domain/text-keys.ts';
import type { Db } from './database.ts';
import { directoryRevision, type OrderedLists } from './ordered-lists.ts';
import { escapeLike } from './searched-text.ts';
import type { Database } from './schema.ts';

export type ContractorRow = Selectable<Database['contractor']>;

/** The fewest digits that are looked up as part of a number or NIP. */
const DIGITS = 3;

/** As many characters as the pieces that the index of searched texts is made of. */
const TRIGRAM = 3;

/** Which contractors a filter means, as conditions on `o`. One rule lists them, picks them and counts them. */
function matches(companyId: number, filter: ContractorFilter): RawBuilder<boolean> {
  const conditions = [sql`o.company_id = ${companyId}`];
  if (filter.q) conditions.push(found(companyId, filter.q));
  if (filter.group) conditions.push(sql`o.groups @> array[${filter.group}]::text[]`);
  if (filter.consent) conditions.push(consentIs(filter.consent));
  if (filter.number) conditions.push(numberIs(filter.number));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** A number or NIP, however it is grouped; the prefix PL says no more than its digits, and a NIP is kept without it. */
const NUMBER = /^\s*(?:PL)?([\d\s()+-]+)$/i;

/** Every word must occur in the folded text of the contractor or a contact's name; digits are also looked for in the numbers. */
function found(companyId: number, q: string): RawBuilder<unknown> {
  const digits = q.replaceAll(/\D/g, '');
  const number = digits.length >= DIGITS ? NUMBER.exec(q)?.[1] : undefined;
  const words = fold(number ?? q)
    .split(' ')
    .filter(Boolean);
  const text =
    words.length > 0
      ? sql.join(
          words.map((word) => occurs(companyId, word)),
          sql` and `,
        )
      : sql`true`;
  return number !== undefined ? sql`((${text}) or ${occurs(companyId, digits, sql`c.phone`)})` : sql`(${text})`;
}

/**
 * The index finds words of three letters on, and those who have them are few enough to be taken one by one. Shorter ones are in most
 * of the list, so it is read from its beginning.
 */
function occurs(companyId: number, word: string, ofContact = sql`c.search`): RawBuilder<unknown> {
  const like = `%${escapeLike(word)}%`;
  const people = sql`select c.contractor_id from contact c where c.company_id = ${companyId} and ${ofContact} like ${like}`;
  return word.length < TRIGRAM
    ? sql`(o.search like ${like} or o.id in (${people}))`
    : sql`o.id = any(array(
        select s.id from contractor s where s.company_id = ${companyId} and s.search like ${like} union all ${people}))`;
}

function consentIs(state: NonNullable<ContractorFilter['consent']>): RawBuilder<unknown> {
  const with_ = (active: RawBuilder<unknown>) => sql`exists (
    select from contact c join consent k on k.company_id = c.company_id and k.phone = c.phone and k.channel = 'sms' and k.purpose = 'marketing'
    where c.contractor_id = o.id and ${active})`;
  if (state === 'active') return with_(sql`k.active`);
  if (state === 'withdrawn') return with_(sql`not k.active`);
  return sql`not ${with_(sql`true`)}`;
}

function numberIs(state: NonNullable<ContractorFilter['number']>): RawBuilder<unknown> {
  const with_ = (condition: RawBuilder<unknown>) =>
    sql`exists (select from contact c where c.contractor_id = o.id and ${condition})`;
  if (state === 'faulty') return with_(sql`c.phone_fault is not null`);
  if (state === 'none') return sql`not ${with_(sql`c.phone is not null`)}`;
  return with_(sql`c.phone_kind = ${state}::phone_kind`);
}

/** The ids of all that match, as a query: for picking without carrying them around. */
export function matchingContractorIds(
  companyId: number,
  filter: ContractorFilter,
  except: readonly number[] = [],
): RawBuilder<unknown> {
  return sql`select o.id from contractor o where ${matches(companyId, filter)} and o.id <> all(${except}::bigint[])`;
}

/** Numbers of the contractors that match, some of them when there are too many. */
export async function listMatchingNumbers(
  db: Db,
  companyId: number,
  filter: ContractorFilter,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ phone: string }>`
    select distinct c.phone from contact c
    where c.company_id = ${companyId} and c.phone is not null and c.contractor_id in (${matchingContractorIds(companyId, filter)})
    limit ${limit}`.execute(db);
  return rows.map(({ phone }) => phone);
}

export interface ContractorOrder {
  readonly by: 'name' | 'code' | 'nip' | 'city';
  readonly direction: 'asc' | 'desc';
}

interface ContractorQuery {
  readonly companyId: number;
  readonly filter: ContractorFilter;
  readonly limit: number;
}

/** What each order sorts by; rows that have nothing there come last, whichever way the list is turned. */
const ORDERS = {
  name: { asc: sql`o.name_key, o.id`, desc: sql`o.name_key desc, o.id desc` },
  code: { asc: sql`o.code nulls last, o.id`, desc: sql`o.code desc nulls last, o.id desc` },
  nip: { asc: sql`o.nip nulls last, o.id`, desc: sql`o.nip desc nulls last, o.id desc` },
  city: { asc: sql`o.city_key nulls last, o.id`, desc: sql`o.city_key desc nulls last, o.id desc` },
} as const;

/** A page by name in Polish order, by key. */
export async function listContractors(
  db: Db,
  query: ContractorQuery & { readonly after: readonly [string, number] | null },
): Promise<ContractorRow[]> {
  const [nameKey, id] = query.after ?? ['', 0];
  const { rows } = await sql<ContractorRow>`
    select o.* from contractor o
    where ${matches(query.companyId, query.filter)} and (o.name_key, o.id) > (${nameKey} collate "C", ${id}::bigint)
    order by o.name_key, o.id limit ${query.limit}`.execute(db);
  return rows;
}

interface ContractorStretch extends ContractorQuery {
  readonly offset: number;
  readonly order: ContractorOrder;
}

/** The ids between two rows of the list, and how long the list is. */
export async function listContractorIdsAt(
  db: Db,
  lists: OrderedLists,
  { companyId, filter, order, offset, limit }: ContractorStretch,
): Promise<{ readonly ids: readonly number[]; readonly total: number }> {
  const list = await lists.open({
    key: ['contractors', companyId, filter, order],
    revision: await directoryRevision(db, companyId),
    ids: sql`select o.id from contractor o where ${matches(companyId, filter)} order by ${ORDERS[order.by][order.direction]}`,
  });
  return { ids: list.slice(offset, limit), total: list.total };
}

/** A page at a row of the list, and how long the list is. */
export async function listContractorsAt(
  db: Db,
  lists: OrderedLists,
  stretch: ContractorStretch,
): Promise<{ readonly rows: readonly ContractorRow[]; readonly total: number }> {
  const { ids, total } = await listContractorIdsAt(db, lists, stretch);
  const { rows } = await sql<ContractorRow>`
    select o.* from unnest(${ids}::bigint[]) with ordinality as page(id, nr)
    join contractor o on o.id = page.id and o.company_id = ${stretch.companyId} order by page.nr`.execute(db);
  return { rows, total };
}

export async function countContractors(db: Db, companyId: number, filter: ContractorFilter): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from contractor o where ${matches(companyId, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function findContractor(
  db: Db,
  companyId: number,
  contractorId: number,
): Promise<ContractorRow | undefined> {
  return db
    .selectFrom('contractor')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('id', '=', contractorId)
    .executeTakeFirst();
}

export async function insertContractor(tx: Db, contractor: Insertable<Database['contractor']>): Promise<ContractorRow> {
  return tx.insertInto('contractor').values(contractor).returningAll().executeTakeFirstOrThrow();
}

export async function updateContractor(
  tx: Db,
  { companyId, contractorId }: { readonly companyId: number; readonly contractorId: number },
  change: UpdateObject<Database, 'contractor'>,
): Promise<void> {
  await tx
    .updateTable('contractor')
    .set(change)
    .set({ updatedAt: sql<Date>`now()` })
    .where('companyId', '=', companyId)
    .where('id', '=', contractorId)
    .execute();
}

export async function deleteContractor(tx: Db, companyId: number, contractorId: number): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('contractor')
    .where('companyId', '=', companyId)
    .where('id', '=', contractorId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function listGroups(db: Db, companyId: number): Promise<{ name: string; contractors: number }[]> {
  const { rows } = await sql<{ name: string; contractors: number }>`
    select g.name, count(*) as contractors from contractor o, unnest(o.groups) as g(name)
    where o.company_id = ${companyId} group by g.name order by g.name`.execute(db);
  return rows;
}

export async function findContractors(
  db: Db,
  companyId: number,
  contractorIds: readonly number[],
): Promise<ContractorRow[]> {
  const { rows } = await sql<ContractorRow>`
    select * from contractor where company_id = ${companyId} and id = any(${contractorIds}::bigint[])`.execute(db);
  return rows;
}

/** Whether the company has anybody in its directory. */
export async function hasContractors(db: Db, companyId: number): Promise<boolean> {
  const found = await db
    .selectFrom('contractor')
    .select('id')
    .where('companyId', '=', companyId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
