import type { Clock, Timer } from '../clock.ts';
import { takeStep, type TakenStep } from '../state/messages.ts';
import type { Message, Store } from '../state/store.ts';
import type { Dispatcher } from './dispatcher.ts';
import { reportFields } from './report.ts';

/** Lets messages grow older: takes the steps of their plans when their moments come, and has them reported. */
export interface Runner {
  /** Messages to whom something will still happen by itself; one that waits for its handset is none. */
  readonly active: number;
  start(ids: Iterable<string>): void;
  cancel(ids: readonly string[]): void;
  /** Looks anew at lives that were changed from outside. */
  reschedule(ids: readonly string[]): void;
  clear(): void;
}

export interface RunnerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly dispatcher: Pick<Dispatcher, 'enqueue'>;
  /** Told of every step that was taken. */
  readonly onStep: (message: Message) => void;
  /** Called whenever a message has run its course. */
  readonly onDone: () => void;
}

const isResting = ({ held, plan, nextStep }: Message): boolean => held !== null && nextStep === plan.length - 1;

/** A life may have been changed after its timer was set. */
const isDue = (message: Message | undefined, at: number): boolean => {
  const step = message?.plan[message.nextStep];
  return message !== undefined && step !== undefined && message.sendAt + step[0] <= at;
};

export const createRunner = ({ store, clock, dispatcher, onStep, onDone }: RunnerDeps): Runner => {
  /** Messages by the millisecond of their next step: a request of thousands needs few timers, not thousands. */
  const due = new Map<number, string[]>();
  const timers = new Map<number, Timer>();
  /** The moment each message really waits for; a place in `due` that says otherwise is out of date. */
  const waitsFor = new Map<string, number>();
  /** Those with nothing ahead but the end of their validity, unless somebody switches the handset on. */
  const resting = new Set<string>();

  const countActive = (): number => waitsFor.size - resting.size;

  const forget = (id: string): void => {
    waitsFor.delete(id);
    resting.delete(id);
  };

  const schedule = (message: Message): void => {
    const step = message.plan[message.nextStep];
    if (step === undefined) return;
    const at = Math.max(message.sendAt + step[0], clock.now());
    if (waitsFor.get(message.id) === at) return;
    waitsFor.set(message.id, at);
    if (isResting(message)) resting.add(message.id);
    else resting.delete(message.id);
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
      if (waitsFor.get(id) !== at) continue;
      forget(id);
      const taken = isDue(store.messages.get(id), at) ? takeStep(store, id) : null;
      if (taken === null) {
        start([id]);
        continue;
      }
      report(taken);
      onStep(taken.message);
      schedule(taken.message);
    }
    if (countActive() === 0) onDone();
  };

  const start = (ids: Iterable<string>): void => {
    for (const id of ids) {
      const message = store.messages.get(id);
      if (message !== undefined) schedule(message);
    }
  };

  return {
    get active() {
      return countActive();
    },
    start,
    cancel(ids) {
      for (const id of ids) forget(id);
      if (countActive() === 0) onDone();
    },
    reschedule(ids) {
      start(ids);
      if (countActive() === 0) onDone();
    },
    clear() {
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      due.clear();
      waitsFor.clear();
      resting.clear();
    },
  };
};
