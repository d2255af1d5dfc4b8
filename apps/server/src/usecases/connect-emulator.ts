import { findGateway, type GatewayRow, type GatewaySettings } from '../db/gateways.ts';
import { isLoopback } from '../domain/loopback.ts';
import { refuse, type Outcome } from '../domain/refusal.ts';
import type { Actor, Deps } from './deps.ts';
import { answeringEmulator } from './read-first-steps.ts';
import { registerInbound } from './register-inbound.ts';
import { saveGatewayToken } from './save-gateway-token.ts';
import { saveGateway } from './save-gateway.ts';

/**
 * Makes the emulator beside this server the gateway of a company, so that everything can be tried without an account and without
 * money. A gateway that sends to the world is never turned into it by this. `defaults` are for a company without a gateway.
 */
export async function connectEmulator(
  deps: Pick<Deps, 'db' | 'clock' | 'vault' | 'providers' | 'publicUrl' | 'emulator' | 'log'>,
  input: { readonly companyId: number; readonly actor: Actor; readonly defaults: GatewaySettings },
): Promise<Outcome<GatewayRow>> {
  const { companyId, actor } = input;
  const emulator = await answeringEmulator(deps);
  if (!emulator) return refuse('emulator_unreachable');
  const { baseUrl, token } = emulator;
  const before = await findGateway(deps.db, companyId);
  if (before && before.accountName !== null && !isLocal(before.baseUrl)) return refuse('gateway_in_use');
  const settings = {
    ...pick(before ?? input.defaults),
    baseUrl,
    sender: isSame(before, baseUrl) ? before.sender : null,
  };
  const saved = await saveGateway(deps, { companyId, actor, settings });
  if (!saved.ok) return saved;
  const sealed = await saveGatewayToken(deps, { companyId, actor, token });
  // Replies are an extra: an emulator that does not take our address is a gateway all the same.
  if (sealed.ok) await registerInbound(deps, { companyId, actor });
  return sealed;
}

const isLocal = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && isLoopback(url);
};

const isSame = (before: GatewayRow | undefined, baseUrl: string): before is GatewayRow =>
  before !== undefined && URL.parse(before.baseUrl)?.origin === URL.parse(baseUrl)?.origin;

function pick(from: GatewaySettings): GatewaySettings {
  const { provider, baseUrl, sender, timeoutMs, batchSize, requestsPerSecond } = from;
  const { concurrency, maxParts, pointValue, lowBalance, settleAutomatically } = from;
  const pace = { timeoutMs, batchSize, requestsPerSecond, concurrency };
  return { provider, baseUrl, sender, ...pace, maxParts, pointValue, lowBalance, settleAutomatically };
}
