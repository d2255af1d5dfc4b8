import { announce } from '../db/announcements.ts';
import { recordAudit } from '../db/audit-events.ts';
import { lockCompany, setWrappedKey } from '../db/companies.ts';
import { inTransaction, type Db } from '../db/database.ts';
import {
  findGateway,
  forgetAccount,
  hasUnsettledBatches,
  lockGateway,
  TOKEN_PURPOSE,
  type GatewayRow,
} from '../db/gateways.ts';
import { checkPausesNow } from '../db/pauses.ts';
import { storeSecret } from '../db/sealed-secrets.ts';
import type { Reason } from '../domain/reason.ts';
import { done, reasonOf, refuse, type Outcome } from '../domain/refusal.ts';
import type { AccountProfile } from '../providers/provider.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Actor, Deps } from './deps.ts';
import { reasonFrom, tokenContext } from './open-gateway.ts';
import { recordProfile } from './record-profile.ts';

/** What fits into an HTTP header and was never meant to hold a space. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * Seals a new token for this server (S2, S15). It also heals a moved database: a company key of another server is replaced by
 * a new one, the old text goes when the new one comes, and other companies' secrets are not touched.
 *
 * While messages are uncertain the token must be one of the same account: only that account answers "already taken" (error
 * 53) to a repeated idx, any other would send them a second time.
 *
 * With `check` it is tried first, and one that opens no account leaves the one before it as it was. Without, it is stored
 * whatever it is worth: a server that cannot reach the gateway yet must be set up too.
 */
export async function saveGatewayToken(
  deps: Pick<Deps, 'db' | 'clock' | 'vault' | 'providers'>,
  input: { readonly companyId: number; readonly actor: Actor; readonly token: string; readonly check?: boolean },
): Promise<Outcome<GatewayRow>> {
  const { companyId, actor, token, check = false } = input;
  if (!TOKEN.test(token)) return refuse('token_malformed');
  const found = await findGateway(deps.db, companyId);
  if (!found) return refuse('gateway_missing');
  const unsettled = await hasUnsettledBatches(deps.db, found);
  const tried = check || unsettled ? await tryToken(deps, found, token) : null;
  if (check && tried?.ok === false)
    return refuse(tried.unreachable ? 'token_unchecked' : 'token_refused', { reasons: [tried.reason] });
  // whose account it is must be known by name; not knowing is not enough
  const sameAccount = tried?.ok === true && tried.profile.name !== null && tried.profile.name === found.accountName;
  if (unsettled && !sameAccount)
    return refuse('gateway_unsettled', { reasons: tried?.ok === false ? [tried.reason] : [] });

  const saved = await inTransaction(deps.db, async (tx): Promise<Outcome<GatewayRow>> => {
    const wrappedKey = await companyKey(tx, deps.vault, companyId);
    const gateway = await lockGateway(tx, companyId);
    if (wrappedKey === null || !gateway) return refuse('gateway_missing');
    if (!unsettled && (await hasUnsettledBatches(tx, gateway))) return refuse('gateway_unsettled');
    const sealed = deps.vault.seal(wrappedKey, tokenContext(gateway), token);
    await storeSecret(tx, { companyId, purpose: TOKEN_PURPOSE, recordId: gateway.id, sealed });
    if (!unsettled) await forgetAccount(tx, companyId);
    await checkPausesNow(tx, companyId, deps.clock());
    await recordAudit(tx, { companyId, actor, action: 'gateway.token_saved', subject: `gateway:${gateway.id}` });
    await announce(tx, { type: 'gateway.changed', companyId: String(companyId), id: null });
    return done((await findGateway(tx, companyId)) ?? gateway);
  });
  if (!saved.ok || tried?.ok !== true) return saved;
  return done(await recordProfile(deps, saved.value, { ...tried.profile, partPrice: null, readAt: deps.clock() }));
}

/** The company's key as this server can use it: the one there is, or a new one in its place. */
async function companyKey(tx: Db, vault: Vault, companyId: number): Promise<string | null> {
  const company = await lockCompany(tx, companyId);
  if (!company) return null;
  const { wrappedKey } = company;
  if (wrappedKey !== null && vault.companyKeyState(wrappedKey, String(companyId)) === 'readable') return wrappedKey;
  const fresh = vault.newCompanyKey(String(companyId));
  await setWrappedKey(tx, companyId, fresh);
  return fresh;
}

type Tried =
  | { readonly ok: true; readonly profile: AccountProfile }
  | { readonly ok: false; readonly unreachable: boolean; readonly reason: Reason };

/** What a token opens, asked of the gateway before it is stored. */
async function tryToken(deps: Pick<Deps, 'providers'>, gateway: GatewayRow, token: string): Promise<Tried> {
  const kind = deps.providers.get(gateway.provider);
  if (!kind) return { ok: false, unreachable: false, reason: reasonOf('provider_unknown') };
  const { baseUrl, timeoutMs } = gateway;
  const answer = await kind.connect({ baseUrl, timeoutMs, token }).profile();
  return answer.ok
    ? { ok: true, profile: answer.value }
    : { ok: false, unreachable: answer.cause === 'gateway_down', reason: reasonFrom(kind, answer.code) };
}
