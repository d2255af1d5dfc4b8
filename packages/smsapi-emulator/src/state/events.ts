import type { Account } from '../account.ts';
import type { NotedClock } from '../clock.ts';
import type { Attachment, Channel } from '../media/shapes.ts';
import type { Units } from '../points.ts';
import { DEFAULT_VALIDITY_MS } from '../reports/hold.ts';
import type { Plan } from '../reports/plan.ts';
import { STATUS } from '../statuses.ts';
import { isReachable, noteRead } from './handsets.ts';
import { addMessage, noteTold, removeMessage } from './messages.ts';
import { changePhone, holdMessage, type PhoneChanged } from './phones.ts';
import { clearResources, dropEntries, keepEntries, type Dropped, type Kept } from './resources.ts';
import { addSent, noteHanded, type TextHanded, type TextSent } from './sent-texts.ts';
import { NO_TOTALS, type ListedNumber, type Message, type Store, type Totals } from './store.ts';

/** [id, number, submitted form when it differs, idx, index into texts, plan, steps that wait for the handset] */
export type AcceptedItem = readonly [string, string, string | null, string | null, number, Plan, Plan?];
/** [text, parts, price] */
export type AcceptedText = readonly [string, number, Units];

/** One request taken: everything the gateway now owes, and nothing that can be worked out again. */
export interface Accepted {
  readonly type: 'accepted';
  /** Absent for texts. */
  readonly channel?: Channel;
  /** The same for all messages of the request. */
  readonly attachment?: Attachment;
  readonly at: number;
  readonly sendAt: number;
  readonly from: string;
  readonly reportUrl: string | null;
  /** How long after sending the gateway keeps trying; absent without `expiration_date`. */
  readonly validForMs?: number;
  readonly charge: Units;
  /** Until when the idx values of this request are remembered. */
  readonly idxUntil: number;
  readonly sequence: number;
  readonly texts: readonly AcceptedText[];
  readonly items: readonly AcceptedItem[];
}

export type ListName = 'blacklist' | 'optOuts';

/** What changes the store, and what the journal keeps: one JSON line each. */
export type Event =
  | { readonly type: 'opened'; readonly points: Units; readonly account: Account; readonly sequence: number }
  | ({ readonly type: 'clock' } & NotedClock)
  | { readonly type: 'points'; readonly points: Units }
  | { readonly type: 'allowance'; readonly upTo: number | null }
  | { readonly type: 'account'; readonly patch: Partial<Account> }
  | { readonly type: 'listed'; readonly list: ListName; readonly entry: ListedNumber; readonly sequence: number }
  | { readonly type: 'unlisted'; readonly list: ListName; readonly numbers: readonly string[] }
  | Kept
  | Dropped
  | PhoneChanged
  | { readonly type: 'read'; readonly number: string; readonly at: number }
  | TextSent
  | TextHanded
  | Accepted
  | { readonly type: 'cancelled'; readonly ids: readonly string[]; readonly refund: Units }
  | { readonly type: 'told'; readonly steps: readonly (readonly [id: string, step: number])[] }
  | { readonly type: 'remembered'; readonly idx: readonly IdxMemory[]; readonly sequence: number }
  | { readonly type: 'totals'; readonly totals: Totals };

type IdxMemory = readonly [idx: string, until: number];

const rememberIdx = (store: Store, idx: string, until: number): void => {
  // Deleting first keeps the map ordered by the moment of remembering, so that forgetting looks at its front only.
  store.idxUntil.delete(idx);
  store.idxUntil.set(idx, until);
};

/** The message that uses up the allowance takes the balance with it. */
const endAllowance = (store: Store): void => {
  if (store.allowance !== null && store.totals.accepted >= store.allowance) store.points = Math.min(0, store.points);
};

const accept = (store: Store, event: Accepted): void => {
  store.points -= event.charge;
  store.sequence = Math.max(store.sequence, event.sequence);
  const { accepted, charged, delivered } = store.totals;
  store.totals = { accepted: accepted + event.items.length, charged: charged + event.charge, delivered };
  for (const [id, number, submitted, idx, textIndex, plan, held] of event.items) {
    const [text, parts, price] = event.texts[textIndex] ?? ['', 1, 0];
    if (idx !== null) rememberIdx(store, idx, event.idxUntil);
    const message: Message = {
      id,
      channel: event.channel ?? 'sms',
      number,
      submitted: submitted ?? number,
      from: event.from,
      idx,
      text,
      parts,
      attachment: event.attachment ?? null,
      price,
      acceptedAt: event.at,
      sendAt: event.sendAt,
      validForMs: event.validForMs ?? DEFAULT_VALIDITY_MS,
      reportUrl: event.reportUrl,
      plan,
      held: held ?? null,
      status: STATUS.queue,
      landedAt: null,
      nextStep: 0,
      told: 0,
    };
    if (!isReachable(store, number)) holdMessage(message, 0);
    addMessage(store, message);
  }
  endAllowance(store);
};

const clear = (store: Store): void => {
  store.totals = NO_TOTALS;
  const { messages, byNumber, handsets, sent, idxUntil, blacklist, optOuts } = store;
  for (const map of [messages, byNumber, handsets, sent, idxUntil, blacklist, optOuts]) map.clear();
  store.settled.clear();
  clearResources(store.resources);
};

/** The only way the store changes apart from messages growing older; live and replayed events take the same road. */
export const apply = (store: Store, event: Event): void => {
  switch (event.type) {
    case 'opened':
      clear(store);
      store.points = event.points;
      store.allowance = null;
      store.account = event.account;
      store.sequence = Math.max(store.sequence, event.sequence);
      break;
    case 'points':
      store.points = event.points;
      break;
    case 'allowance':
      store.allowance = event.upTo;
      endAllowance(store);
      break;
    case 'account':
      store.account = { ...store.account, ...event.patch };
      break;
    case 'listed':
      store.sequence = Math.max(store.sequence, event.sequence);
      store[event.list].set(event.entry.number, event.entry);
      break;
    case 'unlisted':
      for (const number of event.numbers) store[event.list].delete(number);
      break;
    case 'kept':
      store.sequence = Math.max(store.sequence, event.sequence);
      keepEntries(store.resources, event, store.keep.resources);
      break;
    case 'dropped':
      dropEntries(store.resources, event);
      break;
    case 'phone':
      changePhone(store, event);
      break;
    case 'read':
      noteRead(store, event.number, event.at);
      break;
    case 'sent':
      addSent(store, event);
      break;
    case 'handed':
      noteHanded(store, event);
      break;
    case 'accepted':
      accept(store, event);
      break;
    case 'cancelled':
      store.points += event.refund;
      store.totals = { ...store.totals, charged: store.totals.charged - event.refund };
      for (const id of event.ids) removeMessage(store, id);
      break;
    case 'told':
      for (const [id, step] of event.steps) noteTold(store, id, step);
      break;
    case 'remembered':
      store.sequence = Math.max(store.sequence, event.sequence);
      for (const [idx, until] of event.idx) rememberIdx(store, idx, until);
      break;
    case 'totals':
      store.totals = event.totals;
      break;
    case 'clock':
      // Concerns the clock alone; the emulator reads it while opening the journal.
      break;
  }
};

/** Forgets what is no longer unique: expired idx values at the front of the map, then the oldest above the limit. */
export const forgetIdx = (store: Store, now: number, limit: number): void => {
  for (const [idx, until] of store.idxUntil) {
    if (until > now && store.idxUntil.size <= limit) return;
    store.idxUntil.delete(idx);
  }
};
