import type { Attachment, Channel } from './media/shapes.ts';
import { duplicatesAmong, type Duplicate } from './log/duplicates.ts';
import { toPoints } from './points.ts';
import type { Message, Store } from './state/store.ts';
import { statusName } from './statuses.ts';

/** What stands on a handset's screen. */
export interface HandsetMessage {
  readonly id: string;
  /** `sms`, `mms`, `vms` or `rcs`. */
  readonly channel: Channel;
  readonly idx: string | null;
  readonly from: string;
  readonly text: string;
  readonly parts: number;
  /** Pictures, voices and the like; null for a text. */
  readonly attachment: Attachment | null;
  /** Moment it arrived, in milliseconds. */
  readonly at: number;
}

/** What the gateway took, whether or not it ever arrived. */
export interface AcceptedMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly idx: string | null;
  readonly number: string;
  readonly from: string;
  readonly text: string;
  readonly parts: number;
  readonly attachment: Attachment | null;
  readonly acceptedAt: number;
  readonly sendAt: number;
  readonly status: string;
}

/** What was taken for one number and what reached it, as far as it is remembered. */
export interface NumberTotals {
  readonly number: string;
  readonly accepted: number;
  readonly received: number;
  readonly parts: number;
  readonly points: number;
}

/** Every member named narrows the answer. */
export interface MessageQuery {
  /** Digits with country code. */
  readonly number?: string;
  readonly idx?: string;
  readonly id?: string;
  readonly from?: string;
  readonly text?: string;
  /** Name of a status: `DELIVERED`. */
  readonly status?: string;
  readonly received?: boolean;
  /** Accepted from this moment on; `until` ends before it. Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** The handsets, and what reached them. Bounded: the oldest messages are forgotten above the limit of the emulator. */
export interface Ledger {
  /** Numbers for whom anything was accepted. */
  numbers(): readonly string[];
  /** Messages on that handset, in order of arrival. */
  received(number: string): readonly HandsetMessage[];
  /** Messages the gateway took for that number, in order of acceptance: two here with one meaning is a double send. */
  accepted(number: string): readonly AcceptedMessage[];
  /** Messages the gateway took that fit, in order of acceptance. */
  where(query: MessageQuery): readonly AcceptedMessage[];
  /** Who was sent the same twice: the same idx, or the same text from the same sender. */
  duplicates(): readonly Duplicate[];
  /** One line for every number. */
  perNumber(): readonly NumberTotals[];
  /** Counts since the start, also of what was forgotten. */
  readonly totals: { readonly accepted: number; readonly received: number };
}

const messagesFor = (store: Readonly<Store>, number: string): readonly Message[] =>
  (store.byNumber.get(number) ?? []).flatMap((id) => store.messages.get(id) ?? []);

const onScreen = (message: Message): readonly HandsetMessage[] => {
  const { id, channel, idx, from, text, parts, attachment, landedAt } = message;
  return landedAt === null ? [] : [{ id, channel, idx, from, text, parts, attachment, at: landedAt }];
};

const asAccepted = (message: Message): AcceptedMessage => {
  const { id, channel, idx, number, from, text, parts, attachment, acceptedAt, sendAt, status } = message;
  return { id, channel, idx, number, from, text, parts, attachment, acceptedAt, sendAt, status: statusName(status) };
};

const totalsFor = (number: string, messages: readonly Message[]): NumberTotals => ({
  number,
  accepted: messages.length,
  received: messages.filter(({ landedAt }) => landedAt !== null).length,
  parts: messages.reduce((sum, { parts }) => sum + parts, 0),
  points: toPoints(messages.reduce((sum, { price }) => sum + price, 0)),
});

const isWanted = (message: Message, query: MessageQuery): boolean => {
  const { idx, id, from, text, status, received, since, until } = query;
  return (
    (idx === undefined || message.idx === idx) &&
    (id === undefined || message.id === id) &&
    (from === undefined || message.from === from) &&
    (text === undefined || message.text === text) &&
    (status === undefined || statusName(message.status) === status) &&
    (received === undefined || (message.landedAt !== null) === received) &&
    (since === undefined || message.acceptedAt >= since) &&
    (until === undefined || message.acceptedAt < until)
  );
};

export const createLedger = (store: Readonly<Store>): Ledger => ({
  numbers: () => [...store.byNumber.keys()],
  received: (number) =>
    messagesFor(store, number)
      .flatMap(onScreen)
      .toSorted((a, b) => a.at - b.at),
  accepted: (number) => messagesFor(store, number).map(asAccepted),
  where(query) {
    const candidates = query.number === undefined ? [...store.messages.values()] : messagesFor(store, query.number);
    return candidates.filter((message) => isWanted(message, query)).map(asAccepted);
  },
  duplicates: () => [...store.byNumber.keys()].flatMap((number) => duplicatesAmong(messagesFor(store, number))),
  perNumber: () => [...store.byNumber.keys()].map((number) => totalsFor(number, messagesFor(store, number))),
  get totals() {
    return { accepted: store.totals.accepted, received: store.totals.delivered };
  },
});
