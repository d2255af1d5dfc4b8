import type { Attachment, Channel } from './media/shapes.ts';
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

/** The handsets, and what reached them. Bounded: the oldest messages are forgotten above the limit of the emulator. */
export interface Ledger {
  /** Numbers for whom anything was accepted. */
  numbers(): readonly string[];
  /** Messages on that handset, in order of arrival. */
  received(number: string): readonly HandsetMessage[];
  /** Messages the gateway took for that number, in order of acceptance: two here with one meaning is a double send. */
  accepted(number: string): readonly AcceptedMessage[];
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

export const createLedger = (store: Readonly<Store>): Ledger => ({
  numbers: () => [...store.byNumber.keys()],
  received: (number) =>
    messagesFor(store, number)
      .flatMap(onScreen)
      .toSorted((a, b) => a.at - b.at),
  accepted: (number) => messagesFor(store, number).map(asAccepted),
  get totals() {
    return { accepted: store.totals.accepted, received: store.totals.delivered };
  },
});
