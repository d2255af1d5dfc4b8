import type { Clock } from '../clock.ts';
import { fingerprint } from '../random.ts';
import { createFifo, type Fifo } from '../state/fifo.ts';
import { createRing, type Ring } from '../state/ring.ts';
import type { Switches } from '../switches.ts';
import { reportUrl, type Report } from './report.ts';
import { isTaken, type Transport } from './transport.ts';

export interface DispatcherSettings {
  /** Calls under way at once, over all addresses. */
  readonly concurrency: number;
  /** Wait before the second attempt; doubled for each further one. */
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
  /** After this many attempts a report is given up. */
  readonly maxAttempts: number;
  /** Reports waiting at once; above it new ones are given up, so that a dead receiver cannot eat all memory. */
  readonly maxPending: number;
  /** How many calls the log keeps. */
  readonly keepCalls: number;
}

export const DISPATCHER_DEFAULTS: DispatcherSettings = {
  concurrency: 16,
  retryFirstMs: 1_000,
  retryMostMs: 300_000,
  maxAttempts: 100,
  maxPending: 1_000_000,
  keepCalls: 1_000,
};

/** One call to a receiver, as the log keeps it. */
export interface ReportCall {
  readonly at: number;
  readonly url: string;
  readonly ids: readonly string[];
  readonly attempt: number;
  readonly status: number;
  readonly taken: boolean;
}

export interface Dispatcher {
  /** Reports not yet answered OK, those waiting for another attempt included. */
  readonly pending: number;
  readonly givenUp: number;
  readonly paused: boolean;
  readonly calls: Ring<ReportCall>;
  readonly settings: DispatcherSettings;
  enqueue(report: Report): void;
  pause(): void;
  resume(): void;
  clear(): void;
  stop(): void;
}

export interface DispatcherDeps {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly settings: DispatcherSettings;
  readonly switches: () => Switches;
  /** Told when reports need no further attempt, answered or given up. */
  readonly onDone: (reports: readonly Report[]) => void;
}

/** Reports of one message share a lane, and a lane has one call under way: so they leave in order. */
interface Lane {
  readonly key: string;
  readonly url: string;
  readonly queue: Fifo<Report>;
}

const LANES_PER_URL = 16;

/** Sends reports in batches, a bounded number of calls at once, and repeats each until it is answered `OK`. */
export const createDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const { clock, transport, settings } = deps;
  const lanes = new Map<string, Lane>();
  /** Calls that may be made as soon as there is room: the next batch of a lane, or another attempt. */
  const ready = createFifo<() => Promise<void>>();
  const calls = createRing<ReportCall>(settings.keepCalls);
  let underWay = 0;
  let pending = 0;
  let givenUp = 0;
  let paused = false;
  let stopped = false;
  let flushing = false;
  /** Grows with every clear: answers to calls of before it count no more. */
  let era = 0;

  const finish = (reports: readonly Report[]): void => {
    pending -= reports.length;
    deps.onDone(reports);
  };

  const attempt = async (url: string, batch: readonly Report[], nth: number): Promise<void> => {
    const bornIn = era;
    const full = reportUrl(url, batch, deps.switches().reportLists);
    const answer = await transport.call({ url: full, method: 'GET', form: null });
    if (stopped || bornIn !== era) return;
    const taken = isTaken(answer);
    const ids = batch.map((report) => report.id);
    calls.push({ at: clock.now(), url, ids, attempt: nth, status: answer.status, taken });
    if (taken) return finish(batch);
    if (nth >= settings.maxAttempts) {
      givenUp += batch.length;
      return finish(batch);
    }
    const waitMs = Math.min(settings.retryMostMs, settings.retryFirstMs * 2 ** (nth - 1));
    clock.setTimer(waitMs, () => {
      if (bornIn !== era) return;
      ready.push(() => attempt(url, batch, nth + 1));
      flushSoon();
    });
  };

  const nextBatch = (lane: Lane): readonly Report[] => {
    const most = Math.max(1, deps.switches().reportBatch);
    const batch: Report[] = [];
    while (batch.length < most) {
      const report = lane.queue.shift();
      if (report === undefined) break;
      batch.push(report);
    }
    return batch;
  };

  const serve = async (lane: Lane): Promise<void> => {
    await attempt(lane.url, nextBatch(lane), 1);
    if (lane.queue.size > 0) ready.push(() => serve(lane));
    else if (lanes.get(lane.key) === lane) lanes.delete(lane.key);
  };

  const run = async (job: () => Promise<void>): Promise<void> => {
    underWay += 1;
    await job();
    underWay -= 1;
    pump();
  };

  const mayCall = (): boolean => !paused && !stopped && underWay < settings.concurrency;

  const pump = (): void => {
    flushing = false;
    while (mayCall()) {
      const job = ready.shift();
      if (job === undefined) return;
      void run(job);
    }
  };

  /** Waits for the end of this turn, so that reports that fall due together travel together. */
  const flushSoon = (): void => {
    if (flushing) return;
    flushing = true;
    setImmediate(pump);
  };

  const laneOf = (report: Report): Lane => {
    const key = `${fingerprint(report.id) % LANES_PER_URL} ${report.url}`;
    const known = lanes.get(key);
    if (known !== undefined) return known;
    const lane: Lane = { key, url: report.url, queue: createFifo() };
    lanes.set(key, lane);
    ready.push(() => serve(lane));
    return lane;
  };

  return {
    get pending() {
      return pending;
    },
    get givenUp() {
      return givenUp;
    },
    get paused() {
      return paused;
    },
    calls,
    settings,
    enqueue(report) {
      if (stopped) return;
      pending += 1;
      if (pending > settings.maxPending) {
        givenUp += 1;
        finish([report]);
        return;
      }
      laneOf(report).queue.push(report);
      flushSoon();
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      flushSoon();
    },
    clear() {
      era += 1;
      pending = 0;
      for (const lane of lanes.values()) lane.queue.clear();
      lanes.clear();
      ready.clear();
      calls.clear();
    },
    stop() {
      stopped = true;
      transport.close();
    },
  };
};
