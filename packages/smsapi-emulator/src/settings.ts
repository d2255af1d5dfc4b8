import { fateOf, type Fate } from './fates.ts';
import type { EmulatorOptions } from './options.ts';
import { PROFILES, type Latency, type Profile } from './profiles.ts';
import { CALM_TIMINGS, scaleTimings, type Timings } from './reports/plan.ts';
import { changeSwitches, DEFAULT_SWITCHES, type Switches } from './switches.ts';

/** What may be changed while the emulator runs; a value, replaced as a whole. */
export interface Settings {
  readonly switches: Switches;
  readonly profile: Profile;
  readonly latency: Latency;
  readonly timings: Timings;
  readonly fateOf: (number: string) => Fate;
}

export const initialSettings = (options: EmulatorOptions): Settings => {
  const changed = changeSwitches(DEFAULT_SWITCHES, { ...options.switches });
  if (!changed.ok) throw new Error(changed.faults.join(' '));
  const profile = PROFILES[options.profile ?? 'calm'];
  return {
    switches: changed.switches,
    profile,
    latency: profile.latency,
    timings: scaleTimings({ ...CALM_TIMINGS, ...options.timings }, options.speed ?? 1),
    fateOf: options.fateOf ?? fateOf,
  };
};
