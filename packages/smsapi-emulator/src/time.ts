import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { isPace } from './clock.ts';
import type { Core } from './core.ts';
import { momentAfter, WHEN_ALLOWED, type When } from './when.ts';

/** How often to look again at once before sleeping between looks: a receiver on this machine answers within these. */
const QUICK_LOOKS = 200;

/** Waits until every report on its way was answered; false when one was not, or all of them take longer than one may. */
const untilQuiet = async ({ dispatcher, transport }: Core): Promise<boolean> => {
  const { timedOut: before } = transport;
  const endsAt = performance.now() + transport.timeoutMs;
  for (let looks = 0; dispatcher.busy || transport.underWay > 0; looks += 1) {
    if (transport.timedOut > before || performance.now() >= endsAt) return false;
    await (looks < QUICK_LOOKS ? nextTurn() : sleep(1));
  }
  return transport.timedOut === before;
};

const noteClock = (core: Core): Promise<void> => core.record({ type: 'clock', ...core.clock.state() });

/**
 * Has the journal keep how the clock was left, whoever moved it; changes of one turn are noted once.
 * Returns what ends that, with a last note.
 */
export const keepClock = (core: Core): (() => Promise<void>) => {
  let isDirty = false;
  const note = async (): Promise<void> => {
    if (!isDirty) return;
    isDirty = false;
    await noteClock(core);
  };
  const unwatch = core.clock.watch(() => {
    if (!isDirty) setImmediate(() => void note().catch(core.onError));
    isDirty = true;
  });
  return () => {
    unwatch();
    return note();
  };
};

/**
 * Moves to a moment, from one timer to the next, and lets receivers answer on the way: a report refused in the first
 * hour is repeated in the second, not after the end. Receivers that do not answer are waited for once only, for as
 * long as one call may take; then time goes on without them.
 */
const moveTo = async (core: Core, at: number): Promise<void> => {
  const { clock } = core;
  let isPatient = true;
  for (let next = clock.nextAt; next !== null && next <= at; next = clock.nextAt) {
    clock.advance(Math.max(0, next - clock.now()));
    if (isPatient) isPatient = await untilQuiet(core);
  }
  clock.advance(Math.max(0, at - clock.now()));
  await noteClock(core);
};

export const advanceClock = (core: Core, ms: number): Promise<void> => moveTo(core, core.clock.now() + ms);

/** Throws a RangeError for a moment that is over or cannot be understood. */
export const jumpClock = async (core: Core, when: When): Promise<void> => {
  const now = core.clock.now();
  const at = momentAfter(when, now);
  if (at === null) throw new RangeError(`A moment is ${WHEN_ALLOWED}.`);
  if (at < now) throw new RangeError('Time only goes forward: that moment is over.');
  await moveTo(core, at);
};

/** What may be said about a clock at once; what is left out stays. */
export interface ClockChange {
  readonly pace?: number;
  readonly freeze?: boolean;
  readonly to?: When;
  readonly advanceMs?: number;
}

/** Holds or paces first, then moves. Returns a sentence about what is wrong; then nothing was changed. */
export const changeClock = async (core: Core, change: ClockChange): Promise<string | null> => {
  const { clock } = core;
  const { pace, freeze, to, advanceMs } = change;
  const at = to === undefined ? undefined : momentAfter(to, clock.now());
  if (pace !== undefined && !isPace(pace)) return 'Field pace must be a number above 0, at most 1000000.';
  if (at === null) return `Field to must be ${WHEN_ALLOWED}.`;
  if (at !== undefined && at < clock.now()) return 'Field to must not be over: time only goes forward.';
  if (advanceMs !== undefined && !(advanceMs >= 0)) {
    return 'Field advanceMs must be a number from 0: time only goes forward.';
  }
  if (pace !== undefined) clock.setPace(pace);
  if (freeze === true) clock.freeze();
  if (at !== undefined) await moveTo(core, at);
  if (advanceMs !== undefined) await advanceClock(core, Math.round(advanceMs));
  if (freeze === false) clock.resume();
  await noteClock(core);
  return null;
};

/** What the admin endpoint tells about the clock. */
export const showClock = ({ clock }: Core): Readonly<Record<string, unknown>> => ({
  now: new Date(clock.now()).toISOString(),
  pace: clock.pace,
  frozen: clock.frozen,
  aheadMs: clock.aheadMs,
  nextAt: clock.nextAt === null ? null : new Date(clock.nextAt).toISOString(),
});
