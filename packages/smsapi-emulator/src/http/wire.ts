import type { ServerResponse } from 'node:http';
import type { FaultReply } from '../faults.ts';
import { isRecord } from './fields.ts';
import { html, json, text, type Reply } from './reply.ts';
import { sinkOf } from './sink.ts';

const headersOf = (reply: Reply): Record<string, string> => {
  const headers: Record<string, string> = { ...reply.headers };
  if (reply.contentType !== null) headers['content-type'] = reply.contentType;
  if (reply.status !== 204 && reply.stream === undefined)
    headers['content-length'] = String(Buffer.byteLength(reply.body));
  return headers;
};

export const writeReply = (response: ServerResponse, reply: Reply): void => {
  if (response.destroyed) return;
  response.writeHead(reply.status, headersOf(reply));
  if (reply.stream === undefined) response.end(reply.body);
  else reply.stream(sinkOf(response));
};

/** Promises the whole length, sends half, and closes. */
const writeHalf = (response: ServerResponse, reply: Reply): void => {
  response.writeHead(reply.status, headersOf(reply));
  const bytes = Buffer.from(reply.body);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
};

const statusReply = (status: number, retryAfterSeconds: number | undefined): Reply => ({
  ...(status === 429
    ? json(status, { message: 'Too many requests', error: 'too_many_requests' })
    : text(status, `Error ${status}`)),
  ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
});

const PROXY_PAGE =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

const withoutFirstItem = (reply: Reply): Reply => {
  const body: unknown = reply.contentType?.includes('json') === true ? JSON.parse(reply.body) : null;
  if (!isRecord(body) || !Array.isArray(body['list'])) return reply;
  const list: readonly unknown[] = body['list'].slice(1);
  return json(reply.status, { ...body, count: list.length, list });
};

/** The answer a fault leaves on the wire: a whole reply, half of one, or none with the connection cut or left open. */
type Outcome = Reply | 'half' | 'cut' | 'hang';

const outcomeOf = (fault: FaultReply, proper: Reply): Outcome => {
  if (fault.kind === 'half' || fault.kind === 'cut' || fault.kind === 'hang') return fault.kind;
  if (fault.kind === 'status') return statusReply(fault.status, fault.retryAfterSeconds);
  if (fault.kind === 'html') return html(fault.status ?? 200, PROXY_PAGE);
  return fault.kind === 'omit' ? withoutFirstItem(proper) : proper;
};

/**
 * Answers the way a fault wants it. `proper` is what the endpoint would have said.
 * Returns the reply the client can see at least in part, or null.
 */
export const writeFault = (response: ServerResponse, fault: FaultReply, proper: Reply): Reply | null => {
  const outcome = outcomeOf(fault, proper);
  if (outcome === 'half') {
    writeHalf(response, proper);
    return proper;
  }
  if (outcome === 'cut') response.socket?.resetAndDestroy();
  if (outcome === 'cut' || outcome === 'hang') return null;
  writeReply(response, outcome);
  return outcome;
};
