import type { IncomingMessage } from 'node:http';
import { parseRequest } from './body.ts';
import type { Call } from './call.ts';
import { textOf } from './fields.ts';
import type { Found, Router } from './router.ts';

/** A request with its body read, its fields understood and its road found. */
export interface Prepared {
  readonly call: Call;
  readonly found: Found;
  /** The body claimed to be JSON and was not an object. */
  readonly malformed: boolean;
  /** Whether the caller is a program on this very machine. */
  readonly isLocal: boolean;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
const OWN_NAME = /^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/i;

/**
 * A page in somebody's browser runs on this machine too, but it is a stranger: it names another origin than ours,
 * or reached us by a name of its own that was made to point here.
 */
const isLocal = (request: IncomingMessage): boolean => {
  const { origin, host = '' } = request.headers;
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  return isOwnPage && OWN_NAME.test(host) && LOOPBACK.test(request.socket.remoteAddress ?? '');
};

export const prepare = (request: IncomingMessage, bytes: Buffer, router: Router, defaultCharset: string): Prepared => {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  const contentType = request.headers['content-type'] ?? '';
  const { fields, malformed } = parseRequest(query, contentType, bytes, defaultCharset);
  const method = request.method ?? 'GET';
  const found = router(method, path);
  const call: Call = {
    method,
    path: typeof found === 'string' ? path : found.path,
    params: typeof found === 'string' ? {} : found.params,
    fields,
    asJson: textOf(fields, 'format')?.toLowerCase() === 'json',
    authorization: request.headers.authorization ?? '',
    contentType,
    accept: request.headers.accept ?? '',
    bytes,
    userAgent: request.headers['user-agent'] ?? '',
  };
  return { call, found, malformed, isLocal: isLocal(request) };
};
