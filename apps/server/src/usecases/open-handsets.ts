import type { GatewayRow } from '../db/gateways.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import type { HandsetAnswer, Handsets } from '../providers/handsets.ts';
import type { Deps } from './deps.ts';
import { readToken, type StoredToken } from './open-gateway.ts';

type HandsetDeps = Pick<Deps, 'db' | 'vault' | 'providers'>;

const TIMEOUT_MS = 5_000;
/** The settings of a gateway are not kept waiting for long. */
const GLANCE_MS = 1_000;

/** The handsets behind the company's gateway. A gateway that may be a real one is not even asked. */
export async function openHandsets(deps: HandsetDeps, companyId: number): Promise<Outcome<Handsets>> {
  const found = await readToken(deps, companyId);
  if (!found) return refuse('gateway_missing');
  const handsets = handsetsOf(deps, found, TIMEOUT_MS);
  return handsets ? done(handsets) : refuse('emulator_only');
}

/** Whether an emulator answers as the company's gateway, at this moment. */
export async function isEmulator(
  deps: Pick<Deps, 'providers'>,
  at: { readonly gateway: GatewayRow; readonly token: StoredToken },
): Promise<boolean> {
  const answer = await handsetsOf(deps, at, GLANCE_MS)?.list({ search: '', phones: [], limit: 1 });
  return answer?.ok ?? false;
}

/** The answer of an emulator, or the refusal that tells what is there instead. */
export function answerOf<T>(answer: HandsetAnswer<T>): Outcome<T> {
  if (answer.ok) return done(answer.value);
  return refuse(answer.why === 'unreachable' ? 'emulator_unreachable' : 'emulator_only');
}

function handsetsOf(
  { providers }: Pick<Deps, 'providers'>,
  { gateway, token }: { readonly gateway: GatewayRow; readonly token: StoredToken },
  timeoutMs: number,
): Handsets | null {
  const { baseUrl, provider } = gateway;
  const secret = token.state === 'stored' ? token.secret : null;
  return providers.get(provider)?.handsets?.({ baseUrl, token: secret, timeoutMs }) ?? null;
}
