import type { Store } from './store.ts';

export const PHONE_STATES = ['on', 'off', 'out-of-coverage'] as const;
/** `off` and `out-of-coverage` differ in what people see; to the network neither can be reached. */
export type PhoneState = (typeof PHONE_STATES)[number];

/** One handset: everything about a number that is not its messages. */
export interface Handset {
  readonly number: string;
  state: PhoneState;
  /** Since when it is in that state; 0 when it never changed. */
  since: number;
  /** The last thing that happened on it. */
  lastAt: number;
  /** Everything that landed up to this moment was read. */
  readAt: number;
  unread: number;
  /** Ids of the texts its owner sent, oldest first. */
  sent: readonly string[];
}

const NOTHING: readonly string[] = [];

/** The handset with this number, made when it is the first time that anybody hears of it. */
export const handsetOf = (store: Store, number: string, at: number): Handset => {
  const known = store.handsets.get(number);
  if (known !== undefined) {
    if (at > known.lastAt) known.lastAt = at;
    return known;
  }
  const handset: Handset = { number, state: 'on', since: 0, lastAt: at, readAt: 0, unread: 0, sent: NOTHING };
  store.handsets.set(number, handset);
  return handset;
};

export const isReachable = (store: Readonly<Store>, number: string): boolean => {
  const state = store.handsets.get(number)?.state ?? 'on';
  return state === 'on';
};

/** A text has reached the screen. */
export const noteLanded = (store: Store, number: string, at: number): void => {
  const handset = handsetOf(store, number, at);
  if (at > handset.readAt) handset.unread += 1;
};

/** Somebody looked at the conversation. */
export const noteRead = (store: Store, number: string, at: number): void => {
  const handset = store.handsets.get(number);
  if (handset === undefined) return;
  handset.readAt = Math.max(handset.readAt, at);
  handset.unread = 0;
};

/** A handset on which nothing is left to see is forgotten; one that was switched off by hand is not. */
export const forgetHandset = (store: Store, number: string): void => {
  const handset = store.handsets.get(number);
  if (handset === undefined || handset.state !== 'on' || handset.sent.length > 0) return;
  if (!store.byNumber.has(number)) store.handsets.delete(number);
};
