import type { Sink } from './http/sink.ts';
import type { Event } from './state/events.ts';
import type { Store } from './state/store.ts';

/** What the page shows, by the part that has to be asked for again. */
export const TOPICS = ['phones', 'account', 'calls', 'requests', 'settings'] as const;
export type Topic = (typeof TOPICS)[number];

/** Tells listeners that something changed, never what: they ask again, and several changes are one message. */
export interface Live {
  readonly listeners: number;
  /** As many listeners as one emulator serves. */
  readonly isFull: boolean;
  note(topic: Topic, number?: string): void;
  noteEvents(store: Readonly<Store>, events: readonly Event[]): void;
  connect(sink: Sink): void;
  close(): void;
}

export interface LiveSettings {
  /** Changes within this time travel together. */
  readonly coalesceMs: number;
  /** A comment so that both sides notice a dead connection. */
  readonly heartbeatMs: number;
  readonly maxListeners: number;
  /** With more numbers than this in one message it names none: everything may have changed. */
  readonly maxNumbers: number;
}

export const LIVE_DEFAULTS: LiveSettings = { coalesceMs: 250, heartbeatMs: 15_000, maxListeners: 32, maxNumbers: 50 };

const TOPICS_OF: Readonly<Partial<Record<Event['type'], readonly Topic[]>>> = {
  opened: TOPICS,
  clock: ['settings', 'phones'],
  points: ['account'],
  account: ['account'],
  listed: ['account'],
  unlisted: ['account'],
  cancelled: ['account', 'phones'],
  accepted: ['account'],
};

/** The handsets an event is about, as far as it is about single ones. */
const numbersOf = (store: Readonly<Store>, event: Event): readonly string[] => {
  if (event.type === 'accepted') return event.items.map(([, number]) => number);
  if (event.type === 'phone' || event.type === 'read') return [event.number];
  if (event.type === 'sent') return [event.text.from];
  return event.type === 'handed' ? [store.sent.get(event.id)?.from ?? ''] : [];
};

const message = (topics: Iterable<Topic>, numbers: Iterable<string> | null): string =>
  `event: changed\ndata: ${JSON.stringify({ topics: [...topics], phones: numbers === null ? null : [...numbers] })}\n\n`;

/** Server-sent events on real time: the emulator's own clock may stand still. */
export const createLive = (settings: LiveSettings = LIVE_DEFAULTS): Live => {
  const sinks = new Set<Sink>();
  /** Those who missed a message because they did not keep up; they get one about everything as soon as they do. */
  const behind = new Set<Sink>();
  const topics = new Set<Topic>();
  /** Null: too many to name. */
  let numbers: Set<string> | null = new Set();
  let pending: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  const send = (sink: Sink, text: string): void => {
    if (sink.isFull) {
      behind.add(sink);
      return;
    }
    sink.write(behind.delete(sink) ? message(TOPICS, null) : text);
  };

  const flush = (): void => {
    pending = undefined;
    const text = message(topics, numbers);
    topics.clear();
    numbers = new Set();
    for (const sink of sinks) send(sink, text);
  };

  const beat = (): void => {
    for (const sink of sinks) send(sink, ':\n\n');
  };

  const note = (topic: Topic, number?: string): void => {
    if (sinks.size === 0) return;
    topics.add(topic);
    if (topic === 'phones') {
      if (number === undefined) numbers = null;
      else numbers?.add(number);
      if (numbers !== null && numbers.size > settings.maxNumbers) numbers = null;
    }
    pending ??= setTimeout(flush, settings.coalesceMs).unref();
  };

  const leave = (sink: Sink): void => {
    sinks.delete(sink);
    behind.delete(sink);
    if (sinks.size > 0) return;
    clearInterval(heartbeat);
    clearTimeout(pending);
    pending = undefined;
  };

  return {
    get listeners() {
      return sinks.size;
    },
    get isFull() {
      return sinks.size >= settings.maxListeners;
    },
    note,
    noteEvents(store, events) {
      if (sinks.size === 0) return;
      for (const event of events) {
        for (const topic of TOPICS_OF[event.type] ?? []) note(topic);
        for (const number of numbersOf(store, event)) note('phones', number);
      }
    },
    connect(sink) {
      if (sinks.size === 0) heartbeat = setInterval(beat, settings.heartbeatMs).unref();
      sinks.add(sink);
      sink.onClose(() => leave(sink));
      // Whatever changed while nobody listened is news to the one who just came.
      sink.write(`retry: 2000\n${message(TOPICS, null)}`);
    },
    close() {
      for (const sink of sinks) sink.end();
    },
  };
};
