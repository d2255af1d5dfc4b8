import type { Scenario } from './scenario/scenario.ts';

export const PROFILE_NAMES = ['calm', 'chaos'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Numbers picked for their ending keep what they stand for. */
const ORDINARY = { fates: ['delivered'] } as const;

/** Scenarios that need no file. Everything is drawn from the seed. */
export const PROFILES: Readonly<Record<ProfileName, Scenario>> = {
  calm: { name: 'calm', about: 'Nothing goes wrong but what the numbers themselves stand for.' },
  chaos: {
    name: 'chaos',
    about: 'Delays, time-outs after accepting, errors, reports late, twice and out of order.',
    latency: { minMs: 20, maxMs: 1_500 },
    faults: [
      { reply: { kind: 'hang' }, accepted: true, rate: 0.05 },
      { reply: { kind: 'cut' }, accepted: true, rate: 0.01 },
      { reply: { kind: 'half' }, accepted: true, rate: 0.01 },
      { reply: { kind: 'status', status: 503 }, accepted: true, rate: 0.01 },
      { reply: { kind: 'status', status: 500 }, accepted: false, rate: 0.02, path: '*' },
      { reply: { kind: 'html', status: 502 }, accepted: false, rate: 0.01, path: '*' },
      { reply: { kind: 'status', status: 429, retryAfterSeconds: 1 }, accepted: false, rate: 0.03, path: '*' },
      { reply: { kind: 'error', code: 202 }, accepted: false, rate: 0.01 },
      { reply: { kind: 'hang' }, accepted: false, rate: 0.01 },
    ],
    reports: [
      { kind: 'late', rate: 0.03, ...ORDINARY },
      { kind: 'duplicated', rate: 0.05, ...ORDINARY },
      { kind: 'disordered', rate: 0.05, ...ORDINARY },
    ],
  },
};
