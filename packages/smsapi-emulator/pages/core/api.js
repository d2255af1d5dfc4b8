import { t } from './i18n.js';
import { noteNow } from './now.js';
import { change, say } from './store.js';

/** Everything the page asks for lies beside it. */
const ROOT = '/_emulator/';
const TOKEN = 'emulator-token';

/** A program on the emulator's machine needs none; from elsewhere it is kept as long as the tab. */
let token = sessionStorage.getItem(TOKEN) ?? '';

/** @param {string} given */
export const useToken = (given) => {
  token = given;
  sessionStorage.setItem(TOKEN, given);
};

/**
 * A link may bring the token along, as `#token=…`, which no server sees; it leaves the address at once.
 * Returns whether it did.
 */
export const takeToken = () => {
  const brought = /[#&]token=([^&]+)/.exec(location.hash)?.[1];
  if (brought === undefined) return false;
  useToken(decodeURIComponent(brought));
  history.replaceState(null, '', `${location.pathname}#/phones`);
  return true;
};

/** With the token in the query, for the browser sends no headers along with an event stream. */
export const eventsUrl = () => `${ROOT}events${token === '' ? '' : `?access_token=${encodeURIComponent(token)}`}`;

/** The answer was no. */
export class Refused extends Error {
  /** @param {number} status @param {string} message */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {Response} response @param {string} text */
const reasonOf = (response, text) => {
  try {
    const { message, errors } = JSON.parse(text);
    return String(errors?.[0]?.message ?? message ?? response.status);
  } catch {
    return String(response.status);
  }
};

/**
 * @param {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {Readonly<Record<string, unknown>>} [body]
 * @returns {Promise<any>} the JSON of the answer; what the emulator says about itself is trusted
 */
export const ask = async (method, path, body) => {
  const response = await fetch(ROOT + path, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 401) change({ needsToken: true, tokenWasWrong: token !== '' });
  if (!response.ok) throw new Refused(response.status, reasonOf(response, text));
  const value = text === '' ? null : JSON.parse(text);
  if (typeof value?.now === 'number') noteNow(value.now);
  return value;
};

/**
 * Does what somebody asked for with a button, and tells when it did not work. False then.
 * @param {() => Promise<unknown>} action
 */
export const attempt = async (action) => {
  try {
    await action();
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) say('bad', t().failed);
    else if (error.status !== 401) say('bad', t().refused(error.message));
    return false;
  }
};

/** @param {string} text */
export const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    say('good', t().copied);
  } catch {
    say('bad', t().copyFailed);
  }
};
