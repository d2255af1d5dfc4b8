import { describe, expect, it } from 'vitest';
import type { PauseCause } from './campaign.ts';
import { GOES_ON_WITHIN_MS, nextCheckAt, proofOfPause } from './pause-check.ts';
import { pauseRules } from './pause-rules.ts';

const pausedAt = new Date('2026-11-20T18:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const delays = (cause: PauseCause, vain: number) =>
  [0, 1 - Number.EPSILON].map(
    (chance) =>
      (nextCheckAt({ cause, proof: 'answer', pausedAt, vain }, pausedAt, chance)?.getTime() ?? Number.NaN) -
      pausedAt.getTime(),
  );

describe('who lets a paused campaign go on', () => {
  it.each<[PauseCause, string | null, Parameters<typeof proofOfPause>[2], ReturnType<typeof proofOfPause>]>([
    ['user', null, null, null],
    ['restore_hold', null, null, null],
    ['entitlement', 'service_expired', null, null],
    ['gateway_down', 'gateway_timeout', null, 'answer'],
    ['storage', null, null, 'room'],
    ['clock', null, null, 'time'],
    ['funds', 'smsapi_103', 'balance', 'balance'],
    ['funds', 'smsapi_96', null, null],
    ['credentials', 'smsapi_105', 'account', 'account'],
    ['credentials', 'smsapi_94', null, null],
    ['credentials', 'token_missing', null, 'account'],
    ['credentials', 'token_unreadable', null, 'account'],
    ['credentials', 'toString', null, null],
    ['user', null, 'balance', null],
  ])('%s (%s, of which the adapter says %s): %s', (cause, code, byAdapter, proof) => {
    expect(proofOfPause(cause, code, byAdapter)).toBe(proof);
  });
});

describe('the next look at the cause', () => {
  it.each<[PauseCause, number, number, number]>([
    ['gateway_down', 0, 2.5 * SECOND, 5 * SECOND],
    ['gateway_down', 3, 20 * SECOND, 40 * SECOND],
    ['gateway_down', 50, 5 * MINUTE, 10 * MINUTE],
    ['funds', 0, 30 * SECOND, MINUTE],
    ['credentials', 10, 7.5 * MINUTE, 15 * MINUTE],
    ['storage', 0, 15 * SECOND, 30 * SECOND],
    ['clock', 20, 30 * SECOND, MINUTE],
  ])('%s, %i times in vain: between %i and %i ms', (cause, vain, shortest, longest) => {
    expect(delays(cause, vain)).toEqual([shortest, longest]);
  });

  it('does not come when only a person can know', () => {
    expect(nextCheckAt({ cause: 'credentials', proof: null, pausedAt, vain: 0 }, pausedAt, 0)).toBeNull();
  });

  it('does not come after three days: longer than a weekend, and the text may be out of date', () => {
    const at = (ms: number) => new Date(pausedAt.getTime() + ms);
    const pause = { cause: 'funds', proof: 'balance', pausedAt, vain: 0 } as const;
    expect(nextCheckAt(pause, at(62 * 60 * MINUTE), 0)).not.toBeNull();
    expect(nextCheckAt(pause, at(GOES_ON_WITHIN_MS - 30 * SECOND), 0)).toEqual(at(GOES_ON_WITHIN_MS));
    expect(nextCheckAt(pause, at(GOES_ON_WITHIN_MS - 29 * SECOND), 0)).toBeNull();
  });

  it('is never more often than every few seconds, whatever the cause', () => {
    for (const { checks } of Object.values(pauseRules)) expect(checks.firstMs).toBeGreaterThanOrEqual(5 * SECOND);
  });
});
