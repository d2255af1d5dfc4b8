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
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Actor, Deps } from './deps.ts';
import { reasonFrom, tokenContext } from './open-gateway.ts';

/** What fits into an HTTP header and was never meant to hold a space. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * Seals a new token for this server (S2, S15). It also heals a moved database: a company key of another server is replaced by
 * a new one, the old text goes when the new one comes, and other companies' secrets are not touched.
 *
 * While messages are uncertain the token must be one of the same account: only that account answers "already taken" (error
 * 53) to a repeated idx, any other would send them a second time.
 */
export async function saveGatewayToken(
  deps: Pick<Deps, 'db' | 'clock' | 'vault' | 'providers'>,
  input: { readonly companyId: number; readonly actor: Actor; readonly token: string },
): Promise<Outcome<GatewayRow>> {
  const { companyId, actor, token } = input;
  if (!TOKEN.test(token)) return refuse('token_malformed');
  const found = await findGateway(deps.db, companyId);
  if (!found) return refuse('gateway_missing');
  const account = (await hasUnsettledBatches(deps.db, found)) ? await compareAccount(deps, found, token) : null;
  if (account !== null && !account.same) return refuse('gateway_unsettled', { reasons: account.reasons });

  return inTransaction(deps.db, async (tx) => {
    const wrappedKey = await companyKey(tx, deps.vault, companyId);
    const gateway = await lockGateway(tx, companyId);
    if (wrappedKey === null || !gateway) return refuse('gateway_missing');
    if (account === null && (await hasUnsettledBatches(tx, gateway))) return refuse('gateway_unsettled');
    const sealed = deps.vault.seal(wrappedKey, tokenContext(gateway), token);
    await storeSecret(tx, { companyId, purpose: TOKEN_PURPOSE, recordId: gateway.id, sealed });
    if (account === null) await forgetAccount(tx, companyId);
    await checkPausesNow(tx, companyId, deps.clock());
    await recordAudit(tx, { companyId, actor, action: 'gateway.token_saved', subject: `gateway:${gateway.id}` });
    await announce(tx, { type: 'gateway.changed', companyId: String(companyId), id: null });
    return done((await findGateway(tx, companyId)) ?? gateway);
  });
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

/** Whether a token opens the account that was used so far, by the account's name; not knowing is not enough. */
async function compareAccount(
  deps: Pick<Deps, 'providers'>,
  gateway: GatewayRow,
  token: string,
): Promise<{ readonly same: boolean; readonly reasons: readonly Reason[] }> {
  const kind = deps.providers.get(gateway.provider);
  if (!kind) return { same: false, reasons: [] };
  const profile = await kind.connect({ baseUrl: gateway.baseUrl, timeoutMs: gateway.timeoutMs, token }).profile();
  if (!profile.ok) return { same: false, reasons: [reasonFrom(kind, profile.code)] };
  return { same: profile.value.name !== null && profile.value.name === gateway.accountName, reasons: [] };
}
