/** How to reach the gateway. The token comes from the SMSAPI panel; `timeoutMs` covers one whole exchange. */
export interface SmsapiOptions {
  baseUrl: string;
  token: string;
  timeoutMs: number;
  fetch?: typeof fetch;
}

/** Checked options. Lives only inside closures: nothing that is returned or thrown holds the token. */
export interface Connection {
  baseUrl: URL;
  token: string;
  timeoutMs: number;
  fetch: typeof fetch;
  redact: (text: string) => string;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1; // timers of Node wrap round above it
const SHORTEST_REDACTED_TOKEN = 8; // a shorter one (an emulator's) could be part of any word or id

/**
 * Checks the options once, so that no call can fail later for a reason known at the start.
 *
 * The token may hold visible ASCII only: `fetch` would refuse anything else with an error that quotes the header.
 *
 * @throws TypeError with a message that names the option and never repeats the token or the URL.
 */
export function openConnection(options: SmsapiOptions): Connection {
  const { token, timeoutMs } = options;
  if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError('token must be visible ASCII characters without spaces');
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > LONGEST_TIMEOUT_MS) {
    throw new TypeError('timeoutMs must be a whole number of milliseconds, at least 1');
  }
  return {
    baseUrl: parseBaseUrl(options.baseUrl),
    token,
    timeoutMs,
    fetch: options.fetch ?? fetch,
    redact: (text) => (token.length < SHORTEST_REDACTED_TOKEN ? text : text.replaceAll(token, '•••')),
  };
}

function parseBaseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new TypeError('baseUrl must be an http or https address');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must have no user name, password, query or fragment');
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/'; // https://smsapi.io/api keeps its path that way
  return url;
}
