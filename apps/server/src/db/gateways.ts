import { sql, type Selectable } from 'kysely';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

export type GatewayRow = Selectable<Database['gateway']>;

/** What an administrator sets. */
export type GatewaySettings = Pick<
  GatewayRow,
  | 'provider'
  | 'baseUrl'
  | 'sender'
  | 'timeoutMs'
  | 'batchSize'
  | 'requestsPerSecond'
  | 'concurrency'
  | 'maxParts'
  | 'pointValue'
  | 'lowBalance'
  | 'settleAutomatically'
>;

/** What the sealed token of a gateway is kept under. */
export const TOKEN_PURPOSE = 'gateway-token';

export async function findGateway(db: Db, companyId: number): Promise<GatewayRow | undefined> {
  return db.selectFrom('gateway').selectAll().where('companyId', '=', companyId).executeTakeFirst();
}

/** The gateway, locked: its settings and the taking of its batches happen one after another. */
export async function lockGateway(tx: Db, companyId: number): Promise<GatewayRow | undefined> {
  return tx.selectFrom('gateway').selectAll().where('companyId', '=', companyId).forNoKeyUpdate().executeTakeFirst();
}

/** The account a delivery report is for; the secret is all a caller has to know. */
export async function findGatewayBySecret(db: Db, callbackSecret: string): Promise<GatewayRow | undefined> {
  return db.selectFrom('gateway').selectAll().where('callbackSecret', '=', callbackSecret).executeTakeFirst();
}

/** The account that texts of people are for; this secret opens nothing else. */
export async function findGatewayByInboundSecret(db: Db, inboundSecret: string): Promise<GatewayRow | undefined> {
  return db.selectFrom('gateway').selectAll().where('inboundSecret', '=', inboundSecret).executeTakeFirst();
}

/** Everything needed to talk to the gateway, in one query: it is asked for every batch. */
export async function findGatewayAccess(
  db: Db,
  companyId: number,
): Promise<(GatewayRow & { readonly wrappedKey: string | null; readonly sealedToken: string | null }) | undefined> {
  return db
    .selectFrom('gateway')
    .innerJoin('company', 'company.id', 'gateway.companyId')
    .leftJoin('sealedSecret', (join) =>
      join
        .onRef('sealedSecret.companyId', '=', 'gateway.companyId')
        .onRef('sealedSecret.recordId', '=', 'gateway.id')
        .on('sealedSecret.purpose', '=', TOKEN_PURPOSE),
    )
    .selectAll('gateway')
    .select(['company.wrappedKey', 'sealedSecret.sealed as sealedToken'])
    .where('gateway.companyId', '=', companyId)
    .executeTakeFirst();
}

/** Companies whose gateway has a token. */
export async function listCompaniesWithToken(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('sealedSecret')
    .select('companyId')
    .where('purpose', '=', TOKEN_PURPOSE)
    .orderBy('companyId')
    .execute();
  return rows.map(({ companyId }) => companyId);
}

/** Creates or changes the company's gateway. The callback secret is that of the first time. */
export async function upsertGateway(
  tx: Db,
  gateway: GatewaySettings & { readonly companyId: number; readonly callbackSecret: string },
): Promise<GatewayRow> {
  const { companyId: _company, callbackSecret: _secret, ...settings } = gateway;
  return tx
    .insertInto('gateway')
    .values(gateway)
    .onConflict((conflict) => conflict.column('companyId').doUpdateSet({ ...settings, updatedAt: sql`now()` }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What the gateway said about the account: from now on it is known to answer. */
export async function recordAccount(
  db: Db,
  account: {
    readonly companyId: number;
    readonly accountName: string | null;
    readonly paymentType: string;
    /** Left as it was when the price list did not say. */
    readonly partPrice: number | null;
    readonly at: Date;
  },
): Promise<GatewayRow> {
  return db
    .updateTable('gateway')
    .set({
      accountName: account.accountName,
      paymentType: account.paymentType,
      verifiedAt: account.at,
      lastErrorCode: null,
      lastErrorAt: null,
      ...(account.partPrice === null ? {} : { partPrice: account.partPrice }),
    })
    .where('companyId', '=', account.companyId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A new token may belong to another account: what was known of the old one is forgotten. */
export async function forgetAccount(tx: Db, companyId: number): Promise<void> {
  await tx
    .updateTable('gateway')
    .set({ accountName: null, paymentType: null, verifiedAt: null, lastErrorCode: null, lastErrorAt: null })
    .where('companyId', '=', companyId)
    .execute();
}

export async function recordGatewayError(db: Db, companyId: number, code: string): Promise<void> {
  await db
    .updateTable('gateway')
    .set({ lastErrorCode: code, lastErrorAt: sql<Date>`now()` })
    .where('companyId', '=', companyId)
    .execute();
}

/** Whether something was handed over whose fate only this very account at the gateway can tell (error 53). */
export async function hasUnsettledBatches(db: Db, gateway: Pick<GatewayRow, 'id' | 'companyId'>): Promise<boolean> {
  const found = await db
    .selectFrom('batch')
    .select('id')
    .where('companyId', '=', gateway.companyId)
    .where('gatewayId', '=', gateway.id)
    .where('state', 'in', ['submitting', 'uncertain'])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
