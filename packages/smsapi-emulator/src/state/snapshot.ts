import type { NotedClock } from '../clock.ts';
import type { Accepted, AcceptedItem, Event } from './events.ts';
import { resourceEvents } from './resources.ts';
import type { Message, Store } from './store.ts';

/** One `accepted` line holds at most this many messages, so that no line grows without bound. */
const MESSAGES_PER_LINE = 1_000;
const IDX_PER_LINE = 10_000;

function* chunks<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const sameRequest = (a: Message, b: Message): boolean =>
  a.acceptedAt === b.acceptedAt &&
  a.sendAt === b.sendAt &&
  a.validForMs === b.validForMs &&
  a.from === b.from &&
  a.channel === b.channel &&
  a.attachment === b.attachment &&
  a.reportUrl === b.reportUrl;

/** Neighbours that came in one request stay together: they share sender, moments and texts. */
function* groups(messages: Iterable<Message>): Generator<readonly Message[]> {
  let group: Message[] = [];
  for (const message of messages) {
    const first = group[0];
    if (first !== undefined && (!sameRequest(first, message) || group.length >= MESSAGES_PER_LINE)) {
      yield group;
      group = [];
    }
    group.push(message);
  }
  if (group.length > 0) yield group;
}

/** Two requests of the same moment may carry one text at two prices. */
const textKey = (message: Message): string => `${message.price} ${message.text}`;

const itemAgain = (message: Message, text: number): AcceptedItem => {
  const { id, number, idx, plan, held } = message;
  const submitted = message.submitted === number ? null : message.submitted;
  return held === null ? [id, number, submitted, idx, text, plan] : [id, number, submitted, idx, text, plan, held];
};

const acceptedAgain = (first: Message, group: readonly Message[], sequence: number): Accepted => {
  const texts = new Map(group.map((message) => [textKey(message), message]));
  const places = new Map([...texts.keys()].map((text, index) => [text, index]));
  return {
    type: 'accepted',
    ...(first.channel === 'sms' ? {} : { channel: first.channel }),
    ...(first.attachment === null ? {} : { attachment: first.attachment }),
    at: first.acceptedAt,
    sendAt: first.sendAt,
    from: first.from,
    reportUrl: first.reportUrl,
    validForMs: first.validForMs,
    charge: 0,
    idxUntil: 0,
    sequence,
    texts: [...texts.values()].map((message) => [message.text, message.parts, message.price]),
    items: group.map((message) => itemAgain(message, places.get(textKey(message)) ?? 0)),
  };
};

const toldSteps = (message: Message): [string, number][] =>
  message.plan.flatMap((_, step): [string, number][] =>
    (message.told & (1 << step)) === 0 ? [] : [[message.id, step]],
  );

/** Those kept land once more while the journal is caught up with, and are counted then. */
const countLanded = (store: Store): number => {
  let count = 0;
  for (const message of store.messages.values()) if (message.landedAt !== null) count += 1;
  return count;
};

/** After the messages, whose lives already wait where they have to: a phone that is off holds only what comes later. */
function* handsetEvents(store: Store): Generator<Event> {
  for (const { number, state, since, readAt } of store.handsets.values()) {
    if (state !== 'on') yield { type: 'phone', number, state, at: since };
    if (readAt > 0) yield { type: 'read', number, at: readAt };
  }
  for (const text of store.sent.values()) yield { type: 'sent', text, sequence: store.sequence };
}

/**
 * The shortest list of events that leads to the same store: what a grown journal is replaced by at start.
 * Messages that nothing more happens to are kept too, for the handsets still show them.
 */
export function* snapshot(store: Store, clock: NotedClock): Generator<Event> {
  yield { type: 'opened', points: store.points, account: store.account, sequence: store.sequence };
  yield { type: 'clock', ...clock };
  for (const list of ['blacklist', 'optOuts'] as const) {
    for (const entry of store[list].values()) yield { type: 'listed', list, entry, sequence: store.sequence };
  }
  yield* resourceEvents(store.resources, store.sequence);
  for (const group of groups(store.messages.values())) {
    const [first] = group;
    if (first === undefined) continue;
    yield acceptedAgain(first, group, store.sequence);
    const steps = group.flatMap(toldSteps);
    if (steps.length > 0) yield { type: 'told', steps };
  }
  yield* handsetEvents(store);
  // Last, for the lines above remember their idx values only until moment 0 and count acceptances once more.
  for (const idx of chunks(store.idxUntil, IDX_PER_LINE)) yield { type: 'remembered', idx, sequence: store.sequence };
  yield { type: 'totals', totals: { ...store.totals, delivered: store.totals.delivered - countLanded(store) } };
  if (store.allowance === null) return;
  yield { type: 'allowance', upTo: store.allowance };
  yield { type: 'points', points: store.points };
}
