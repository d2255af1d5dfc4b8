import type { AccountOptions } from './account.ts';
import type { EmulatorClock } from './clock.ts';
import type { Fate } from './fates.ts';
import type { FaultRule } from './faults.ts';
import type { ProfileName } from './profiles.ts';
import type { DispatcherSettings } from './reports/dispatcher.ts';
import type { Timings } from './reports/plan.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { Switches } from './switches.ts';

/** How much is remembered; older things are forgotten, so that memory has an end. */
export interface Limits {
  /** Messages that nothing more happens to. Those still alive are always kept. */
  readonly messages: number;
  readonly idx: number;
  readonly requests: number;
  /** Entries of one kind of REST resource: contacts, groups, short links, … */
  readonly resources: number;
  /** Texts sent from handsets to the account. */
  readonly incoming: number;
  /** Bytes kept of the body of one request, and of one answer. */
  readonly bodyBytes: number;
  /** Bytes that all requests of the log may hold together, about. */
  readonly logBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  messages: 250_000,
  idx: 2_000_000,
  requests: 1_000,
  resources: 100_000,
  incoming: 10_000,
  bodyBytes: 16_384,
  logBytes: 64 * 1024 * 1024,
};

export interface EmulatorOptions {
  /** The bearer token to ask for; `emulator-token` unless said otherwise. */
  readonly token?: string | undefined;
  readonly host?: string | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Balance on the first day; 1000 unless said otherwise. */
  readonly points?: number | undefined;
  readonly account?: AccountOptions;
  /** Where delivery reports go when a request names no `notify_url`. */
  readonly reportUrl?: string | undefined;
  readonly profile?: ProfileName | undefined;
  /** In place of a profile: the path of a scenario file, the name of one that comes along, or a scenario itself. */
  readonly scenario?: string | Scenario | undefined;
  /** Faults from the start, as if added by hand. */
  readonly faults?: readonly FaultRule[];
  /** Everything random is drawn from it. */
  readonly seed?: number | undefined;
  /** 1 is life as it is; 100 lets messages live a hundred times faster. */
  readonly speed?: number | undefined;
  /** Milliseconds that pass for one of the machine: 3600 lets 72 hours pass in 72 seconds, and everything follows. */
  readonly clockPace?: number | undefined;
  /** Time stands still from the start. */
  readonly freeze?: boolean | undefined;
  /** Moments in the life of a message, before `speed`. */
  readonly timings?: Partial<Timings>;
  /** Replaces the table of fates by number. */
  readonly fateOf?: (number: string) => Fate;
  readonly switches?: Partial<Switches>;
  readonly limits?: Partial<Limits>;
  readonly reports?: Partial<DispatcherSettings>;
  /** How long a receiver may take to answer a report. */
  readonly reportTimeoutMs?: number;
  /** Keeps accepted messages, idx values, balance and waiting reports in this folder, over a kill. */
  readonly dataFolder?: string | undefined;
  /** Waits for the disk before every answer: survives a power cut too, costs time. */
  readonly fsync?: boolean | undefined;
  /** A journal larger than this is rewritten at start. */
  readonly compactAboveBytes?: number;
  readonly clock?: EmulatorClock;
  readonly onError?: (error: unknown) => void;
}

export const DEFAULT_TOKEN = 'emulator-token';
export const DEFAULT_POINTS = 1_000;
export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_SEED = 1;
export const REPORT_TIMEOUT_MS = 10_000;
export const COMPACT_ABOVE_BYTES = 32 * 1024 * 1024;
