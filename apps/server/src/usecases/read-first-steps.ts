import { hasSentCampaigns } from '../db/campaigns.ts';
import { hasContractors } from '../db/contractors.ts';
import { firstSteps, type FirstStep } from '../domain/first-steps.ts';
import { checkEntitlement } from './check-entitlement.ts';
import type { Deps, EmulatorAccess } from './deps.ts';
import { readToken } from './open-gateway.ts';

export interface FirstSteps {
  readonly done: boolean;
  readonly steps: readonly { readonly step: FirstStep; readonly done: boolean }[];
  readonly emulator: { readonly url: string } | null;
}

/** How long an emulator beside us may take to show that it is there. */
const GLANCE_MS = 1_000;

/** What a company still needs before its first campaign, and whether an emulator is at hand to try it with. */
export async function readFirstSteps(
  deps: Pick<Deps, 'db' | 'vault' | 'clock' | 'line' | 'providers' | 'emulator'>,
  companyId: number,
): Promise<FirstSteps> {
  const [found, { service }, filled, sent, emulator] = await Promise.all([
    readToken(deps, companyId),
    checkEntitlement(deps, companyId),
    hasContractors(deps.db, companyId),
    hasSentCampaigns(deps.db, companyId),
    answeringEmulator(deps),
  ]);
  const gateway = found && {
    token: found.token.state,
    verifiedAt: found.gateway.verifiedAt,
    sender: found.gateway.sender,
  };
  const steps = firstSteps({ gateway, serviceEnabled: service.enabled, hasContractors: filled, hasSent: sent });
  return { done: steps.every(({ done }) => done), steps, emulator: emulator && { url: emulator.baseUrl } };
}

/** The emulator that runs with this server, when it answers as one. */
export async function answeringEmulator({
  emulator,
  providers,
}: Pick<Deps, 'emulator' | 'providers'>): Promise<EmulatorAccess | null> {
  if (!emulator) return null;
  const handsets = providers.get('smsapi')?.handsets?.({ ...emulator, timeoutMs: GLANCE_MS });
  const answer = await handsets?.list({ search: '', phones: [], limit: 1 });
  return answer?.ok ? emulator : null;
}
