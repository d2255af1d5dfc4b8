import type { Core } from '../core.ts';
import type { FaultReply, Target } from '../faults.ts';
import { delayFinder, drawDelay, isNoDelay, NO_LATENCY, type DelayOf, type Latency } from '../faults/latency.ts';
import { keyedRandom, type Random } from '../random.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { Call } from './call.ts';
import { textOf } from './fields.ts';

/** A request as rules see it: its recipients in digits with country code, worked out only when a rule asks. */
export const targetOf = ({ path, fields }: Call, ordinal: number): Target => {
  let numbers: readonly string[] | undefined;
  const findNumbers = (): readonly string[] => {
    const given = textOf(fields, 'to') ?? textOf(fields, 'phone_number') ?? textOf(fields, 'number') ?? '';
    return given.split(',').map((one) => normalizeNumber(one.trim(), true) ?? one);
  };
  return { path, numbers: () => (numbers ??= findNumbers()), ordinal };
};

/** How long an answer is held back, in milliseconds of the machine; drawn by ordinal, so that the same run is equally slow. */
export const createDelays = (core: Core): ((target: Target) => number) => {
  let known: { readonly latency: Latency; readonly delayOf: DelayOf } = {
    latency: NO_LATENCY,
    delayOf: delayFinder(NO_LATENCY),
  };
  return ({ path, numbers, ordinal }) => {
    const { latency } = core.settings();
    if (latency !== known.latency) known = { latency, delayOf: delayFinder(latency) };
    const delay = known.delayOf(path, numbers);
    return isNoDelay(delay) ? 0 : drawDelay(delay, keyedRandom(core.seed, `latency ${ordinal}`));
  };
};

/** How slow a slow answer is. */
export const slownessOf = ({ ms, delay }: Extract<FaultReply, { kind: 'slow' }>, random: Random): number =>
  delay === undefined ? (ms ?? 0) : drawDelay(delay, random);
