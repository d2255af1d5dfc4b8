import { createAccount, resumeAccount, type Account, type SenderStatus } from './account.ts';
import { assemble } from './assemble.ts';
import { createRunningClock, type EmulatorClock } from './clock.ts';
import * as control from './control.ts';
import type { Core } from './core.ts';
import type { Faults } from './faults.ts';
import type { RequestEntry } from './http/request-log.ts';
import { createRouter } from './http/router.ts';
import { createHttpServer } from './http/server.ts';
import { deliverIncoming, type IncomingOutcome, type IncomingText } from './incoming.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { closeServer, listen, urlOf } from './listen.ts';
import { COMPACT_ABOVE_BYTES, DEFAULT_HOST, DEFAULT_LIMITS, DEFAULT_POINTS, type EmulatorOptions } from './options.ts';
import { toPoints, toUnits } from './points.ts';
import type { Latency, ProfileName } from './profiles.ts';
import type { ReportCall } from './reports/dispatcher.ts';
import { putOnList } from './rest/number-lists.ts';
import { ROUTES } from './routes.ts';
import { openStore, withReportUrl } from './state/open.ts';
import type { Switches } from './switches.ts';

export interface AccountControl {
  readonly points: number;
  setPoints(points: number): Promise<void>;
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
  clear(): void;
}

export interface ReportControl {
  /** Not yet answered `OK`. */
  readonly pending: number;
  readonly givenUp: number;
  calls(): readonly ReportCall[];
  pause(): void;
  resume(): void;
  /** Reports any status of a message, also an unknown one such as 413. False for an unknown id. */
  send(id: string, status: number, url?: string): boolean;
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
  readonly reports: ReportControl;
  setProfile(name: ProfileName): void;
  setLatency(latency: Latency): void;
  setSpeed(speed: number): void;
  /** Throws a sentence when a name or value is wrong. */
  setSwitches(changes: Partial<Switches>): void;
  /** Pushes the clock forward; everything due on the way happens. */
  advance(ms: number): Promise<void>;
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
  pause: () => core.dispatcher.pause(),
  resume: () => core.dispatcher.resume(),
  send: (id, status, url) => control.sendReport(core, id, status, url),
});

const startCore = async (options: EmulatorOptions) => {
  const now = options.clock?.now() ?? Date.now();
  const reporting = (account: Account): Account =>
    options.reportUrl === undefined ? account : withReportUrl(account, options.reportUrl);
  const firstDay = {
    account: reporting(createAccount(options.account ?? {}, now)),
    points: toUnits(options.points ?? DEFAULT_POINTS),
  };
  const opened = await openStore({
    ...firstDay,
    keep: { ...DEFAULT_LIMITS, ...options.limits },
    dataFolder: options.dataFolder ?? null,
    fsync: options.fsync ?? false,
    compactAboveBytes: options.compactAboveBytes ?? COMPACT_ABOVE_BYTES,
    now: () => options.clock?.now() ?? Date.now(),
  });
  const { store } = opened;
  if (!opened.isNew) store.account = reporting(resumeAccount(store.account, options.account ?? {}, now));
  const clock = options.clock ?? createRunningClock(opened.aheadMs);
  return { opened, clock, ...assemble(options, { store, clock, journal: opened.journal, firstDay }) };
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
  const { core, idle, sow, clock, opened } = await startCore(options);
  const { dispatcher, runner, store } = core;
  const host = options.host ?? DEFAULT_HOST;
  const server = createHttpServer(core, createRouter(ROUTES));

  const release = async (): Promise<void> => {
    runner.clear();
    dispatcher.stop();
    if (options.clock === undefined) clock.stop();
    await opened.journal.close();
    await opened.unlock();
  };

  let port: number;
  try {
    await sow();
    port = await listen(server, host, options.port ?? 0);
  } catch (error) {
    await release();
    throw error;
  }
  runner.start(store.messages.keys());
  core.notices.start(store.resources.notices.keys());

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
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
    reports: reportControl(core),
    setProfile: (name) => control.setProfile(core, name),
    setLatency: (latency) => control.setLatency(core, latency),
    setSpeed: (speed) => control.setSpeed(core, speed),
    setSwitches(changes) {
      const faults = control.setSwitches(core, { ...changes });
      if (faults.length > 0) throw new Error(faults.join(' '));
    },
    advance: (ms) => control.advanceClock(core, ms),
    receive: (incoming) => deliverIncoming(core, incoming),
    idle,
    reset: () => core.reset(),
    close: () => (closing ??= close()),
  };
};
