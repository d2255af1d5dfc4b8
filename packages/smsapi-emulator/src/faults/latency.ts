import { arm } from './conditions.ts';
import { between, type Random } from '../random.ts';

/** A point of a distribution: so many per cent of the answers take at most that long. */
export type Percentile = readonly [percent: number, ms: number];

/**
 * How long an answer is held back, in milliseconds of the machine: always as long, anything between two, around a mean
 * (normal), a long tail above a median (log-normal), or as measured, by percentiles.
 */
export type Delay =
  | { readonly minMs: number; readonly maxMs: number }
  | { readonly ms: number }
  | { readonly meanMs: number; readonly deviationMs: number; readonly mostMs?: number }
  | { readonly medianMs: number; readonly spread?: number; readonly mostMs?: number }
  | { readonly percentiles: readonly Percentile[] };

/** A delay for some of the requests; the first rule that fits counts. */
export interface LatencyRule {
  readonly delay: Delay;
  /** Every path unless said otherwise; a star at the end is any ending. */
  readonly path?: string;
  /** A regular expression: only requests with such a recipient. */
  readonly numbers?: string;
}

export type Latency = Delay | readonly LatencyRule[];

export const NO_LATENCY: Delay = { minMs: 0, maxMs: 0 };

/** Nine of ten answers of a log-normal delay with this spread take between a fifth and five times the median. */
const USUAL_SPREAD = 1;

/** A standard normal number out of two even ones (Box and Muller 1958). */
const normal = (random: Random): number => {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
};

/** Straight lines between the points, from 0 ms at 0 per cent; beyond the last point nothing is slower. */
const byPercentiles = (percentiles: readonly Percentile[], percent: number): number => {
  let [percentBelow, msBelow]: Percentile = [0, 0];
  for (const [at, ms] of percentiles) {
    if (percent <= at) return msBelow + ((ms - msBelow) * (percent - percentBelow)) / (at - percentBelow || 1);
    [percentBelow, msBelow] = [at, ms];
  }
  return msBelow;
};

const rawDelay = (delay: Delay, random: Random): number => {
  if ('ms' in delay) return delay.ms;
  if ('minMs' in delay) return between(random, delay.minMs, delay.maxMs);
  if ('percentiles' in delay) return byPercentiles(delay.percentiles, random() * 100);
  const ms =
    'meanMs' in delay
      ? delay.meanMs + delay.deviationMs * normal(random)
      : delay.medianMs * Math.exp((delay.spread ?? USUAL_SPREAD) * normal(random));
  return Math.min(ms, delay.mostMs ?? Infinity);
};

/**
 * Draws one delay in whole milliseconds; never below 0.
 * @example drawDelay({ medianMs: 120, spread: 0.8, mostMs: 5_000 }, createRandom(1))
 */
export const drawDelay = (delay: Delay, random: Random): number => Math.max(0, Math.round(rawDelay(delay, random)));

export const isNoDelay = (delay: Delay): boolean =>
  ('ms' in delay ? delay.ms : 'maxMs' in delay ? delay.maxMs : 1) === 0;

/** Whether a path is the one a rule names: the same, any (`*`), or any that begins like `/contacts*`. */
export const fitsPath = (wanted: string, path: string): boolean =>
  wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : wanted === path;

/** What a latency says about a request; made once, for a pattern is compiled once. */
export type DelayOf = (path: string, numbers: () => readonly string[]) => Delay;

/** @throws SyntaxError for a pattern that cannot be compiled */
export const delayFinder = (latency: Latency): DelayOf => {
  if (!isRules(latency)) return () => latency;
  const rules = latency.map(({ delay, path = '*', numbers }) => ({
    delay,
    path,
    pattern: numbers === undefined ? null : arm({ numbers }, 0),
  }));
  return (path, numbers) =>
    rules.find(
      (rule) => fitsPath(rule.path, path) && (rule.pattern === null || numbers().some(rule.pattern.fitsNumber)),
    )?.delay ?? NO_LATENCY;
};

const isRules = (latency: Latency): latency is readonly LatencyRule[] => Array.isArray(latency);
