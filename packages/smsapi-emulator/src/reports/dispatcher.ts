import type { Clock } from '../clock.ts';
import { createReportLog, type ReportLog } from '../log/report-log.ts';
import { fingerprint } from '../random.ts';
import { createFifo, type Fifo } from '../state/fifo.ts';
import type { Switches } from '../switches.ts';
import { createCallPool } from './call-pool.ts';
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

/** A thousand attempts, five minutes apart at most, outlast a receiver that is away for three days. */
export const DISPATCHER_DEFAULTS: DispatcherSettings = {
  concurrency: 16,
  retryFirstMs: 1_000,
  retryMostMs: 300_000,
  maxAttempts: 1_000,
  maxPending: 1_000_000,
  keepCalls: 1_000,
};

/** A call that was not answered `OK`, between two attempts. */
export interface WaitingCall {
  readonly url: string;
  readonly ids: readonly string[];
  /** The attempt that failed, counted from 1. */
  readonly attempt: number;
  /** HTTP status of its answer; 0 when there was none. */
  readonly status: number;
  readonly nextAt: number;
}

/** What is kept of one: the ids are looked up only when somebody asks. */
interface Retry extends Omit<WaitingCall, 'ids'> {
  readonly batch: readonly Report[];
}

export interface Dispatcher {
  /** Reports not yet answered OK, those waiting for another attempt or held by a fault included. */
  readonly pending: number;
  readonly givenUp: number;
  readonly paused: boolean;
  /** Calls are under way or could be: the receivers' turn, not the clock's. */
  readonly busy: boolean;
  readonly calls: ReportLog;
  readonly settings: DispatcherSettings;
  /** Calls between two attempts. */
  waiting(): readonly WaitingCall[];
  enqueue(report: Report): void;
  /** One call for all of them, however many. */
  enqueueTogether(url: string, reports: readonly Report[]): void;
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
  /** Reports that a fault holds back, on their way here. */
  readonly held: () => number;
  /** Told when reports need no further attempt, answered or given up. */
  readonly onDone: (reports: readonly Report[]) => void;
  /** Told of every call that was answered, or was not. */
  readonly onCall: () => void;
}

/** Reports of one message share a lane, and a lane has one call under way: so they leave in order. */
interface Lane {
  readonly key: string;
  readonly url: string;
  readonly queue: Fifo<Report>;
}

const LANES_PER_URL = 16;

/** The program that answers, whatever the path and query. */
const addressOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? url;

/** Sends reports in batches, a bounded number of calls at once, and repeats each until it is answered `OK`. */
export const createDispatcher = (deps: DispatcherDeps): Dispatcher => {
  const { clock, transport, settings } = deps;
  const lanes = new Map<string, Lane>();
  const calls = createReportLog(settings.keepCalls);
  const retries = new Set<Retry>();
  let pending = 0;
  let givenUp = 0;
  let paused = false;
  let stopped = false;
  let flushing = false;
  /** Grows with every clear: answers to calls of before it count no more. */
  let era = 0;

  const mayCall = (): boolean => !paused && !stopped;
  const pool = createCallPool(settings.concurrency, mayCall);

  const finish = (reports: readonly Report[]): void => {
    pending -= reports.length;
    deps.onDone(reports);
  };

  const repeatLater = (url: string, batch: readonly Report[], nth: number, status: number): void => {
    const bornIn = era;
    const waitMs = Math.min(settings.retryMostMs, settings.retryFirstMs * 2 ** (nth - 1));
    const retry: Retry = { url, batch, attempt: nth, status, nextAt: clock.now() + waitMs };
    retries.add(retry);
    clock.setTimer(waitMs, () => {
      if (bornIn !== era) return;
      retries.delete(retry);
      pool.push(addressOf(url), () => attempt(url, batch, nth + 1));
      flushSoon();
    });
  };

  /** True when somebody answered, whatever the answer was. */
  const attempt = async (url: string, batch: readonly Report[], nth: number): Promise<boolean> => {
    const bornIn = era;
    const full = reportUrl(url, batch, deps.switches().reportLists);
    const answer = await transport.call({ url: full, method: 'GET', form: null });
    const wasReached = answer.status !== 0;
    if (stopped || bornIn !== era) return wasReached;
    const taken = isTaken(answer);
    const { status, body } = answer;
    calls.push({ at: clock.now(), url, attempt: nth, status, taken, answer: body, reports: batch });
    deps.onCall();
    if (taken) {
      finish(batch);
    } else if (nth >= settings.maxAttempts) {
      givenUp += batch.length;
      finish(batch);
    } else {
      repeatLater(url, batch, nth, status);
    }
    return wasReached;
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

  const serve = async (lane: Lane): Promise<boolean> => {
    const wasReached = await attempt(lane.url, nextBatch(lane), 1);
    if (lane.queue.size > 0) pool.push(addressOf(lane.url), () => serve(lane));
    else if (lanes.get(lane.key) === lane) lanes.delete(lane.key);
    return wasReached;
  };

  const pump = (): void => {
    flushing = false;
    pool.pump();
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
    pool.push(addressOf(lane.url), () => serve(lane));
    return lane;
  };

  /** False when there are too many already: then they are given up at once. */
  const takeIn = (reports: readonly Report[]): boolean => {
    if (stopped) return false;
    pending += reports.length;
    if (pending <= settings.maxPending) return true;
    givenUp += reports.length;
    finish(reports);
    return false;
  };

  return {
    get pending() {
      return pending + deps.held();
    },
    get givenUp() {
      return givenUp;
    },
    get paused() {
      return paused;
    },
    get busy() {
      return pool.underWay > 0 || (mayCall() && pool.waiting > 0);
    },
    calls,
    settings,
    waiting: () => [...retries].map(({ batch, ...retry }) => ({ ...retry, ids: batch.map(({ id }) => id) })),
    enqueue(report) {
      if (!takeIn([report])) return;
      laneOf(report).queue.push(report);
      flushSoon();
    },
    enqueueTogether(url, reports) {
      if (!takeIn(reports)) return;
      pool.push(addressOf(url), () => attempt(url, reports, 1));
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
      pool.clear();
      retries.clear();
      calls.clear();
    },
    stop() {
      stopped = true;
      transport.close();
    },
  };
};
