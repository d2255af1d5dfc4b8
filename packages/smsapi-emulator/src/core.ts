import type { EmulatorClock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Rulebook } from './faults/rulebook.ts';
import type { Inbox } from './incoming.ts';
import type { Live } from './live.ts';
import type { RequestLog } from './log/request-log.ts';
import type { Dispatcher } from './reports/dispatcher.ts';
import type { Notices } from './reports/notices.ts';
import type { ReportFault } from './reports/report-faults.ts';
import type { Runner } from './reports/runner.ts';
import type { Transport } from './reports/transport.ts';
import type { Schedule } from './scenario/schedule.ts';
import type { Settings } from './settings.ts';
import type { Event } from './state/events.ts';
import type { Store } from './state/store.ts';

/** The parts every endpoint works with; joined in emulator.ts and nowhere else. */
export interface Core {
  readonly token: string;
  /** What everything random is drawn from; a scenario may bring its own. */
  readonly seed: number;
  readonly store: Store;
  readonly clock: EmulatorClock;
  readonly faults: Faults;
  readonly reportFaults: Rulebook<ReportFault>;
  /** What a scenario still has in store. */
  readonly schedule: Schedule;
  readonly runner: Runner;
  readonly dispatcher: Dispatcher;
  /** What receivers have to be told apart from reports: lookups, clicks. */
  readonly notices: Notices;
  readonly inbox: Inbox;
  /** Tells the pages that something changed. */
  readonly live: Live;
  /** For single calls to receivers: inbound messages and the test of a callback. */
  readonly transport: Transport;
  readonly requests: RequestLog;
  /** How many idx values are remembered at most. */
  readonly keepIdx: number;
  readonly settings: () => Settings;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  /** Applies events at once and resolves when the journal has them. */
  readonly record: (...events: readonly Event[]) => Promise<void>;
  /** Told about failures of the emulator itself. */
  readonly onError: (error: unknown) => void;
  /** Back to the first day: account, balance, messages, faults, settings, and the scenario it was started with. */
  readonly reset: () => Promise<void>;
}
