import { eventsUrl } from './api.js';
import { change, state } from './store.js';

/**
 * What changed, as the emulator tells it: never the news themselves, so that a thousand messages a second are four
 * questions a second.
 *
 * @typedef {'phones' | 'account' | 'calls' | 'requests' | 'settings'} Topic
 * @typedef {(numbers: readonly string[] | null) => void} Listener null: any number may have changed
 */

const RETRY_MS = 2_500;

/** @type {Map<Listener, readonly Topic[]>} */
const listeners = new Map();
/** @type {EventSource | null} */
let source = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;

/** @param {readonly Topic[]} topics @param {Listener} listener */
export const listen = (topics, listener) => {
  listeners.set(listener, topics);
};

/** A stream does not say why it failed; an ordinary question does. @type {() => void} */
let askWhy = () => undefined;

/** @param {() => void} ask */
export const whenLost = (ask) => {
  askWhy = ask;
};

/** @param {MessageEvent<string>} event */
const onChanged = (event) => {
  /** @type {{ topics: Topic[], phones: string[] | null }} */
  const { topics, phones } = JSON.parse(event.data);
  for (const [listener, wanted] of listeners) {
    if (wanted.some((topic) => topics.includes(topic))) listener(phones);
  }
};

const disconnect = () => {
  clearTimeout(retry);
  source?.close();
  source = null;
};

export const connect = () => {
  disconnect();
  const opened = new EventSource(eventsUrl());
  source = opened;
  opened.addEventListener('open', () => change({ live: 'open', needsToken: false }));
  opened.addEventListener('changed', onChanged);
  opened.addEventListener('error', () => {
    if (source !== opened) return;
    disconnect();
    if (state.live !== 'lost') change({ live: 'lost' });
    askWhy();
    // Without the right token there is nothing to hear, however often one asks.
    retry = setTimeout(() => state.needsToken || connect(), RETRY_MS);
  });
};

/** A page nobody looks at gives its connection back: browsers have six for each address. */
export const followVisibility = () => {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') connect();
    else disconnect();
  });
};

/**
 * A question that is asked again whenever something changed: one at a time, and not faster than it is answered.
 * @param {() => Promise<void>} load
 */
export const createLoader = (load) => {
  let isBusy = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = true;
    if (isBusy) return;
    isBusy = true;
    while (isAskedAgain) {
      isAskedAgain = false;
      try {
        await load();
      } catch {
        // The connection's own state tells that the emulator is away; what was shown stays.
      }
    }
    isBusy = false;
  };
};
