import type { Account } from '../account.ts';
import type { Attachment, Channel } from '../media/shapes.ts';
import type { Units } from '../points.ts';
import type { Plan } from '../reports/plan.ts';
import { createFifo, type Fifo } from './fifo.ts';
import type { Handset } from './handsets.ts';
import { emptyResources, type Resources } from './resources.ts';
import type { SentText } from './sent-texts.ts';

/** One accepted message: what was agreed, and how far its life has come. */
export interface Message extends Readonly<Agreed>, Progress {}

/** What never changes after acceptance. */
interface Agreed {
  id: string;
  channel: Channel;
  number: string;
  submitted: string;
  from: string;
  idx: string | null;
  /** Equal texts are one shared string. */
  text: string;
  parts: number;
  /** Pictures, voices and the like; null for a text. */
  attachment: Attachment | null;
  price: Units;
  acceptedAt: number;
  sendAt: number;
  /** How long after sending the gateway keeps trying to reach the handset. */
  validForMs: number;
  reportUrl: string | null;
}

/**
 * What the steps of the plan change, in place: replacing three times each of the thousands of messages of one request
 * doubled the price of taking it. Only state/messages.ts and state/phones.ts write here.
 */
export interface Progress {
  /** Fixed at acceptance; only a handset that goes away or comes back changes what lies ahead. */
  plan: Plan;
  /** Steps that wait for a handset which cannot be reached. */
  held: Plan | null;
  status: number;
  /** When the text reached the handset. */
  landedAt: number | null;
  /** Index of the next step of the plan. */
  nextStep: number;
  /** Bit per step of the plan whose report was answered OK, given up or not wanted. */
  told: number;
}

/** A number on the blacklist or on the opt-out list. */
export interface ListedNumber {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  /** Last day it counts, as `YYYY-MM-DD`; null means for ever. */
  readonly expireAt: string | null;
}

export interface Totals {
  readonly accepted: number;
  readonly delivered: number;
  readonly charged: Units;
}

/** How much is remembered. */
export interface Keep {
  /** Settled messages. */
  readonly messages: number;
  /** Entries of one kind of resource. */
  readonly resources: number;
  /** Texts sent from handsets. */
  readonly incoming: number;
}

/**
 * Everything the emulator knows, in one plain object. Only `apply` (events.ts) and `takeStep` (life of a message)
 * change it; all else reads.
 */
export interface Store {
  account: Account;
  points: Units;
  /** The count of accepted messages at which the balance becomes 0; null for none. */
  allowance: number | null;
  /** How many ids were handed out; never goes back, so that an id is never used twice. */
  sequence: number;
  totals: Totals;
  readonly messages: Map<string, Message>;
  /** Ids by recipient, oldest first. */
  readonly byNumber: Map<string, string[]>;
  /** By number: everybody who was ever sent anything, sent something or was switched off. */
  readonly handsets: Map<string, Handset>;
  /** Texts that owners of handsets sent, oldest first. */
  readonly sent: Map<string, SentText>;
  /** idx → moment until which it is remembered. */
  readonly idxUntil: Map<string, number>;
  readonly blacklist: Map<string, ListedNumber>;
  readonly optOuts: Map<string, ListedNumber>;
  /** Contacts, templates, subusers and the like. */
  readonly resources: Resources;
  /** Messages to whom nothing more will happen, oldest first: the first to be forgotten. */
  readonly settled: Fifo<string>;
  readonly keep: Keep;
}

export const NO_TOTALS: Totals = { accepted: 0, delivered: 0, charged: 0 };

export const createStore = (account: Account, points: Units, keep: Keep): Store => ({
  account,
  points,
  allowance: null,
  sequence: 0,
  totals: NO_TOTALS,
  messages: new Map(),
  byNumber: new Map(),
  handsets: new Map(),
  sent: new Map(),
  idxUntil: new Map(),
  blacklist: new Map(),
  optOuts: new Map(),
  resources: emptyResources(),
  settled: createFifo(),
  keep,
});
