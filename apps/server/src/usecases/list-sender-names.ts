import { done, type Outcome } from '../domain/refusal.ts';
import type { SenderState } from '../providers/provider.ts';
import type { Deps } from './deps.ts';
import { openGateway } from './open-gateway.ts';
import { unanswered } from './read-balance.ts';

/** The sender names of the account, with their state, as the gateway lists them now (S4). */
export async function listSenderNames(
  deps: Pick<Deps, 'db' | 'vault' | 'providers' | 'log'>,
  companyId: number,
): Promise<Outcome<readonly SenderState[]>> {
  const opened = await openGateway(deps, companyId);
  if (!opened.ok) return opened;
  const senders = await opened.value.provider.senders();
  return senders.ok ? done(senders.value) : unanswered(deps, { ...opened.value, operation: 'senders' }, senders);
}
