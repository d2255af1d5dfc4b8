import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultReply } from '../faults.ts';
import type { Random } from '../random.ts';
import { isRecord } from './fields.ts';
import { html, json, text, type Reply } from './reply.ts';
import { headersOf, writeReply } from './wire.ts';

const DRIP = { bytes: 16, everyMs: 50 };

/** Promises the whole length, sends half, and closes. */
const writeHalf = (response: ServerResponse, reply: Reply): void => {
  response.writeHead(reply.status, headersOf(reply));
  const bytes = Buffer.from(reply.body);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
};

/** A few bytes at a time, until all are sent or the client has had enough. */
const writeDrip = async (
  response: ServerResponse,
  reply: Reply,
  { bytes, everyMs }: { readonly bytes: number; readonly everyMs: number },
): Promise<void> => {
  response.writeHead(reply.status, headersOf(reply));
  // Small pieces would wait for each other in one packet.
  response.socket?.setNoDelay(true);
  response.flushHeaders();
  const body = Buffer.from(reply.body);
  for (let sent = 0; sent < body.length && !response.destroyed; sent += bytes) {
    response.write(body.subarray(sent, sent + bytes));
    await sleep(everyMs, undefined, { ref: false });
  }
  response.end();
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

/** Printable characters that are no JSON, one byte each, so that the log can show what was sent. */
const garbage = (length: number, random: Random): string =>
  Buffer.from(Array.from({ length }, () => 33 + Math.floor(random() * 94))).toString('latin1');

/** The answer a fault leaves on the wire, whole; null when it leaves none or not the whole of it. */
const wholeReply = (fault: FaultReply, proper: Reply, random: Random): Reply | null => {
  switch (fault.kind) {
    case 'half':
    case 'cut':
    case 'hang':
    case 'drip':
      return null;
    case 'status':
      return statusReply(fault.status, fault.retryAfterSeconds);
    case 'html':
      return html(fault.status ?? 200, PROXY_PAGE);
    case 'omit':
      return withoutFirstItem(proper);
    case 'content-type':
      return { ...proper, contentType: fault.contentType };
    case 'garbage':
      return { ...proper, body: garbage(fault.bytes ?? proper.body.length, random) };
    case 'error':
    case 'text':
    case 'slow':
      return proper;
  }
};

/**
 * Answers the way a fault wants it. `proper` is what the endpoint would have said.
 * Returns the reply the client can see at least in part, or null.
 */
export const writeFault = (
  response: ServerResponse,
  fault: FaultReply,
  proper: Reply,
  random: Random,
): Reply | null => {
  const whole = wholeReply(fault, proper, random);
  if (whole !== null) {
    writeReply(response, whole);
    return whole;
  }
  if (fault.kind === 'half') writeHalf(response, proper);
  else if (fault.kind === 'drip') {
    void writeDrip(response, proper, { bytes: fault.bytes ?? DRIP.bytes, everyMs: fault.everyMs ?? DRIP.everyMs });
  } else if (fault.kind === 'cut') response.socket?.resetAndDestroy();
  return fault.kind === 'cut' || fault.kind === 'hang' ? null : proper;
};
