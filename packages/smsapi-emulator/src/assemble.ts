import type { Account } from './account.ts';
import type { EmulatorClock } from './clock.ts';
import type { Core } from './core.ts';
import { createFaults } from './faults.ts';
import type { RequestEntry } from './http/request-log.ts';
import type { Journal } from './journal.ts';
import { DEFAULT_LIMITS, DEFAULT_SEED, DEFAULT_TOKEN, REPORT_TIMEOUT_MS, type EmulatorOptions } from './options.ts';
import type { Units } from './points.ts';
import { createDispatcher, DISPATCHER_DEFAULTS } from './reports/dispatcher.ts';
import { createNotices } from './reports/notices.ts';
import type { Report } from './reports/report.ts';
import { createRunner } from './reports/runner.ts';
import { createTransport } from './reports/transport.ts';
import { initialSettings } from './settings.ts';
import { apply, type Event } from './state/events.ts';
import { createRing } from './state/ring.ts';
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
}

const printError = (error: unknown): void => {
  process.stderr.write(`smsapi-emulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

/** Joins the parts; nothing runs yet. */
export const assemble = (options: EmulatorOptions, parts: AssemblyParts): Assembled => {
  const { store, clock, journal, firstDay } = parts;
  const seed = options.seed ?? DEFAULT_SEED;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const onError = options.onError ?? printError;
  const initial = initialSettings(options);
  let settings = initial;
  let waiting: (() => void)[] = [];

  const record = (...events: readonly Event[]): Promise<void> => {
    for (const event of events) apply(store, event);
    return journal.append(events);
  };

  const sow = (): Promise<void> =>
    record(...seedEvents(store, options.account ?? {}, { seed, now: clock.now() }));

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
    onDone: onReported,
  });
  const runner = createRunner({ store, clock, dispatcher, onDone: checkIdle });
  const notices = createNotices({ store, clock, dispatcher, record, onError });
  const faults = createFaults(seed);
  const requests = createRing<RequestEntry>(limits.requests);

  const core: Core = {
    token: options.token ?? DEFAULT_TOKEN,
    seed,
    store,
    clock,
    faults,
    runner,
    dispatcher,
    notices,
    transport,
    requests,
    keepIdx: limits.idx,
    settings: () => settings,
    changeSettings(patch) {
      settings = { ...settings, ...patch };
    },
    record,
    onError,
    async reset() {
      runner.clear();
      dispatcher.clear();
      notices.clear();
      faults.clear();
      requests.clear();
      settings = initial;
      await Promise.all([record({ type: 'opened', ...firstDay, sequence: store.sequence }), sow()]);
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
