import { connectFailure, describeError } from './connect-errors.ts';
import type { Uncertain, Unreachable } from './result.ts';
import type { Connection } from './connection.ts';

/** What one HTTP exchange carries. `path` is relative to the base URL; `form` or `json` makes the body. */
export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string>>;
  form?: URLSearchParams;
  json?: Readonly<Record<string, string>>;
}

/** A complete HTTP answer, of any status: whether it makes sense is for `reply.ts` to say. */
export interface HttpReply {
  status: number;
  contentType: string;
  retryAfter: string | null;
  body: string;
}

/** Ten thousand recipients answer in about 4 MB; a body past this is not SMSAPI and must not fill the memory. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * Makes one exchange and says how far it got. Never throws, never follows a redirect, never repeats a request. (The one
 * repeat that `fetch` makes by itself follows HTTP 421, by which a server says that it did not look at the request.)
 *
 * `unreachable` only with proof that nothing was written; everything else that ends without a whole answer is
 * `uncertain`. Our own time-out covers the exchange from the first byte to the last and is told apart from the
 * caller's signal.
 */
export async function exchange(
  connection: Connection,
  call: HttpCall,
  signal: AbortSignal | undefined,
): Promise<{ kind: 'reply'; reply: HttpReply } | Unreachable | Uncertain> {
  if (signal?.aborted) return { kind: 'unreachable', phase: 'given_up', cause: 'aborted before anything was written' };
  const timeout = AbortSignal.timeout(connection.timeoutMs);
  const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    const response = await connection.fetch(urlOf(connection, call), {
      method: call.method,
      headers: {
        authorization: `Bearer ${connection.token}`,
        accept: 'application/json',
        'user-agent': 'goniec-smsapi',
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      redirect: 'manual', // a redirect would carry the token and the messages to an address nobody has checked
      signal: either,
      ...bodyOf(call),
    });
    const body = await readBody(response);
    if (body === null)
      return { kind: 'uncertain', cause: 'unreadable', detail: `HTTP ${response.status}, endless body` };
    return {
      kind: 'reply',
      reply: {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        retryAfter: response.headers.get('retry-after'),
        body: connection.redact(body),
      },
    };
  } catch (error) {
    const unreachable = connectFailure(error);
    if (unreachable !== null) {
      const { phase, cause } = unreachable;
      return { kind: 'unreachable', phase, cause: connection.redact(cause) };
    }
    if (timeout.aborted && either.reason === timeout.reason) {
      return { kind: 'uncertain', cause: 'timeout', detail: `no complete answer in ${connection.timeoutMs} ms` };
    }
    if (either.aborted) return { kind: 'uncertain', cause: 'aborted', detail: 'given up by the caller' };
    return { kind: 'uncertain', cause: 'connection', detail: connection.redact(describeError(error)) };
  }
}

function bodyOf({ form, json }: HttpCall): { body?: URLSearchParams | string } {
  if (form !== undefined) return { body: form };
  return json === undefined ? {} : { body: JSON.stringify(json) };
}

function urlOf(connection: Connection, { path, query = {} }: HttpCall): URL {
  const url = new URL(path, connection.baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

async function readBody(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return null; // leaving the loop cancels the stream
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
