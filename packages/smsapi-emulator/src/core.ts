import type { EmulatorClock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { RequestEntry } from './http/request-log.ts';
import type { Dispatcher } from './reports/dispatcher.ts';
import type { Notices } from './reports/notices.ts';
import type { Runner } from './reports/runner.ts';
import type { Transport } from './reports/transport.ts';
import type { Settings } from './settings.ts';
import type { Event } from './state/events.ts';
import type { Ring } from './state/ring.ts';
import type { Store } from './state/store.ts';

/** The parts every endpoint works with; joined in emulator.ts and nowhere else. */
export interface Core {
  readonly token: string;
  readonly seed: number;
  readonly store: Store;
  readonly clock: EmulatorClock;
  readonly faults: Faults;
  readonly runner: Runner;
  readonly dispatcher: Dispatcher;
  /** What receivers have to be told apart from reports: lookups, clicks. */
  readonly notices: Notices;
  /** For single calls to receivers: inbound messages and the test of a callback. */
  readonly transport: Transport;
  readonly requests: Ring<RequestEntry>;
  /** How many idx values are remembered at most. */
  readonly keepIdx: number;
  readonly settings: () => Settings;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  /** Applies events at once and resolves when the journal has them. */
  readonly record: (...events: readonly Event[]) => Promise<void>;
  /** Told about failures of the emulator itself. */
  readonly onError: (error: unknown) => void;
  /** Back to the first day: account, balance, messages, faults, settings. */
  readonly reset: () => Promise<void>;
}
