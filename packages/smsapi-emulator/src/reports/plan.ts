import type { Fate } from '../fates.ts';
import { STATUS, type StatusCode } from '../statuses.ts';
import { between, type Random } from '../random.ts';

/**
 * One thing that will happen to a message: [milliseconds after sending, status code, 1 when it is reported].
 * A tuple, because the journal keeps three of them for every message.
 */
export type Step = readonly [afterMs: number, code: number, reported: 0 | 1];
export type Plan = readonly Step[];

/** Not a status: the text reaches the handset and nobody is told. */
export const LANDED = 0;

/** How long things take, in milliseconds after the moment of sending. */
export interface Timings {
  readonly queueMs: number;
  readonly sentMs: number;
  readonly finalMinMs: number;
  readonly finalMaxMs: number;
  /** Added for the late ones. */
  readonly lateMs: number;
}

export const CALM_TIMINGS: Timings = { queueMs: 50, sentMs: 400, finalMinMs: 1_000, finalMaxMs: 3_000, lateMs: 60_000 };

/** All times divided by `speed`: 1 is life as it is, 1000 suits tests. */
export const scaleTimings = (timings: Timings, speed: number): Timings => ({
  queueMs: Math.round(timings.queueMs / speed),
  sentMs: Math.round(timings.sentMs / speed),
  finalMinMs: Math.round(timings.finalMinMs / speed),
  finalMaxMs: Math.round(timings.finalMaxMs / speed),
  lateMs: Math.round(timings.lateMs / speed),
});

const FINAL_CODES: Readonly<Record<Fate, StatusCode>> = {
  delivered: STATUS.delivered,
  late: STATUS.delivered,
  silent: STATUS.delivered,
  duplicated: STATUS.delivered,
  disordered: STATUS.delivered,
  undelivered: STATUS.undelivered,
  expired: STATUS.expired,
  rejected: STATUS.rejected,
  failed: STATUS.failed,
  unknown: STATUS.unknown,
  'unknown-then-delivered': STATUS.unknown,
  // Refused at sending; no message of theirs is ever planned.
  invalid: STATUS.undelivered,
  blacklisted: STATUS.undelivered,
};

/** What the lives are made of. */
interface Moments {
  readonly queue: Step;
  readonly sent: Step;
  readonly final: Step;
  readonly lateMs: number;
  /** Between two reports that belong together. */
  readonly gapMs: number;
}

const byMoment = (a: Step, b: Step): number => a[0] - b[0];
const after = ([afterMs, code]: Step, ms: number): Step => [afterMs + ms, code, 1];
const unreported = ([afterMs, code]: Step): Step => [afterMs, code, 0];

const UNUSUAL: Readonly<Partial<Record<Fate, (moments: Moments) => Plan>>> = {
  silent: ({ sent, final }) => [unreported(sent), [final[0], LANDED, 0]],
  late: ({ queue, sent, final, lateMs }) => [queue, sent, after(final, lateMs)],
  'unknown-then-delivered': ({ queue, sent, final, lateMs }) => [
    queue,
    sent,
    final,
    [final[0] + lateMs, STATUS.delivered, 1],
  ],
  duplicated: ({ queue, sent, final, gapMs }) =>
    [queue, sent, final].flatMap((step) => [step, after(step, gapMs)]).toSorted(byMoment),
  disordered: ({ queue, sent, final, gapMs }) => [
    final,
    [final[0] + gapMs, sent[1], 1],
    [final[0] + gapMs * 2, queue[1], 1],
  ],
};

/** The first two steps are the same for everybody: thousands of messages of one request share them. */
export interface Opening {
  readonly queue: Step;
  readonly sent: Step;
}

export const openingOf = (timings: Timings): Opening => ({
  queue: [timings.queueMs, STATUS.queue, 1],
  sent: [timings.sentMs, STATUS.sent, 1],
});

/**
 * The whole life of one message, fixed when it is accepted: the journal can replay it after a crash,
 * and the same seed gives the same life.
 */
export const planOf = (fate: Fate, timings: Timings, opening: Opening, random: Random): Plan => {
  const { queue, sent } = opening;
  const final: Step = [between(random, timings.finalMinMs, timings.finalMaxMs), FINAL_CODES[fate], 1];
  const unusual = UNUSUAL[fate];
  if (unusual === undefined) return [queue, sent, final];
  return unusual({ queue, sent, final, lateMs: timings.lateMs, gapMs: Math.max(1, timings.queueMs) });
};

/** `expiration_date`: whatever would come later is replaced by EXPIRED at that moment. */
export const expireAt = (plan: Plan, expiresAfterMs: number): Plan => {
  const onTime = plan.filter(([afterMs]) => afterMs <= expiresAfterMs);
  return onTime.length === plan.length ? plan : [...onTime, [expiresAfterMs, STATUS.expired, 1]];
};

/** Without an address nobody is told anything. */
export const withoutReports = (plan: Plan): Plan => plan.map(unreported);
