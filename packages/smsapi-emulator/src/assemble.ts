import type { Account } from './account.ts';
import type { EmulatorClock } from './clock.ts';
import type { Core } from './core.ts';
import { createFaults } from './faults.ts';
import { createRulebook } from './faults/rulebook.ts';
import { createInbox } from './incoming.ts';
import type { Journal } from './journal.ts';
import { createLive } from './live.ts';
import { createRequestLog } from './log/request-log.ts';
import { DEFAULT_LIMITS, DEFAULT_TOKEN, REPORT_TIMEOUT_MS, type EmulatorOptions } from './options.ts';
import type { Units } from './points.ts';
import { createDispatcher, DISPATCHER_DEFAULTS } from './reports/dispatcher.ts';
import { createReportGate } from './reports/gate.ts';
import { createNotices } from './reports/notices.ts';
import type { ReportFault } from './reports/report-faults.ts';
import type { Report } from './reports/report.ts';
import { createRunner } from './reports/runner.ts';
import { createTransport } from './reports/transport.ts';
import { loadScenario } from './scenario/load.ts';
import { perform } from './scenario/perform.ts';
import type { Scenario } from './scenario/scenario.ts';
import { createSchedule } from './scenario/schedule.ts';
import { initialSettings } from './settings.ts';
import { apply, type Event } from './state/events.ts';
import { seedEvents } from './state/seeds.ts';
import type { Store } from './state/store.ts';

export interface Assembled {
  readonly core: Core;
  /** Resolves as soon as no message has anything ahead of it and no report waits. */
  readonly idle: () => Promise<void>;
  /** Gives the account the groups and templates of the options. */
  readonly sow: () => Promise<void>;
}

/** What was opened or handed in. */
export interface AssemblyParts {
  readonly store: Store;
  readonly clock: EmulatorClock;
  readonly journal: Journal;
  /** What a reset goes back to: a resumed store may be far from it. */
  readonly firstDay: { readonly account: Account; readonly points: Units };
  /** What a reset begins anew with. */
  readonly scenario: Scenario;
}

const printError = (error: unknown): void => {
  process.stderr.write(`smsapi-emulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

/** Joins the parts; nothing runs yet. */
export const assemble = (options: EmulatorOptions, parts: AssemblyParts): Assembled => {
  const { store, clock, journal, firstDay } = parts;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const onError = options.onError ?? printError;
  const initial = initialSettings(options);
  const { seed } = initial;
  let settings = initial;
  let waiting: (() => void)[] = [];
  const live = createLive();

  const record = (...events: readonly Event[]): Promise<void> => {
    for (const event of events) apply(store, event);
    live.noteEvents(store, events);
    const written = journal.append(events);
    schedule.noteAccepted(store.totals.accepted);
    return written;
  };

  const sow = (): Promise<void> => record(...seedEvents(store, options.account ?? {}, { seed, now: clock.now() }));

  const checkIdle = (): void => {
    if (runner.active > 0 || notices.waiting > 0 || dispatcher.pending > 0) return;
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };

  const onReported = (reports: readonly Report[]): void => {
    const steps = reports.flatMap(({ id, step }): [string, number][] => (step === null ? [] : [[id, step]]));
    // Nobody waits for this: a report noted too late is only sent once more after a restart.
    if (steps.length > 0) record({ type: 'told', steps }).catch(onError);
    notices.settle(reports);
    checkIdle();
  };

  const transport = createTransport(options.reportTimeoutMs ?? REPORT_TIMEOUT_MS);
  const dispatcher = createDispatcher({
    clock,
    transport,
    settings: { ...DISPATCHER_DEFAULTS, ...options.reports },
    switches: () => settings.switches,
    held: () => gate.held,
    onDone: onReported,
    onCall: () => live.note('calls'),
  });
  const now = (): number => clock.now();
  const reportFaults = createRulebook<ReportFault>(now);
  const gate = createReportGate({
    store,
    clock,
    dispatcher,
    rules: reportFaults,
    seed: () => settings.seed,
    fateOf: (number) => settings.fateOf(number),
    lateMs: () => settings.timings.lateMs,
    onLost: onReported,
  });
  const runner = createRunner({
    store,
    clock,
    dispatcher: gate,
    onStep: ({ number }) => live.note('phones', number),
    onDone: checkIdle,
  });
  const inbox = createInbox({
    store,
    clock,
    seed,
    transport,
    settings: dispatcher.settings,
    calls: dispatcher.calls,
    record,
    onCall: () => live.note('calls'),
    onError,
  });
  const notices = createNotices({ store, clock, dispatcher, record, onError });
  const faults = createFaults({ seed: () => settings.seed, now });
  const schedule = createSchedule({
    clock,
    accepted: () => store.totals.accepted,
    perform: (deed) => void perform(core, deed).catch(onError),
  });
  const token = options.token ?? DEFAULT_TOKEN;
  const { requests: keepRequests, bodyBytes, logBytes } = limits;
  const requests = createRequestLog({ token, requests: keepRequests, bodyBytes, bytes: logBytes });

  const core: Core = {
    token,
    get seed() {
      return settings.seed;
    },
    store,
    clock,
    faults,
    reportFaults,
    schedule,
    runner,
    dispatcher,
    notices,
    inbox,
    live,
    transport,
    requests,
    keepIdx: limits.idx,
    settings: () => settings,
    changeSettings(patch) {
      settings = { ...settings, ...patch };
      live.note('settings');
    },
    record,
    onError,
    async reset() {
      schedule.clear();
      runner.clear();
      gate.clear();
      dispatcher.clear();
      notices.clear();
      inbox.clear();
      faults.clear();
      reportFaults.clear();
      requests.clear();
      settings = initial;
      await Promise.all([record({ type: 'opened', ...firstDay, sequence: store.sequence }), sow()]);
      await loadScenario(core, parts.scenario, 'fresh');
      checkIdle();
    },
  };

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      checkIdle();
    });

  return { core, idle, sow };
};
