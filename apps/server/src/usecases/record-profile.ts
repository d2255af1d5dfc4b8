import { insertBalanceReading, listBalanceReadings } from '../db/balance-readings.ts';
import { announce } from '../db/announcements.ts';
import { inTransaction } from '../db/database.ts';
import { recordAccount, type GatewayRow } from '../db/gateways.ts';
import type { AccountProfile } from '../providers/provider.ts';
import type { Deps } from './deps.ts';

/**
 * Keeps what the gateway has just told about the account: who it is, how it pays, how much is left. Only what is new is announced:
 * whoever hears of it reads the balance again, and would otherwise never stop asking the gateway.
 */
export async function recordProfile(
  deps: Pick<Deps, 'db'>,
  gateway: Pick<GatewayRow, 'id' | 'companyId' | 'lastErrorCode'>,
  told: AccountProfile & { readonly partPrice: number | null; readonly readAt: Date },
): Promise<GatewayRow> {
  const { id: gatewayId, companyId } = gateway;
  const { name: accountName, paymentType, points, partPrice, readAt } = told;
  return inTransaction(deps.db, async (tx) => {
    const updated = await recordAccount(tx, { companyId, accountName, paymentType, partPrice, at: readAt });
    const [before] = await listBalanceReadings(tx, { companyId, gatewayId, limit: 1 });
    await insertBalanceReading(tx, { companyId, gatewayId, points, readAt });
    const of = { companyId: String(companyId), id: null };
    if (before?.points !== points) await announce(tx, { type: 'balance.changed', ...of });
    if (gateway.lastErrorCode !== null) await announce(tx, { type: 'gateway.changed', ...of });
    return updated;
  });
}
