import { readBalanceLine, sumSpending } from '../db/balance-readings.ts';
import { findGateway } from '../db/gateways.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { forecast, type Forecast } from '../domain/spending.ts';
import type { Deps } from './deps.ts';

const DAY_MS = 86_400_000;

export interface BalanceHistory extends Forecast {
  readonly items: readonly { readonly points: number; readonly readAt: Date }[];
}

/** How the balance went in the last days, from the readings that are there: the gateway is not asked. */
export async function readBalanceHistory(
  deps: Pick<Deps, 'db' | 'clock'>,
  { companyId, days }: { readonly companyId: number; readonly days: number },
): Promise<Outcome<BalanceHistory>> {
  const gateway = await findGateway(deps.db, companyId);
  if (!gateway) return refuse('gateway_missing');
  const now = deps.clock();
  const of = { companyId, gatewayId: gateway.id, since: new Date(now.getTime() - days * DAY_MS) };
  const [items, spending] = await Promise.all([readBalanceLine(deps.db, { ...of, days }), sumSpending(deps.db, of)]);
  return done({ items, ...forecast(spending, now) });
}
