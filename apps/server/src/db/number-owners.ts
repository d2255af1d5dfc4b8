import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Whose a number is, by the directory: the first few by name, and how many there are. */
export interface NumberOwners {
  readonly contractors: readonly { readonly id: number; readonly name: string }[];
  readonly total: number;
}

/** As many as are named on a screen; an accounting office may be the contact of hundreds. */
const NAMED = 3;

/** The contractors of many numbers in one statement; numbers nobody has are not in the answer. */
export async function listNumberOwners(
  db: Db,
  companyId: number,
  phones: readonly string[],
): Promise<ReadonlyMap<string, NumberOwners>> {
  const { rows } = await sql<{ phone: string; id: number; name: string; total: number }>`
    with owner as (
      select distinct c.phone, o.id, o.name, o.name_key from contact c join contractor o on o.id = c.contractor_id
      where c.company_id = ${companyId} and c.phone = any(${phones}::text[])
    ),
    placed as (
      select *, row_number() over (partition by phone order by name_key, id) as place, count(*) over (partition by phone) as total
      from owner
    )
    select phone, id, name, total from placed where place <= ${NAMED} order by phone, place`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ phone }) => phone)].map(([phone, found]) => [
      phone,
      { contractors: found.map(({ id, name }) => ({ id, name })), total: found[0]?.total ?? 0 },
    ]),
  );
}
