import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Certificate } from './certificate.ts';

/** What happens to a request on its way. `forwarded`: whether the gateway gets it before the trouble begins. */
export type Fault =
  | { readonly kind: 'silence'; readonly forwarded: boolean }
  /** The gateway's answer, held back for so long. */
  | { readonly kind: 'late'; readonly delayMs: number }
  | { readonly kind: 'cut'; readonly forwarded: boolean }
  /** The head and half of the gateway's answer, then the connection closes. */
  | { readonly kind: 'half' }
  | {
      readonly kind: 'answer';
      readonly forwarded: boolean;
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The gateway's answer under another content type. */
  | { readonly kind: 'mislabelled'; readonly contentType: string }
  /** The gateway's answer, so many bytes at a time. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number }
  /** HTTP 413 for a form longer than this; the rest passes. */
  | { readonly kind: 'limit'; readonly bytes: number };

/** A request as it came by. */
export interface Passed {
  readonly path: string;
  /** How many recipients it had. */
  readonly recipients: number;
}

export interface FaultProxy {
  readonly url: string;
  readonly passed: readonly Passed[];
  /** The most requests that were under way at one moment. */
  readonly busiest: number;
  /** Requests to this path so far. */
  count(path: string): number;
  /** From now on, for one path or for all; null lets everything pass. */
  strike(fault: Fault | null, path?: string): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Stands between the worker and the gateway and spoils what passes. Only the wire is spoilt: worker, client and gateway are
 * the real ones.
 * @param target the gateway's address
 * @param certificate speaks TLS with it
 */
export async function startFaultProxy(target: string, certificate?: Certificate): Promise<FaultProxy> {
  const passed: Passed[] = [];
  const closing = new AbortController();
  let [underWay, busiest] = [0, 0];
  let struck: { readonly fault: Fault; readonly path: string | null } | null = null;

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const path = new URL(incoming.url ?? '/', target).pathname;
    const to = new URLSearchParams(body.toString()).get('to') ?? '';
    passed.push({ path, recipients: to === '' ? 0 : to.split(',').length });
    const fault = struck && (struck.path === null || struck.path === path) ? struck.fault : null;
    const forward = () => forwarded(target, incoming, body);
    if (fault === null) return write(response, await forward());
    await spoil(response, fault, body, forward, closing.signal);
  };
  const handler = (incoming: IncomingMessage, response: ServerResponse) => {
    underWay += 1;
    busiest = Math.max(busiest, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    serve(incoming, response).catch(() => response.destroy());
  };
  const server = certificate ? createSecureServer({ ...certificate }, handler) : createServer(handler);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}/`,
    passed,
    get busiest() {
      return busiest;
    },
    count: (path) => passed.filter((each) => each.path === path).length,
    strike: (fault, path) => {
      struck = fault && { fault, path: path ?? null };
    },
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function spoil(
  response: ServerResponse,
  fault: Fault,
  asked: Buffer,
  forward: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<void> {
  if ('forwarded' in fault && fault.forwarded) await forward();
  switch (fault.kind) {
    case 'silence':
      return;
    case 'late': {
      const answer = await forward();
      await sleep(fault.delayMs, undefined, { signal });
      return write(response, answer);
    }
    case 'cut':
      response.socket?.destroy();
      return;
    case 'half': {
      const { status, headers, body } = await forward();
      response.writeHead(status, { ...headers, 'content-length': String(body.length) });
      response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
      return;
    }
    case 'answer':
      return write(response, {
        status: fault.status,
        headers: fault.headers ?? {},
        body: Buffer.from(fault.body ?? `<h1>${fault.status}</h1>`),
      });
    case 'mislabelled': {
      const answer = await forward();
      return write(response, { ...answer, headers: { 'content-type': fault.contentType } });
    }
    case 'drip': {
      const { status, headers, body } = await forward();
      response.writeHead(status, headers);
      for (let at = 0; at < body.length; at += fault.bytes) {
        if (response.destroyed) return;
        response.write(body.subarray(at, at + fault.bytes));
        await sleep(fault.everyMs, undefined, { signal });
      }
      response.end();
      return;
    }
    case 'limit':
      return write(
        response,
        asked.length <= fault.bytes ? await forward() : { status: 413, headers: {}, body: Buffer.from('too large') },
      );
  }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

async function forwarded(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _host, connection: _connection, ...headers } = incoming.headers;
  const outgoing = ask(new URL(incoming.url ?? '/', target), { method: incoming.method ?? 'GET', headers });
  outgoing.end(body);
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  const answer = await answered;
  return {
    status: answer.statusCode ?? 0,
    headers: { 'content-type': answer.headers['content-type'] ?? '' },
    body: await buffer(answer),
  };
}
