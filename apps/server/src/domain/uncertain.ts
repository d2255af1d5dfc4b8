import type { CampaignState } from './campaign.ts';
import type { Sentence } from './reason.ts';
import type { RefusalCode } from './refusal.ts';

/**
 * What may become of a message of which nobody knows whether the gateway took it (design section 4, step 6).
 *
 * The gateway itself is the best witness: within the window the same batch with the same idx is asked for again, and either it
 * goes out now or error 53 says that it had been taken. Only when no such answer can come any more does a person decide, and a
 * second sending, which may reach the same handset twice, is barred until then. To call a message sent costs nothing twice,
 * so that is allowed at any time.
 */

/** The gateway remembers an idx for at least 24 h (dossier 2.4); nothing uncertain is asked for again after 20. */
export const SETTLE_WINDOW_MS = 20 * 3_600_000;

export const uncertainDecisions = ['treat_as_sent', 'send_again'] as const;
export type UncertainDecision = (typeof uncertainDecisions)[number];

/** What a person has to say to have a message sent again: it names what may happen. */
export const SEND_AGAIN_RISK = 'may_be_sent_twice';

/** What a person takes upon himself with each decision: shown before it, kept in the audit trail after it. */
export const uncertainRisks: Readonly<Record<UncertainDecision, Sentence>> = {
  treat_as_sent: {
    pl: 'Jeśli bramka nie przyjęła tej wiadomości, odbiorca jej nie dostanie.',
    en: 'If the gateway did not take this message, the recipient will not get it.',
  },
  send_again: {
    pl: 'Jeśli bramka przyjęła już tę wiadomość, odbiorca dostanie ją dwa razy i dwa razy będzie kosztować.',
    en: 'If the gateway has taken this message already, the recipient will get it twice, and it will cost twice.',
  },
};

/** What the rules look at. */
export interface UncertainFacts {
  readonly campaignState: CampaignState;
  /** When the gateway was first asked; its memory of the idx counts from here. */
  readonly firstAttemptAt: Date;
  /** The setting of the gateway: whether the program asks again by itself. */
  readonly settleAutomatically: boolean;
  /** The clock was set back since: no program asks again. */
  readonly ageUnknown: boolean;
  /** The installation is held (restored, moved, cloned). */
  readonly held: boolean;
}

/** Until when the gateway may still be asked by itself; null when it will not be. A paused campaign may be resumed, so it counts. */
export function settlesUntil(facts: UncertainFacts): Date | null {
  const { campaignState, firstAttemptAt, settleAutomatically, ageUnknown } = facts;
  if (!settleAutomatically || ageUnknown) return null;
  if (campaignState === 'cancelled' || campaignState === 'finished') return null;
  return new Date(firstAttemptAt.getTime() + SETTLE_WINDOW_MS);
}

/** Whether the program will still find out by itself, or a person has to. */
export function awaitedOf(facts: UncertainFacts, now: Date): 'gateway' | 'person' {
  const until = settlesUntil(facts);
  return until !== null && now < until ? 'gateway' : 'person';
}

/** Why a decision is barred, or null. Consent, suppression, entitlement and balance are asked by the use case besides. */
export function barUncertain(facts: UncertainFacts, decision: UncertainDecision, now: Date): RefusalCode | null {
  switch (decision) {
    case 'treat_as_sent':
      return null;
    case 'send_again':
      if (facts.campaignState === 'cancelled') return 'campaign_cancelled';
      if (facts.campaignState === 'finished') return 'campaign_finished';
      if (facts.held) return 'restore_hold';
      return awaitedOf(facts, now) === 'gateway' ? 'uncertain_still_settling' : null;
  }
}
