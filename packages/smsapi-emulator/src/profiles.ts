import type { Fate } from './fates.ts';
import type { FaultRule } from './faults.ts';
import type { Random } from './random.ts';

export const PROFILE_NAMES = ['calm', 'chaos'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** How well the day goes. Everything is drawn from the seed. */
export interface Profile {
  readonly name: ProfileName;
  readonly latency: Latency;
  readonly faults: readonly FaultRule[];
  /** Shares (0..1) of messages with an ordinary life whose reports come late, twice or out of order. */
  readonly upsets: { readonly late: number; readonly duplicated: number; readonly disordered: number };
}

/** Delay of every answer in milliseconds. */
export interface Latency {
  readonly minMs: number;
  readonly maxMs: number;
}

const NO_UPSETS = { late: 0, duplicated: 0, disordered: 0 };

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  calm: { name: 'calm', latency: { minMs: 0, maxMs: 0 }, faults: [], upsets: NO_UPSETS },
  chaos: {
    name: 'chaos',
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
    upsets: { late: 0.03, duplicated: 0.05, disordered: 0.05 },
  },
};

/** Only an ordinary life is upset: a number chosen for its fate keeps it. */
export const upsetFate = (fate: Fate, upsets: Profile['upsets'], random: Random): Fate => {
  if (fate !== 'delivered') return fate;
  const drawn = random();
  if (drawn < upsets.late) return 'late';
  if (drawn < upsets.late + upsets.duplicated) return 'duplicated';
  if (drawn < upsets.late + upsets.duplicated + upsets.disordered) return 'disordered';
  return fate;
};
