import { createAccount, resumeAccount, type Account, type SenderStatus } from './account.ts';
import { assemble } from './assemble.ts';
import { createRunningClock, momentOf, type EmulatorClock } from './clock.ts';
import * as control from './control.ts';
import type { Core } from './core.ts';
import type { Faults } from './faults.ts';
import type { Latency } from './faults/latency.ts';
import type { Rulebook } from './faults/rulebook.ts';
import { createRouter } from './http/router.ts';
import { createHttpServer } from './http/server.ts';
import type { IncomingOutcome, IncomingText } from './incoming.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { closeServer, listen, urlOf } from './listen.ts';
import type { RequestEntry } from './log/request-log.ts';
import type { RequestQuery } from './log/request-query.ts';
import type { ReportCall, ReportQuery } from './log/report-log.ts';
import { COMPACT_ABOVE_BYTES, DEFAULT_HOST, DEFAULT_LIMITS, DEFAULT_POINTS, type EmulatorOptions } from './options.ts';
import { toPoints, toUnits } from './points.ts';
import type { ProfileName } from './profiles.ts';
import type { ReportFault } from './reports/report-faults.ts';
import { putOnList } from './rest/number-lists.ts';
import { ROUTES } from './routes.ts';
import { createScenarioControl, setProfile, type ScenarioControl } from './scenario/control.ts';
import { chooseScenario } from './scenario/file.ts';
import { loadScenario } from './scenario/load.ts';
import type { PhoneState } from './state/handsets.ts';
import { openStore, withReportUrl } from './state/open.ts';
import type { Switches } from './switches.ts';
import { advanceClock, jumpClock, keepClock } from './time.ts';
import type { When } from './when.ts';

export interface AccountControl {
  readonly points: number;
  /** Also ends `outOfPointsAfter`. */
  setPoints(points: number): Promise<void>;
  /** The balance becomes 0 once so many more messages were accepted; null takes that back. */
  outOfPointsAfter(messages: number | null): Promise<void>;
  /** From now on the token opens nothing, until it is given back. */
  revokeToken(): void;
  restoreToken(): void;
  /** Approves, or anything else; false when there is no such name. */
  setSenderStatus(sender: string, status: SenderStatus): Promise<boolean>;
  /** Digits with country code; from now on refused with 57. */
  blacklist(number: string): Promise<void>;
  /** Digits with country code; from now on refused with 59. */
  optOut(number: string): Promise<void>;
}

export interface RequestLog {
  /** Requests since the start, also those the log has forgotten. */
  readonly total: number;
  all(): readonly RequestEntry[];
  last(): RequestEntry | undefined;
  /** Requests that fit, oldest first: by path, number, idx, message id, outcome or time. */
  where(query: RequestQuery): readonly RequestEntry[];
  clear(): void;
}

export interface ReportControl {
  /** Not yet answered `OK`. */
  readonly pending: number;
  readonly givenUp: number;
  calls(): readonly ReportCall[];
  /** Calls that fit: by number, idx, message id, status, receiver, outcome or time. */
  where(query: ReportQuery): readonly ReportCall[];
  pause(): void;
  resume(): void;
  /** Reports any status of a message, also an unknown one such as 413. False for an unknown id. */
  send(id: string, status: number, url?: string): boolean;
}

export interface PhoneControl {
  /** `on` for a number nobody has heard of. */
  state(number: string): PhoneState;
  /** Digits with country code. While it is not `on`, messages to it wait; when it is back they land at once. */
  set(number: string, state: PhoneState): Promise<void>;
}

/** A running emulator, as a test holds it. */
export interface Emulator {
  readonly url: string;
  readonly port: number;
  readonly token: string;
  readonly clock: EmulatorClock;
  readonly account: AccountControl;
  readonly ledger: Ledger;
  readonly requests: RequestLog;
  readonly faults: Faults;
  /** Faults of delivery reports: lost, late, doubled, out of order, batched, wrong. */
  readonly reportFaults: Pick<Rulebook<ReportFault>, 'add' | 'remove' | 'clear' | 'list'>;
  readonly scenario: ScenarioControl;
  readonly reports: ReportControl;
  setProfile(name: ProfileName): void;
  setLatency(latency: Latency): void;
  setSpeed(speed: number): void;
  /** Throws a sentence when a name or value is wrong. */
  setSwitches(changes: Partial<Switches>): void;
  /** Pushes the clock forward; everything due on the way happens, and receivers answer on the way. */
  advance(ms: number): Promise<void>;
  /** The same to a moment: a duration from now (`PT72H`), a date and time with its zone, or a Date. */
  jumpTo(when: When): Promise<void>;
  /** Handsets: who is switched off, who is out of coverage. */
  readonly phones: PhoneControl;
  /** A text that somebody sends to the company. */
  receive(incoming: IncomingText): Promise<IncomingOutcome>;
  /** Resolves when nothing more will happen by itself. */
  idle(): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

const accountControl = (core: Core): AccountControl => ({
  get points() {
    return toPoints(core.store.points);
  },
  setPoints: (points) => control.setPoints(core, points),
  outOfPointsAfter: (messages) => control.setOutOfPointsAfter(core, messages),
  revokeToken: () => control.setTokenRevoked(core, true),
  restoreToken: () => control.setTokenRevoked(core, false),
  setSenderStatus: (sender, status) => control.setSenderStatus(core, sender, status),
  async blacklist(number) {
    await putOnList(core, 'blacklist', number, null);
  },
  async optOut(number) {
    await putOnList(core, 'optOuts', number, null);
  },
});

const reportControl = (core: Core): ReportControl => ({
  get pending() {
    return core.dispatcher.pending;
  },
  get givenUp() {
    return core.dispatcher.givenUp;
  },
  calls: () => core.dispatcher.calls.all(),
  where: (query) => core.dispatcher.calls.where(query),
  pause: () => core.dispatcher.pause(),
  resume: () => core.dispatcher.resume(),
  send: (id, status, url) => control.sendReport(core, id, status, url),
});

const phoneControl = (core: Core): PhoneControl => ({
  state: (number) => core.store.handsets.get(number)?.state ?? 'on',
  set: (number, state) => control.setPhone(core, number, state),
});

const startCore = async (options: EmulatorOptions) => {
  const now = options.clock?.now() ?? Date.now();
  const reporting = (account: Account): Account =>
    options.reportUrl === undefined ? account : withReportUrl(account, options.reportUrl);
  const firstDay = {
    account: reporting(createAccount(options.account ?? {}, now)),
    points: toUnits(options.points ?? DEFAULT_POINTS),
  };
  const scenario = await chooseScenario(options);
  const opened = await openStore({
    ...firstDay,
    keep: { ...DEFAULT_LIMITS, ...options.limits },
    dataFolder: options.dataFolder ?? null,
    fsync: options.fsync ?? false,
    compactAboveBytes: options.compactAboveBytes ?? COMPACT_ABOVE_BYTES,
    now: (clock) => options.clock?.now() ?? momentOf(clock, Date.now()),
  });
  const { store } = opened;
  if (!opened.isNew) store.account = reporting(resumeAccount(store.account, options.account ?? {}, now));
  const clock = options.clock ?? createRunningClock(opened.clock);
  return {
    opened,
    scenario,
    clock,
    ...assemble(options, { store, clock, journal: opened.journal, firstDay, scenario }),
  };
};

/**
 * Starts SMSAPI on your own desk: an HTTP server with the answers, delivery reports, balance and faults of the gateway.
 *
 * Several may run in one process. Sources of every behaviour: the protocol dossier, by section, in the files' comments.
 * @throws Error with one clear sentence when the port is taken, the data folder is in use or its journal is damaged
 * @example
 * const emulator = await startEmulator({ token: 'secret', speed: 1000 });
 * // … send through emulator.url with the bearer token …
 * await emulator.idle();
 * emulator.ledger.received('48500100200'); // [{ text: 'Dzień dobry', parts: 1, … }]
 * await emulator.close();
 */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const { core, idle, sow, clock, opened, scenario } = await startCore(options);
  const { dispatcher, runner, store } = core;
  const host = options.host ?? DEFAULT_HOST;
  const server = createHttpServer(core, createRouter(ROUTES));

  const endOfClock = keepClock(core);
  const release = async (): Promise<void> => {
    await endOfClock();
    runner.clear();
    dispatcher.stop();
    core.inbox.stop();
    if (options.clock === undefined) clock.stop();
    await opened.journal.close();
    await opened.unlock();
  };

  let port: number;
  try {
    await sow();
    await loadScenario(core, scenario, opened.isNew ? 'fresh' : 'resumed');
    for (const rule of options.faults ?? []) core.faults.add(rule);
    if (options.clockPace !== undefined) clock.setPace(options.clockPace);
    if (options.freeze === true) clock.freeze();
    port = await listen(server, host, options.port ?? 0);
  } catch (error) {
    await release();
    throw error;
  }
  runner.start(store.messages.keys());
  core.notices.start(store.resources.notices.keys());
  core.inbox.resume();

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    core.live.close();
    await closeServer(server);
    await release();
  };

  return {
    url: urlOf(host, port),
    port,
    token: core.token,
    clock,
    account: accountControl(core),
    ledger: createLedger(store),
    requests: core.requests,
    faults: core.faults,
    reportFaults: core.reportFaults,
    scenario: createScenarioControl(core),
    reports: reportControl(core),
    phones: phoneControl(core),
    setProfile: (name) => setProfile(core, name),
    setLatency: (latency) => control.setLatency(core, latency),
    setSpeed: (speed) => control.setSpeed(core, speed),
    setSwitches(changes) {
      const faults = control.setSwitches(core, { ...changes });
      if (faults.length > 0) throw new Error(faults.join(' '));
    },
    advance: (ms) => advanceClock(core, ms),
    jumpTo: (when) => jumpClock(core, when),
    receive: (incoming) => core.inbox.receive(incoming),
    idle,
    reset: () => core.reset(),
    close: () => (closing ??= close()),
  };
};
