import { fateOf, type Fate } from './fates.ts';
import { NO_LATENCY, type Latency } from './faults/latency.ts';
import { DEFAULT_SEED, type EmulatorOptions } from './options.ts';
import { PROFILES } from './profiles.ts';
import { CALM_TIMINGS, scaleTimings, type Timings } from './reports/plan.ts';
import type { Scenario } from './scenario/scenario.ts';
import { changeSwitches, DEFAULT_SWITCHES, type Switches } from './switches.ts';

/** What may be changed while the emulator runs; a value, replaced as a whole. */
export interface Settings {
  /** What everything random is drawn from. */
  readonly seed: number;
  readonly switches: Switches;
  /** The scenario in force; one of the profiles unless another was loaded. */
  readonly scenario: Scenario;
  readonly latency: Latency;
  readonly timings: Timings;
  /** Before `speed`. */
  readonly unhurried: Timings;
  /** Nobody gets in by the token until it is given back. */
  readonly isTokenRevoked: boolean;
  readonly fateOf: (number: string) => Fate;
}

/** Before any scenario was loaded. */
export const initialSettings = (options: EmulatorOptions): Settings => {
  const changed = changeSwitches(DEFAULT_SWITCHES, { ...options.switches });
  if (!changed.ok) throw new Error(changed.faults.join(' '));
  const unhurried = { ...CALM_TIMINGS, ...options.timings };
  return {
    seed: options.seed ?? DEFAULT_SEED,
    switches: changed.switches,
    scenario: PROFILES.calm,
    latency: NO_LATENCY,
    timings: scaleTimings(unhurried, options.speed ?? 1),
    unhurried,
    isTokenRevoked: false,
    fateOf: options.fateOf ?? fateOf,
  };
};
