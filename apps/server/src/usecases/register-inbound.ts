import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import type { GatewayRow } from '../db/gateways.ts';
import { isLoopback } from '../domain/loopback.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { AddressChange } from '../providers/provider.ts';
import type { Actor, Deps } from './deps.ts';
import { openGateway } from './open-gateway.ts';
import { unanswered } from './read-balance.ts';

/** Where the gateway is to tell what people write back. */
export function inboundUrl(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { provider, inboundSecret }: Pick<GatewayRow, 'provider' | 'inboundSecret'>,
): string {
  return `${publicUrl}/callbacks/${provider}/inbound/${inboundSecret}`;
}

/**
 * Writes our address for replies down at the account, instead of a person in its panel. Addresses of other programs stay; ours is
 * moved when this server has another one than last time.
 */
export async function registerInbound(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'publicUrl' | 'log'>,
  { companyId, actor }: { readonly companyId: number; readonly actor: Actor },
): Promise<Outcome<{ readonly url: string; readonly change: AddressChange }>> {
  const opened = await openGateway(deps, companyId);
  if (!opened.ok) return opened;
  const { gateway, provider } = opened.value;
  const url = inboundUrl(deps, gateway);
  if (isLoopback(new URL(url)) && !isLoopback(new URL(gateway.baseUrl))) return refuse('public_url_local');
  const answer = await provider.takeTextsAt(url);
  if (!answer.ok) return unanswered(deps, { ...opened.value, operation: 'inbound' }, answer);
  const change = answer.value;
  if (change !== 'unchanged')
    await inTransaction(deps.db, async (tx) => {
      const subject = `gateway:${gateway.id}`;
      await recordAudit(tx, { companyId, actor, action: 'gateway.inbound_registered', subject, data: { change } });
      await announce(tx, { type: 'gateway.changed', companyId: String(companyId), id: null });
    });
  return done({ url, change });
}
