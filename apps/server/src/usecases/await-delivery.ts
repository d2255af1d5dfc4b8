import { setTimeout as sleep } from 'node:timers/promises';
import { findCampaign, finishCampaigns } from '../db/campaigns.ts';
import { inTransaction } from '../db/database.ts';
import { listDuePolls, notePoll, takeTurn } from '../db/delivery-polls.ts';
import { closeUnreported, listAwaited } from '../db/messages.ts';
import { isFinalDelivery } from '../domain/delivery.ts';
import { decide } from '../domain/campaign.ts';
import type { Reason } from '../domain/reason.ts';
import { done, refuse, type Outcome } from '../domain/refusal.ts';
import { backOffMs, type BackOff } from '../domain/retry-delay.ts';
import { announceCampaign, factsOf } from './command-campaign.ts';
import type { Deps } from './deps.ts';
import { noteGatewayTrouble } from './note-gateway-trouble.ts';
import { openGateway } from './open-gateway.ts';
import { recordReports } from './record-reports.ts';

/** Ids in one question; the dossier knows no limit, so the batch size of sending is taken. */
const ASKED_AT_ONCE = 100;

/** Questions per campaign when a person asks, and per company at each turn of the schedule: the rest is for the next turn. */
const QUESTIONS = { person: 50, schedule: 20 } as const;

/** Longer than this nobody waits for a turn at the gateway: it has asked to be left alone. */
const PATIENCE_MS = 5_000;

/** Design section 3: a message without a report for 72 h is `no_report`. */
const REPORT_PATIENCE_MS = 72 * 3_600_000;

/** A message is asked about by itself only after its report had this long to come. */
const QUIET_MS = 10 * 60_000;

/** Between the rounds about one campaign: a gateway that cannot or will not tell is asked more and more seldom. */
const ROUNDS: BackOff = { firstMs: QUIET_MS, longestMs: 6 * 3_600_000 };

export interface DeliveryCheck {
  readonly asked: number;
  readonly changed: number;
  /** Why not all could be asked, when so. */
  readonly notice: Reason | null;
}

/**
 * *Sprawdź doręczenie*: asks the gateway about the accepted messages of a campaign that await their report (S12). Of a very long
 * campaign it asks about the first, and the schedule goes on with the rest.
 */
export async function checkDelivery(
  deps: Deps,
  input: { readonly companyId: number; readonly campaignId: number },
): Promise<Outcome<DeliveryCheck>> {
  const campaign = await findCampaign(deps.db, input);
  if (!campaign) return refuse('not_found');
  const decision = decide(await factsOf(deps.db, campaign), 'check_delivery');
  if (!decision.ok) return refuse(decision.refusal);
  const now = deps.clock();
  // What was accepted a moment ago by the database's clock is accepted by ours too.
  const acceptedBefore = new Date(now.getTime() + QUIET_MS);
  const asked = await ask(deps, { ...input, acceptedBefore, after: 0, questions: QUESTIONS.person });
  if (!asked.ok) return asked;
  const { next, ...check } = asked.value;
  if (next.kind === 'more') await notePoll(deps.db, campaign.id, { polledTo: next.after, pollRounds: 0, pollAt: now });
  return done(check);
}

interface Asked extends DeliveryCheck {
  readonly questions: number;
  /** All were asked about, or there is more after this message, or the gateway did not answer. */
  readonly next: { readonly kind: 'end' | 'silence' } | { readonly kind: 'more'; readonly after: number };
}

/** Asks in slices, each in its turn, at most `questions` times. */
async function ask(
  deps: Deps,
  about: {
    readonly companyId: number;
    readonly campaignId: number;
    readonly acceptedBefore: Date;
    readonly after: number;
    readonly questions: number;
  },
): Promise<Outcome<Asked>> {
  const { companyId } = about;
  const opened = await openGateway(deps, companyId);
  if (!opened.ok) return opened;
  const { gateway, kind, provider } = opened.value;
  const origin = { companyId, gatewayId: gateway.id, source: 'query', raw: null } as const;
  let [asked, changed, questions, after] = [0, 0, 0, about.after];
  const come = (next: Asked['next'], notice: Reason | null = null) => done({ asked, changed, questions, notice, next });
  for (;;) {
    const awaited = await listAwaited(deps.db, { ...about, after, limit: ASKED_AT_ONCE });
    const last = awaited.at(-1);
    if (!last) return come({ kind: 'end' });
    const waitMs = questions < about.questions ? await takeTurn(deps.db, companyId, PATIENCE_MS) : null;
    if (waitMs === null) return come({ kind: 'more', after });
    await sleep(waitMs);
    questions += 1;
    const answer = await provider.reports(awaited.map(({ providerId }) => providerId));
    if (!answer.ok) {
      const { code } = answer;
      await noteGatewayTrouble(deps, { companyId, gatewayId: gateway.id, operation: 'reports', code });
      return come({ kind: 'silence' }, kind.explain(code));
    }
    const news = answer.value.filter(({ delivery }) => isFinalDelivery(delivery));
    await recordReports(
      deps,
      news.map((report) => ({ report, origin })),
    );
    asked += awaited.length;
    changed += news.length;
    after = last.id;
  }
}

/**
 * The schedule's version of *Sprawdź doręczenie*: for reports that got lost on their way to us. Few questions at each turn, in
 * the gateway's rate; where it stopped it goes on at the next turn, with whoever has waited longest.
 */
export async function checkPendingDelivery(deps: Deps): Promise<void> {
  const now = deps.clock();
  const acceptedBefore = new Date(now.getTime() - QUIET_MS);
  const left = new Map<number, number>();
  for (const poll of await listDuePolls(deps.db, { now, quietSince: acceptedBefore })) {
    const { id: campaignId, companyId } = poll;
    const questions = left.get(companyId) ?? QUESTIONS.schedule;
    if (questions === 0) continue;
    const asked = await ask(deps, { companyId, campaignId, acceptedBefore, after: poll.polledTo, questions });
    const next = asked.ok ? asked.value.next : ({ kind: 'silence' } as const);
    left.set(companyId, asked.ok && next.kind === 'end' ? questions - asked.value.questions : 0);
    const rounds = Math.min(poll.pollRounds + 1, MOST_ROUNDS);
    const later = new Date(now.getTime() + backOffMs(ROUNDS, rounds, Math.random()));
    await notePoll(
      deps.db,
      campaignId,
      next.kind === 'more'
        ? { polledTo: next.after, pollRounds: poll.pollRounds, pollAt: now }
        : { polledTo: next.kind === 'end' ? 0 : poll.polledTo, pollRounds: rounds, pollAt: later },
    );
    const told = asked.ok ? { asked: asked.value.asked, changed: asked.value.changed } : { code: asked.refusal.code };
    deps.log.info({ campaignId, companyId, ...told, next: next.kind }, 'delivery.polled');
  }
}

/** More rounds than the doubling of their pause has steps. */
const MOST_ROUNDS = 100;

/** Messages nobody reported on for 72 h. A late report still wins over this. */
export async function closeUnreportedMessages(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const touched = await closeUnreported(tx, new Date(deps.clock().getTime() - REPORT_PATIENCE_MS));
    if (touched.length === 0) return;
    await finishCampaigns(
      tx,
      touched.map(({ campaignId }) => campaignId),
    );
    for (const { campaignId, companyId } of touched) await announceCampaign(tx, { id: campaignId, companyId });
  });
}
