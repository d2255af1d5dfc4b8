import type { PauseCause } from './campaign.ts';
import { pauseRules, type StopProof } from './pause-rules.ts';
import { backOffMs } from './retry-delay.ts';

/**
 * Longer than a weekend. What has stood for longer is not set going by a program: its text may be out of date.
 */
export const GOES_ON_WITHIN_MS = 72 * 3_600_000;

/** Reasons of our own behind a `credentials` pause which the account's answer shows to be gone. */
const ownProofs: Readonly<Record<string, StopProof>> = { token_missing: 'account', token_unreadable: 'account' };

/**
 * What has to be seen before a campaign goes on by itself; null when a person decides.
 * @param byAdapter what the adapter says of the code of the stop
 */
export function proofOfPause(cause: PauseCause, code: string | null, byAdapter: StopProof | null): StopProof | null {
  const { proof } = pauseRules[cause];
  if (proof !== 'by_code') return proof;
  return byAdapter ?? (code !== null && Object.hasOwn(ownProofs, code) ? (ownProofs[code] ?? null) : null);
}

/**
 * When the cause is looked at next; null when only a person lets the campaign go on.
 * @param vain how often in a row the cause was found to stand, or came back right after going on
 * @param chance drawn evenly from [0, 1)
 */
export function nextCheckAt(
  pause: {
    readonly cause: PauseCause;
    readonly proof: StopProof | null;
    readonly pausedAt: Date;
    readonly vain: number;
  },
  now: Date,
  chance: number,
): Date | null {
  if (pause.proof === null) return null;
  const next = now.getTime() + backOffMs(pauseRules[pause.cause].checks, pause.vain + 1, chance);
  return next <= pause.pausedAt.getTime() + GOES_ON_WITHIN_MS ? new Date(next) : null;
}
