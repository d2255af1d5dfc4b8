import type { Db } from '../db/database.ts';
import { findGatewayAccess, TOKEN_PURPOSE, type GatewayRow } from '../db/gateways.ts';
import type { Reason } from '../domain/reason.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { Provider, ProviderKind } from '../providers/provider.ts';
import type { SealContext, Vault } from '../secrets/vault.ts';
import type { Deps } from './deps.ts';

export interface OpenGateway {
  readonly gateway: GatewayRow;
  readonly kind: ProviderKind;
  readonly provider: Provider;
}

/** The gateway with its token, ready to be asked: one query, since sending does this for every batch. */
export async function openGateway(
  deps: Pick<Deps, 'db' | 'vault' | 'providers'>,
  companyId: number,
): Promise<Outcome<OpenGateway>> {
  const found = await readToken(deps, companyId);
  if (!found) return refuse('gateway_missing');
  const { gateway, token } = found;
  if (token.state === 'missing') return refuse('token_missing');
  if (token.state === 'unreadable') return refuse('token_unreadable');
  const kind = deps.providers.get(gateway.provider);
  if (!kind) return refuse('provider_unknown');
  const { baseUrl, timeoutMs } = gateway;
  return done({ gateway, kind, provider: kind.connect({ baseUrl, timeoutMs, token: token.secret }) });
}

export type StoredToken =
  | { readonly state: 'missing' }
  /** Sealed on another server: nothing is deleted, it has to be entered again (S15). */
  | { readonly state: 'unreadable' }
  | { readonly state: 'stored'; readonly secret: string };

/** The gateway's settings, and its token as far as this server can read it. */
export async function readToken(
  deps: { readonly db: Db; readonly vault: Vault },
  companyId: number,
): Promise<{ readonly gateway: GatewayRow; readonly token: StoredToken } | null> {
  const access = await findGatewayAccess(deps.db, companyId);
  if (!access) return null;
  const { wrappedKey, sealedToken, ...gateway } = access;
  if (sealedToken === null) return { gateway, token: { state: 'missing' } };
  if (wrappedKey === null) return { gateway, token: { state: 'unreadable' } };
  const opened = deps.vault.open(wrappedKey, tokenContext(gateway), sealedToken);
  return { gateway, token: opened.ok ? { state: 'stored', secret: opened.secret } : { state: 'unreadable' } };
}

/** Binds a sealed token to the very gateway it is for. */
export function tokenContext(gateway: Pick<GatewayRow, 'id' | 'companyId'>): SealContext {
  return { purpose: TOKEN_PURPOSE, companyId: String(gateway.companyId), recordId: String(gateway.id) };
}

/** A code that nobody can put into words. */
export const unexplained = (code: string): Reason => ({
  code,
  sentence: { pl: 'Bramka podała nieznany powód.', en: 'The gateway gave an unknown reason.' },
  action: null,
});

/** A code of the gateway in words. */
export function reasonFrom(kind: ProviderKind, code: string): Reason {
  return kind.explain(code) ?? unexplained(code);
}
