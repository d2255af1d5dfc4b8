import { LANDED, type Step } from '../reports/plan.ts';
import { mayFollow, STATUS } from '../statuses.ts';
import { forgetHandset, handsetOf, noteLanded } from './handsets.ts';
import type { Message, Store } from './store.ts';

/** Nothing more will happen: the plan is over and everybody who wanted to know has been told. */
export const isSettled = ({ plan, nextStep, told }: Message): boolean =>
  nextStep >= plan.length && plan.every(([, , reported], index) => reported === 0 || (told & (1 << index)) !== 0);

export const addMessage = (store: Store, message: Message): void => {
  store.messages.set(message.id, message);
  const siblings = store.byNumber.get(message.number);
  if (siblings === undefined) store.byNumber.set(message.number, [message.id]);
  else siblings.push(message.id);
  handsetOf(store, message.number, message.acceptedAt);
};

export const removeMessage = (store: Store, id: string): void => {
  const message = store.messages.get(id);
  if (message === undefined) return;
  store.messages.delete(id);
  const siblings = store.byNumber.get(message.number);
  if (siblings === undefined) return;
  const place = siblings.indexOf(id);
  if (place >= 0) siblings.splice(place, 1);
  if (siblings.length > 0) return;
  store.byNumber.delete(message.number);
  forgetHandset(store, message.number);
};

/** A settled message queues up to be forgotten. */
const settle = (store: Store, message: Message): void => {
  if (!isSettled(message)) return;
  store.settled.push(message.id);
  while (store.settled.size > store.keep.messages) {
    const oldest = store.settled.shift();
    if (oldest !== undefined) removeMessage(store, oldest);
  }
};

const land = (store: Store, message: Message, at: number): void => {
  if (message.landedAt !== null) return;
  message.landedAt = at;
  noteLanded(store, message.number, at);
  store.totals = { ...store.totals, delivered: store.totals.delivered + 1 };
};

export interface TakenStep {
  readonly message: Message;
  readonly step: Step;
  readonly index: number;
}

/** Takes the next step of a message's plan. Its moment is the planned one, even when the emulator slept through it. */
export const takeStep = (store: Store, id: string): TakenStep | null => {
  const message = store.messages.get(id);
  const step = message?.plan[message.nextStep];
  if (message === undefined || step === undefined) return null;
  const index = message.nextStep;
  const [afterMs, code] = step;
  const at = message.sendAt + afterMs;
  message.nextStep += 1;
  if (code === LANDED || code === STATUS.delivered) land(store, message, at);
  if (code !== LANDED && mayFollow(message.status, code)) message.status = code;
  // The last step of a life that waited is the end of its validity.
  if (message.nextStep >= message.plan.length) message.held = null;
  settle(store, message);
  return { message, step, index };
};

const needsNoReport = (message: Message): boolean => {
  const reported = message.plan[message.nextStep]?.[2] ?? 0;
  return reported === 0 || (message.told & (1 << message.nextStep)) !== 0;
};

const isDue = (message: Message, now: number): boolean => {
  const step = message.plan[message.nextStep];
  return step !== undefined && message.sendAt + step[0] <= now;
};

/**
 * After a journal was replayed: lets every message grow as old as it was, up to the first report that was never
 * answered. What is settled then may be forgotten at once, before anything is written or sent.
 */
export const catchUp = (store: Store, now: number): void => {
  for (const message of store.messages.values()) {
    while (isDue(message, now) && needsNoReport(message)) takeStep(store, message.id);
  }
};

/** Notes that the report of one step needs no further attempt. */
export const noteTold = (store: Store, id: string, step: number): void => {
  const message = store.messages.get(id);
  if (message === undefined || (message.told & (1 << step)) !== 0) return;
  message.told |= 1 << step;
  settle(store, message);
};
