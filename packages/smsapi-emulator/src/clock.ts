import { createTimerQueue } from './state/timer-queue.ts';

export interface Timer {
  cancel(): void;
}

/** What the rest of the emulator knows about time: milliseconds since 1970 and "call me later". */
export interface Clock {
  now(): number;
  setTimer(delayMs: number, task: () => void): Timer;
}

/** A clock whose owner can push it forward and stop it. */
export interface EmulatorClock extends Clock {
  /** How far this clock runs ahead of its base, in milliseconds. */
  readonly aheadMs: number;
  /** Moves forward; everything due on the way runs, in order, each at its own moment. */
  advance(ms: number): void;
  /** Forgets all timers; nothing runs afterwards. */
  stop(): void;
}

/** Tasks run in one turn of the event loop before sockets get their turn. */
const TASKS_PER_TURN = 2_000;
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/** Time that stands still until `advance` is called: for tests that must not wait. */
export const createManualClock = (startAt = Date.UTC(2026, 0, 12, 9)): EmulatorClock =>
  createClock(() => startAt, false);

/** The machine's time, plus whatever it has been pushed forward by. */
export const createRunningClock = (aheadMs = 0): EmulatorClock => createClock(() => Date.now(), true, aheadMs);

const createClock = (base: () => number, running: boolean, initialAheadMs = 0): EmulatorClock => {
  const queue = createTimerQueue();
  let aheadMs = initialAheadMs;
  let wake: NodeJS.Timeout | undefined;
  let wakeAt = Infinity;
  let stopped = false;

  const now = (): number => base() + aheadMs;

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
    const next = running && !stopped ? queue.peek() : undefined;
    if (next === undefined || next.at >= wakeAt) return;
    clearTimeout(wake);
    wakeAt = next.at;
    wake = setTimeout(runDue, Math.min(Math.max(0, next.at - now()), LONGEST_TIMEOUT_MS));
  };

  return {
    now,
    get aheadMs() {
      return aheadMs;
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
    advance(ms) {
      const target = now() + ms;
      for (let task = queue.peek(); task !== undefined && task.at <= target; task = queue.peek()) {
        queue.pop();
        aheadMs += Math.max(0, task.at - now());
        task.run();
      }
      aheadMs += Math.max(0, target - now());
      wakeAt = Infinity;
      arm();
    },
    stop() {
      stopped = true;
      clearTimeout(wake);
      queue.clear();
    },
  };
};
