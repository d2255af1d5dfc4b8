import { sql, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type GatewayErrorRow = Selectable<Database['gatewayError']>;

/** How many are kept for a gateway: the older ones go as new ones come. */
export const KEPT_ERRORS = 50;

/** What was asked of the gateway when it failed. */
export type GatewayOperation = GatewayErrorRow['operation'];

/**
 * Writes down that the gateway failed, in one statement: counted in the row of the same trouble if that is of the last hour, else
 * as a row of its own, and those beyond the last fifty are dropped.
 * @returns whether it is a row of its own
 */
export async function noteGatewayError(
  db: Db,
  error: {
    readonly companyId: number;
    readonly gatewayId: number;
    readonly operation: GatewayOperation;
    readonly code: string;
  },
): Promise<boolean> {
  const { companyId, gatewayId, operation, code } = error;
  const { rows } = await sql<{ id: number }>`
    with of_gateway as (
      select id, operation, code, last_at, row_number() over (order by last_at desc, id desc) as nth
      from gateway_error where company_id = ${companyId} and gateway_id = ${gatewayId}
    ), counted as (
      update gateway_error set times = times + 1, last_at = now()
      where id = (select id from of_gateway
        where operation = ${operation} and code = ${code} and last_at > now() - interval '1 hour' order by last_at desc limit 1)
      returning id
    ), dropped as (
      delete from gateway_error where id in (select id from of_gateway where nth >= ${KEPT_ERRORS}::int)
        and not exists (select from counted)
    )
    insert into gateway_error (company_id, gateway_id, operation, code)
    select ${companyId}::bigint, ${gatewayId}::bigint, ${operation}, ${code} where not exists (select from counted)
    returning id`.execute(db);
  return rows.length > 0;
}

/** Newest first. */
export async function listGatewayErrors(db: Db, companyId: number, limit: number): Promise<GatewayErrorRow[]> {
  return db
    .selectFrom('gatewayError')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('lastAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
