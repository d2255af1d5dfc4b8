import { randomBytes } from 'node:crypto';
import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { inTransaction } from '../db/database.ts';
import {
  findGateway,
  hasUnsettledBatches,
  lockGateway,
  TOKEN_PURPOSE,
  upsertGateway,
  type GatewayRow,
  type GatewaySettings,
} from '../db/gateways.ts';
import { checkPausesNow } from '../db/pauses.ts';
import { deleteSecret } from '../db/sealed-secrets.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { senderObstacle } from '../domain/sender.ts';
import type { Actor, Deps } from './deps.ts';
import { readToken } from './open-gateway.ts';

/** The path of delivery reports is a secret of its own: 192 random bits (dossier 4.1: callbacks are not signed). */
const newCallbackSecret = (): string => randomBytes(24).toString('base64url');

/**
 * Saves the settings of the gateway (S1, S3, S4). The address must be one of the provider's; a token entered for another
 * address is dropped with the change, since it was meant for that one. A sender the gateway does not call usable is refused
 * while the gateway can be asked; otherwise the send gate asks again.
 */
export async function saveGateway(
  deps: Pick<Deps, 'db' | 'clock' | 'vault' | 'providers'>,
  input: { readonly companyId: number; readonly actor: Actor; readonly settings: GatewaySettings },
): Promise<Outcome<GatewayRow>> {
  const { companyId, actor } = input;
  const kind = deps.providers.get(input.settings.provider);
  if (!kind) return refuse('provider_unknown');
  const url = URL.parse(input.settings.baseUrl);
  if (!url || !kind.allowsBaseUrl(url)) return refuse('base_url_not_allowed');
  const settings = { ...input.settings, baseUrl: url.href };

  const barred = await askAboutSender(deps, companyId, settings);
  if (barred) return barred;
  return inTransaction(deps.db, async (tx) => {
    const before = await lockGateway(tx, companyId);
    const moves = before !== undefined && !sameAddress(before, settings);
    if (moves && (await hasUnsettledBatches(tx, before))) return refuse('gateway_unsettled');
    const gateway = await upsertGateway(tx, { ...settings, companyId, callbackSecret: newCallbackSecret() });
    const dropped = moves && (await deleteSecret(tx, { companyId, purpose: TOKEN_PURPOSE, recordId: gateway.id }));
    await checkPausesNow(tx, companyId, deps.clock());
    const subject = `gateway:${gateway.id}`;
    await recordAudit(tx, { companyId, actor, action: 'gateway.saved', subject, data: settings });
    if (dropped) await recordAudit(tx, { companyId, actor, action: 'gateway.token_dropped', subject });
    await announce(tx, { type: 'gateway.changed', companyId: String(companyId), id: null });
    return done(gateway);
  });
}

/** A refusal naming the sender's state; null when all is well or nobody can tell now. Outside any transaction. */
async function askAboutSender(
  deps: Pick<Deps, 'db' | 'vault' | 'providers'>,
  companyId: number,
  settings: GatewaySettings,
): Promise<ReturnType<typeof refuse> | null> {
  const before = await findGateway(deps.db, companyId);
  if (settings.sender === null || !before || !sameAddress(before, settings)) return null;
  const token = (await readToken(deps, companyId))?.token;
  const kind = deps.providers.get(settings.provider);
  if (token?.state !== 'stored' || !kind) return null;
  const { baseUrl, timeoutMs } = settings;
  const senders = await kind.connect({ baseUrl, timeoutMs, token: token.secret }).senders();
  if (!senders.ok) return null;
  const obstacle = senderObstacle(settings.sender, senders.value);
  if (obstacle === null) return null;
  const usable = senders.value.filter((each) => each.usable).map((each) => each.sender);
  const detail = `${settings.sender}; można użyć / usable: ${usable.join(', ') || '–'}`;
  return refuse(obstacle, { errors: [{ pointer: '/body/sender', detail, code: obstacle }] });
}

const sameAddress = (
  a: Pick<GatewaySettings, 'provider' | 'baseUrl'>,
  b: Pick<GatewaySettings, 'provider' | 'baseUrl'>,
): boolean => a.provider === b.provider && URL.parse(a.baseUrl)?.origin === URL.parse(b.baseUrl)?.origin;
