import { Agent as HttpAgent, request as httpRequest, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface Outgoing {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Form body of a POST. */
  readonly form: string | null;
}

/** What came back; `status` 0 when nothing did. */
export interface Incoming {
  readonly status: number;
  readonly body: string;
}

/** Calls receivers over kept-alive connections; never throws. */
export interface Transport {
  /** Calls not yet answered. */
  readonly underWay: number;
  /** Calls given up since the start because nobody answered in time. */
  readonly timedOut: number;
  /** How long one call may take. */
  readonly timeoutMs: number;
  call(outgoing: Outgoing): Promise<Incoming>;
  close(): void;
}

const MAX_ANSWER_BYTES = 4_096;
const USER_AGENT = 'smsapi-emulator';

const NO_ANSWER: Incoming = { status: 0, body: '' };

const headersOf = ({ form }: Outgoing): RequestOptions['headers'] =>
  form === null
    ? { 'user-agent': USER_AGENT }
    : {
        'user-agent': USER_AGENT,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(form),
      };

/**
 * `node:http` rather than fetch: thousands of reports a second go through one process here,
 * and the plain client needs about half the time for each.
 */
export const createTransport = (timeoutMs: number): Transport => {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });

  let underWay = 0;
  let timedOut = 0;

  const open = (outgoing: Outgoing): Promise<Incoming> =>
    new Promise((resolve) => {
      const isPlain = outgoing.url.startsWith('http:');
      const options = {
        method: outgoing.method,
        headers: headersOf(outgoing),
        agent: isPlain ? http : https,
      };
      const request = (isPlain ? httpRequest : httpsRequest)(outgoing.url, options, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (body.length < MAX_ANSWER_BYTES) body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        response.on('error', () => resolve(NO_ANSWER));
      });
      // For the whole call: a receiver that trickles bytes for ever would hold its place for ever.
      const deadline = setTimeout(() => {
        timedOut += 1;
        request.destroy();
      }, timeoutMs);
      request.on('error', () => resolve(NO_ANSWER));
      request.on('close', () => {
        clearTimeout(deadline);
        resolve(NO_ANSWER);
      });
      request.end(outgoing.form ?? undefined);
    });

  return {
    get underWay() {
      return underWay;
    },
    get timedOut() {
      return timedOut;
    },
    timeoutMs,
    async call(outgoing) {
      underWay += 1;
      try {
        return await open(outgoing);
      } catch {
        // Not even an address: whoever repeats the call must not fall over it.
        return NO_ANSWER;
      } finally {
        underWay -= 1;
      }
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
};

/** The only answer that stops the repeating: HTTP 200 and a body that is exactly `OK` (dossier 4.1). */
export const isTaken = ({ status, body }: Incoming): boolean => status === 200 && body === 'OK';
