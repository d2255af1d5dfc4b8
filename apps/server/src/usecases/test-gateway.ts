import { recordGatewayError } from '../db/gateways.ts';
import { announce } from '../db/announcements.ts';
import { checkPausesNow } from '../db/pauses.ts';
import { balanceView } from '../domain/balance.ts';
import type { Reason } from '../domain/reason.ts';
import { done, reasonOf, type Outcome } from '../domain/refusal.ts';
import type { Deps } from './deps.ts';
import { noteGatewayTrouble } from './note-gateway-trouble.ts';
import { openGateway, reasonFrom } from './open-gateway.ts';
import type { Balance } from './read-balance.ts';
import { recordProfile } from './record-profile.ts';

export interface GatewayTest {
  readonly ok: boolean;
  readonly accountName: string | null;
  readonly balance: Balance | null;
  readonly reason: Reason | null;
}

/**
 * The test button (S2): asks for the profile with the stored token, and for the price list. Whatever is wrong with token or
 * connection is the test's result, not a refusal. Campaigns that wait for the gateway are looked at soon after one that succeeded.
 */
export async function testGateway(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'clock' | 'log'>,
  companyId: number,
): Promise<Outcome<GatewayTest>> {
  const opened = await openGateway(deps, companyId);
  if (!opened.ok) {
    const { code } = opened.refusal;
    return code === 'gateway_missing' ? opened : done(failed(reasonOf(code)));
  }
  const { gateway, kind, provider } = opened.value;
  const [profile, price] = await Promise.all([provider.profile(), provider.partPrice()]);
  if (!profile.ok) {
    await recordGatewayError(deps.db, companyId, profile.code);
    await noteGatewayTrouble(deps, { companyId, gatewayId: gateway.id, operation: 'test', code: profile.code });
    return done(failed(reasonFrom(kind, profile.code)));
  }
  const readAt = deps.clock();
  const partPrice = price.ok ? price.value : null;
  const updated = await recordProfile(deps, gateway, { ...profile.value, partPrice, readAt });
  await checkPausesNow(deps.db, companyId, readAt);
  await announce(deps.db, { type: 'gateway.changed', companyId: String(companyId), id: null });
  const balance = { ...balanceView(profile.value, updated), readAt, gateway: updated };
  return done({ ok: true, accountName: profile.value.name, balance, reason: null });
}

const failed = (reason: Reason): GatewayTest => ({ ok: false, accountName: null, balance: null, reason });
