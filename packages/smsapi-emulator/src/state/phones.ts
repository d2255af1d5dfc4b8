import { firstAfter, holdLife, releaseLife } from '../reports/hold.ts';
import { handsetOf, isReachable, type PhoneState } from './handsets.ts';
import type { Message, Store } from './store.ts';

/** A handset was switched off, carried out of coverage, or came back. */
export interface PhoneChanged {
  readonly type: 'phone';
  readonly number: string;
  readonly state: PhoneState;
  readonly at: number;
}

/** From this moment on nothing reaches the handset: what was on its way waits. */
export const holdMessage = (message: Message, from: number): void => {
  const life = message.held === null ? holdLife(message.plan, from, message.validForMs) : null;
  if (life === null) return;
  message.plan = life.plan;
  message.held = life.held;
};

/** What waited lands now, unless its validity ended while nobody could be reached. */
const releaseMessage = (message: Message, at: number): void => {
  const { plan, held } = message;
  if (held === null) return;
  const backAfterMs = at - message.sendAt;
  const from = firstAfter(plan, backAfterMs);
  if (from >= plan.length) return;
  message.plan = releaseLife({ plan, held }, from, backAfterMs);
  message.held = null;
};

/**
 * Changes the state of a handset and the lives of the messages on their way to it. What has happened by then hangs on
 * time alone, not on how far timers have come: a replayed journal ends in the same lives.
 */
export const changePhone = (store: Store, { number, state, at }: PhoneChanged): void => {
  const wasReachable = isReachable(store, number);
  // Pressing a button is nothing that happened on the handset: its place in the list stays.
  const handset = store.handsets.get(number) ?? handsetOf(store, number, at);
  if (handset.state === state) return;
  handset.state = state;
  handset.since = at;
  if (wasReachable === (state === 'on')) return;
  for (const id of store.byNumber.get(number) ?? []) {
    const message = store.messages.get(id);
    if (message === undefined) continue;
    if (state === 'on') releaseMessage(message, at);
    else holdMessage(message, firstAfter(message.plan, at - message.sendAt));
  }
};
