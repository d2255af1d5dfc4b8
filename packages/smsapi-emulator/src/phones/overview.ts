import type { Handset, PhoneState } from '../state/handsets.ts';
import type { SentText } from '../state/sent-texts.ts';
import type { Message, Store } from '../state/store.ts';
import { isFinal, statusName } from '../statuses.ts';
import { newestOf } from './newest.ts';

/** The last thing on a handset, for one line of the list. */
export interface LastEntry {
  readonly kind: 'message' | 'text';
  /** Beginning of the text. */
  readonly text: string;
  /** Sender name; null for what the handset's owner sent. */
  readonly from: string | null;
  readonly at: number;
  readonly status: string;
}

/** One line of the list of handsets. */
export interface PhoneLine {
  readonly number: string;
  readonly state: PhoneState;
  /** Since when it is in that state; 0 when it never changed. */
  readonly since: number;
  readonly lastAt: number;
  readonly unread: number;
  /** Messages on their way, of the newest hundred. */
  readonly waiting: number;
  readonly last: LastEntry | null;
}

export interface PhoneList {
  /** The emulator's time, in milliseconds. */
  readonly now: number;
  /** Handsets known. */
  readonly total: number;
  /** Handsets that fit the search. */
  readonly matching: number;
  readonly phones: readonly PhoneLine[];
}

const LONGEST_PREVIEW = 120;
const LOOKED_AT = 100;

/** On its way: it has not reached the screen, and may still do so. */
export const isWaiting = ({ landedAt, status }: Message): boolean => landedAt === null && !isFinal(status);

/** When a message takes its place in the conversation. */
export const momentOf = ({ landedAt, sendAt }: Message): number => landedAt ?? sendAt;

const ofMessage = (message: Message): LastEntry => ({
  kind: 'message',
  text: message.text.slice(0, LONGEST_PREVIEW),
  from: message.from,
  at: momentOf(message),
  status: statusName(message.status),
});

const ofText = ({ text, at, state }: SentText): LastEntry => ({
  kind: 'text',
  text: text.slice(0, LONGEST_PREVIEW),
  from: null,
  at,
  status: state,
});

const newer = (a: LastEntry | null, b: LastEntry | null): LastEntry | null => {
  if (a === null || b === null) return a ?? b;
  return b.at >= a.at ? b : a;
};

const lastOf = (store: Readonly<Store>, handset: Handset): LastEntry | null => {
  const message = store.messages.get(store.byNumber.get(handset.number)?.at(-1) ?? '');
  const text = store.sent.get(handset.sent.at(-1) ?? '');
  return newer(message === undefined ? null : ofMessage(message), text === undefined ? null : ofText(text));
};

export const phoneLine = (store: Readonly<Store>, handset: Handset): PhoneLine => {
  const { number, state, since, lastAt, unread } = handset;
  const newest = (store.byNumber.get(number) ?? []).slice(-LOOKED_AT);
  const waiting = newest.filter((id) => {
    const message = store.messages.get(id);
    return message !== undefined && isWaiting(message);
  }).length;
  return { number, state, since, lastAt, unread, waiting, last: lastOf(store, handset) };
};

/** Which handsets: those that a text finds, and those of known numbers besides. Without either all of them. */
export interface PhoneQuery {
  readonly search: string;
  readonly numbers: ReadonlySet<string>;
}

/** Digits look for a number, anything else for a word in the last text or for a sender name. */
const fitsSearch = (store: Readonly<Store>, search: string): ((handset: Handset) => boolean) => {
  const digits = search.replaceAll(/[\s+-]/g, '');
  if (/^\d+$/.test(digits)) return ({ number }) => number.includes(digits);
  const word = search.toLowerCase();
  return (handset) => {
    const last = lastOf(store, handset);
    return (
      last !== null && (last.text.toLowerCase().includes(word) || last.from?.toLowerCase().includes(word) === true)
    );
  };
};

const fitsQuery = (store: Readonly<Store>, { search, numbers }: PhoneQuery): ((handset: Handset) => boolean) => {
  const text = search.trim();
  if (text === '') return ({ number }) => numbers.size === 0 || numbers.has(number);
  const isFound = fitsSearch(store, text);
  return (handset) => numbers.has(handset.number) || isFound(handset);
};

/** The handsets with the newest messages, newest first. */
export const phoneList = (store: Readonly<Store>, query: PhoneQuery, most: number, now: number): PhoneList => {
  const fits = fitsQuery(store, query);
  let matching = 0;
  const chosen = [...store.handsets.values()].filter((handset) => {
    if (!fits(handset)) return false;
    matching += 1;
    return true;
  });
  const newest = newestOf(chosen, most, ({ lastAt }) => lastAt);
  return { now, total: store.handsets.size, matching, phones: newest.map((handset) => phoneLine(store, handset)) };
};
