import type { Clock, Timer } from '../clock.ts';
import { takeStep, type TakenStep } from '../state/messages.ts';
import type { Message, Store } from '../state/store.ts';
import type { Dispatcher } from './dispatcher.ts';
import { reportFields } from './report.ts';

/** Lets messages grow older: takes the steps of their plans when their moments come, and has them reported. */
export interface Runner {
  /** Messages to whom something will still happen. */
  readonly active: number;
  start(ids: Iterable<string>): void;
  cancel(ids: readonly string[]): void;
  clear(): void;
}

export interface RunnerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher;
  /** Called whenever a message has run its course. */
  readonly onDone: () => void;
}

export const createRunner = ({ store, clock, dispatcher, onDone }: RunnerDeps): Runner => {
  /** Messages by the millisecond of their next step: a request of thousands needs few timers, not thousands. */
  const due = new Map<number, string[]>();
  const timers = new Map<number, Timer>();
  const cancelled = new Set<string>();
  let active = 0;

  const schedule = (message: Message): void => {
    const step = message.plan[message.nextStep];
    if (step === undefined) return;
    active += 1;
    const at = Math.max(message.sendAt + step[0], clock.now());
    const others = due.get(at);
    if (others !== undefined) {
      others.push(message.id);
      return;
    }
    due.set(at, [message.id]);
    timers.set(
      at,
      clock.setTimer(at - clock.now(), () => runDue(at)),
    );
  };

  const report = ({ message, step: [afterMs, code, reported], index }: TakenStep): void => {
    const isWanted = reported === 1 && (message.told & (1 << index)) === 0;
    if (!isWanted || message.reportUrl === null) return;
    const fields = reportFields(message, code, message.sendAt + afterMs, store.account.username);
    dispatcher.enqueue({ url: message.reportUrl, id: message.id, step: index, fields });
  };

  const runDue = (at: number): void => {
    const ids = due.get(at) ?? [];
    due.delete(at);
    timers.delete(at);
    for (const id of ids) {
      if (cancelled.delete(id)) continue;
      active -= 1;
      const taken = takeStep(store, id);
      if (taken === null) continue;
      report(taken);
      schedule(taken.message);
    }
    if (active === 0) onDone();
  };

  return {
    get active() {
      return active;
    },
    start(ids) {
      for (const id of ids) {
        const message = store.messages.get(id);
        if (message !== undefined) schedule(message);
      }
    },
    cancel(ids) {
      for (const id of ids) {
        cancelled.add(id);
        active -= 1;
      }
      if (active === 0) onDone();
    },
    clear() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      due.clear();
      cancelled.clear();
      active = 0;
    },
  };
};
