import { createTimerQueue } from './state/timer-queue.ts';

export interface Timer {
  cancel(): void;
}

/** What the rest of the emulator knows about time: milliseconds since 1970 and "call me later". */
export interface Clock {
  now(): number;
  setTimer(delayMs: number, task: () => void): Timer;
}

/** Everything there is to know about a clock: with the machine's time it tells the moment. The journal keeps it. */
export interface ClockState {
  /** How far it ran ahead of the machine at `setAt`. */
  readonly aheadMs: number;
  /** Milliseconds that pass for one of the machine. */
  readonly pace: number;
  readonly frozen: boolean;
  /** The machine's time when this was noted. */
  readonly setAt: number;
}

/** As the journal has it: lines of before there was a pace hold `aheadMs` alone. */
export type NotedClock = Pick<ClockState, 'aheadMs'> & Partial<ClockState>;

export const asClockState = ({ aheadMs, pace = 1, frozen = false, setAt = Date.now() }: NotedClock): ClockState => ({
  aheadMs,
  pace,
  frozen,
  setAt,
});

/** A clock whose owner can push it forward, hold it, let it run at another pace, and stop it. */
export interface EmulatorClock extends Clock {
  /** How far this clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** Milliseconds that pass for one of the machine: 1 is life as it is, 3600 an hour per second. */
  readonly pace: number;
  readonly frozen: boolean;
  /** When the next timer is due; null when none waits. */
  readonly nextAt: number | null;
  /** Moves forward; everything due on the way runs, in order, each at its own moment. */
  advance(ms: number): void;
  /** Moves forward to a moment like `advance`. Throws a RangeError for one that is over: time only goes forward. */
  jumpTo(at: number): void;
  /** Time stands still; `advance` and `jumpTo` still move it. */
  freeze(): void;
  /** Time goes on from where it stood, at its pace. */
  resume(): void;
  /** Throws a RangeError unless it is a number above 0, at most 1 000 000. */
  setPace(pace: number): void;
  /** Back to a first moment, even an earlier one: all timers are forgotten. */
  restart(at: number): void;
  state(): ClockState;
  /** Calls the listener whenever somebody moved, held or paced the clock. Returns the way to stop that. */
  watch(listener: () => void): () => void;
  /** Forgets all timers; nothing runs afterwards. */
  stop(): void;
}

/** Tasks run in one turn of the event loop before sockets get their turn. */
const TASKS_PER_TURN = 2_000;
const LONGEST_TIMEOUT_MS = 2_147_483_647;
export const FASTEST_PACE = 1_000_000;

/** Whether time can pass that fast: above 0, and slow enough for a millisecond of the machine to mean something. */
export const isPace = (pace: number): boolean => pace > 0 && pace <= FASTEST_PACE;

/** The moment a clock shows when the machine's shows `machineNow`; it ran on while nobody looked, unless it was frozen. */
export const momentOf = ({ aheadMs, pace, frozen, setAt }: ClockState, machineNow: number): number =>
  Math.floor(setAt + aheadMs + (frozen ? 0 : (machineNow - setAt) * pace));

/** Time that stands still until `advance` is called, or runs from then on once it is resumed. */
export const createManualClock = (startAt = Date.UTC(2026, 0, 12, 9)): EmulatorClock => {
  const setAt = Date.now();
  return createClock({ aheadMs: startAt - setAt, pace: 1, frozen: true, setAt });
};

/** The machine's time plus whatever it has been pushed forward by, or any other state. */
export const createRunningClock = (state: number | ClockState = 0): EmulatorClock =>
  createClock(typeof state === 'number' ? asClockState({ aheadMs: state }) : state);

const createClock = (initial: ClockState): EmulatorClock => {
  const queue = createTimerQueue();
  const listeners = new Set<() => void>();
  /** The clock showed `anchor.at` when the machine showed `anchor.machineAt`. */
  let anchor = { machineAt: initial.setAt, at: initial.setAt + initial.aheadMs };
  let { pace, frozen } = initial;
  let wake: NodeJS.Timeout | undefined;
  let wakeAt = Infinity;
  let stopped = false;

  const shownWhen = (machineNow: number): number =>
    Math.floor(anchor.at + (frozen ? 0 : (machineNow - anchor.machineAt) * pace));
  const now = (): number => shownWhen(Date.now());

  /** One look at the machine's clock: what passes between two of them would be lost. */
  const state = (setAt = Date.now()): ClockState => ({ aheadMs: shownWhen(setAt) - setAt, pace, frozen, setAt });

  /** Where the clock stands becomes the start of another way to run. */
  const settle = (machineAt = Date.now()): void => {
    anchor = { machineAt, at: shownWhen(machineAt) };
  };

  const runDue = (): void => {
    wake = undefined;
    wakeAt = Infinity;
    let left = TASKS_PER_TURN;
    for (let task = queue.peek(); task !== undefined && task.at <= now() && left > 0; task = queue.peek()) {
      queue.pop();
      task.run();
      left -= 1;
    }
    arm();
  };

  const arm = (): void => {
    const next = frozen || stopped ? undefined : queue.peek();
    if (next === undefined || next.at >= wakeAt) return;
    clearTimeout(wake);
    wakeAt = next.at;
    wake = setTimeout(runDue, Math.min(Math.max(0, (next.at - now()) / pace), LONGEST_TIMEOUT_MS));
  };

  /** After time was moved or bent: what was armed before is armed anew, and whoever wants to know is told. */
  const changed = (): void => {
    clearTimeout(wake);
    wake = undefined;
    wakeAt = Infinity;
    arm();
    for (const listener of listeners) listener();
  };

  const advance = (ms: number): void => {
    const target = now() + ms;
    let left = ms;
    const skip = (gap: number): void => {
      left -= gap;
      anchor = { ...anchor, at: anchor.at + gap };
    };
    for (let task = queue.peek(); task !== undefined && task.at <= target; task = queue.peek()) {
      queue.pop();
      skip(Math.max(0, Math.min(left, task.at - now())));
      task.run();
    }
    // Time that passed by itself while the tasks ran comes on top.
    skip(left);
    changed();
  };

  return {
    now,
    get aheadMs() {
      return state().aheadMs;
    },
    get pace() {
      return pace;
    },
    get frozen() {
      return frozen;
    },
    get nextAt() {
      return queue.peek()?.at ?? null;
    },
    setTimer(delayMs, run) {
      const task = queue.push(now() + Math.max(0, Math.round(delayMs)), run);
      arm();
      return {
        cancel() {
          task.cancelled = true;
        },
      };
    },
    advance,
    jumpTo(at) {
      const ms = at - now();
      if (!(ms >= 0)) throw new RangeError('Time only goes forward: that moment is over.');
      advance(ms);
    },
    freeze() {
      settle();
      frozen = true;
      changed();
    },
    resume() {
      settle();
      frozen = false;
      changed();
    },
    setPace(wanted) {
      if (!isPace(wanted)) throw new RangeError(`The pace is a number above 0, at most ${FASTEST_PACE}.`);
      settle();
      pace = wanted;
      changed();
    },
    restart(at) {
      queue.clear();
      anchor = { machineAt: Date.now(), at };
      changed();
    },
    state: () => state(),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      stopped = true;
      clearTimeout(wake);
      queue.clear();
    },
  };
};
