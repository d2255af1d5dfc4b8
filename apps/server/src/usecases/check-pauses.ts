import { inTransaction } from '../db/database.ts';
import { isHeld, readInstance } from '../db/instance.ts';
import { claimPauseCheck, postponeCheck, resumePaused, type PauseCheck, type PausedCampaign } from '../db/pauses.ts';
import { probeRoom } from '../db/room-probe.ts';
import { judgeFunds } from '../domain/balance.ts';
import { effectiveToday } from '../domain/entitlement-day.ts';
import { nextCheckAt, proofOfPause } from '../domain/pause-check.ts';
import type { StopProof } from '../domain/pause-rules.ts';
import { senderObstacle } from '../domain/sender.ts';
import type { AccountProfile, Answer, SenderState } from '../providers/provider.ts';
import { announceCampaign } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { leftToSend } from './left-to-send.ts';
import { openGateway } from './open-gateway.ts';
import { recordProfile } from './record-profile.ts';

/** Longer than any question to a gateway may take: a check of a dead worker is due again after this. */
const CHECK_LEASE_MS = 150_000;

/** Takes the next look at the cause of a pause that is due; null when none is. Committed on return. */
export async function claimNextCheck(deps: Pick<Deps, 'db' | 'clock'>): Promise<PauseCheck | null> {
  return inTransaction(deps.db, (tx) => claimPauseCheck(tx, { now: deps.clock(), leaseMs: CHECK_LEASE_MS }));
}

/**
 * Looks whether the cause of a pause is gone, by one question for all campaigns of a company, and lets those go on whose
 * cause is. The rest is looked at again later and later (domain/pause-rules.ts), and after three days by nobody.
 */
export async function checkPause(deps: Deps, check: PauseCheck, signal?: AbortSignal): Promise<void> {
  const gone = await findGone(deps, check, signal);
  const now = deps.clock();
  const checks = Math.max(...check.campaigns.map(({ pauseChecks }) => pauseChecks)) + 1;
  const resumed = await inTransaction(deps.db, async (tx) => {
    const held = await isHeld(tx);
    const going = held ? [] : check.campaigns.filter(({ id }) => gone.has(id));
    const standing = check.campaigns.filter((campaign) => !going.includes(campaign));
    const campaignIds = going.map(({ id }) => id);
    const on = await resumePaused(tx, { cause: check.cause, campaignIds, checks });
    const chance = Math.random();
    for (const campaign of standing) {
      const proof = proofFor(deps, check, campaign);
      const next = nextCheckAt({ cause: check.cause, proof, pausedAt: campaign.pausedAt, vain: checks }, now, chance);
      await postponeCheck(tx, { check, campaignIds: [campaign.id], checks, nextCheckAt: next });
    }
    for (const campaign of [...on, ...standing]) await announceCampaign(tx, campaign);
    return on;
  });
  if (resumed.length > 0)
    deps.log.info({ campaignIds: resumed.map(({ id }) => id), cause: check.cause }, 'campaign.resumed');
}

/** The campaigns whose cause is seen to be gone. Each question is asked once. */
async function findGone(deps: Deps, check: PauseCheck, signal: AbortSignal | undefined): Promise<ReadonlySet<number>> {
  const questions = createQuestions(deps, check.companyId, signal);
  const gone = new Set<number>();
  let promised = 0;
  for (const campaign of check.campaigns) {
    const proof = proofFor(deps, check, campaign);
    if (proof === null) continue;
    const need = proof === 'balance' ? promised + (await leftToSend(deps.db, campaign)) : 0;
    if (!(await isGone(deps, questions, proof, need))) continue;
    gone.add(campaign.id);
    promised = need;
  }
  return gone;
}

function proofFor(deps: Pick<Deps, 'providers'>, check: PauseCheck, { pauseCode }: PausedCampaign): StopProof | null {
  const byAdapter = [...deps.providers.values()].map((kind) => kind.proofOf(pauseCode ?? '')).find(Boolean) ?? null;
  return proofOfPause(check.cause, pauseCode, byAdapter);
}

async function isGone(deps: Deps, ask: Questions, proof: StopProof, neededPoints: number): Promise<boolean> {
  switch (proof) {
    case 'time': {
      const { highestDate } = await readInstance(deps.db);
      return effectiveToday(deps.clock(), highestDate).warning === null;
    }
    case 'room':
      return hasRoom(deps);
    case 'answer': {
      // An account that cannot even be asked is another cause: the next batch finds it.
      const profile = await ask.profile();
      return profile === null || profile.ok || profile.cause !== 'gateway_down';
    }
    case 'account':
      return (await ask.profile())?.ok === true;
    case 'balance': {
      const profile = await ask.profile();
      return profile?.ok === true && judgeFunds(profile.value, neededPoints).obstacle === null;
    }
    case 'sender': {
      const found = await ask.senders();
      return found?.answer.ok === true && senderObstacle(found.sender, found.answer.value) === null;
    }
  }
}

async function hasRoom(deps: Pick<Deps, 'db'>): Promise<boolean> {
  try {
    await probeRoom(deps.db);
    return true;
  } catch {
    return false;
  }
}

/** The gateway of a company; every answer is null when there is no usable token. */
interface Questions {
  profile(): Promise<Answer<AccountProfile> | null>;
  senders(): Promise<{ readonly sender: string | null; readonly answer: Answer<readonly SenderState[]> } | null>;
}

/** Asked at most once for what several campaigns want to know; what the gateway tells of the account is kept. */
function createQuestions(deps: Deps, companyId: number, signal: AbortSignal | undefined): Questions {
  const open = once(async () => {
    const found = await openGateway(deps, companyId);
    return found.ok ? found.value : null;
  });
  const profile = once(async () => {
    const found = await open();
    if (!found) return null;
    const answer = await found.provider.profile(signal);
    if (answer.ok) await recordProfile(deps, found.gateway, { ...answer.value, partPrice: null, readAt: deps.clock() });
    return answer;
  });
  const senders = once(async () => {
    const found = await open();
    return found && { sender: found.gateway.sender, answer: await found.provider.senders(signal) };
  });
  return { profile, senders };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= ask());
}
