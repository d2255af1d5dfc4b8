import type { GatewayOperation } from '../db/gateway-errors.ts';
import { listCompaniesWithToken, recordGatewayError, type GatewayRow } from '../db/gateways.ts';
import { balanceView, type BalanceView } from '../domain/balance.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Answer, ProviderKind } from '../providers/provider.ts';
import type { Deps } from './deps.ts';
import { noteGatewayTrouble } from './note-gateway-trouble.ts';
import { openGateway, reasonFrom } from './open-gateway.ts';
import { recordProfile } from './record-profile.ts';

export interface Balance extends BalanceView {
  readonly readAt: Date;
  readonly gateway: GatewayRow;
}

/** *Stan konta*, asked of the gateway now and kept as a reading (S14). */
export async function readBalance(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'clock' | 'log'>,
  companyId: number,
): Promise<Outcome<Balance>> {
  const opened = await openGateway(deps, companyId);
  if (!opened.ok) return opened;
  const { gateway, kind, provider } = opened.value;
  const profile = await provider.profile();
  if (!profile.ok) return unanswered(deps, { gateway, kind, operation: 'balance' }, profile);
  const readAt = deps.clock();
  const updated = await recordProfile(deps, gateway, { ...profile.value, partPrice: null, readAt });
  return done({ ...balanceView(profile.value, updated), readAt, gateway: updated });
}

/** The schedule's version: every account with a token. One that does not answer does not keep the others waiting for long. */
export async function readBalances(deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'clock' | 'log'>): Promise<void> {
  for (const companyId of await listCompaniesWithToken(deps.db)) {
    const balance = await readBalance(deps, companyId);
    if (!balance.ok) deps.log.info({ companyId, code: balance.refusal.code }, 'balance.not_read');
  }
}

/** The refusal for a question the gateway did not answer, with its own reason beside it; kept as the gateway's last error. */
export async function unanswered(
  deps: Pick<Deps, 'db' | 'log'>,
  asked: { readonly gateway: GatewayRow; readonly kind: ProviderKind; readonly operation: GatewayOperation },
  answer: Extract<Answer<unknown>, { readonly ok: false }>,
): Promise<ReturnType<typeof refuse>> {
  const { id: gatewayId, companyId } = asked.gateway;
  await recordGatewayError(deps.db, companyId, answer.code);
  await noteGatewayTrouble(deps, { companyId, gatewayId, operation: asked.operation, code: answer.code });
  const code = answer.cause === 'gateway_down' ? 'gateway_unreachable' : 'gateway_refused';
  return refuse(code, { reasons: [reasonFrom(asked.kind, answer.code)] });
}
