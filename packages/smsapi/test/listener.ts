import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createNetServer, type Server as NetServer } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it came over the wire. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  form: URLSearchParams;
}

export type Answering = (seen: Seen, response: ServerResponse, request: IncomingMessage) => void;

export interface Listener extends AsyncDisposable {
  baseUrl: string;
  seen: Seen[];
}

/** A real HTTP server on a free port of 127.0.0.1, which reads the whole request and then answers as it is told. */
export async function listen(answer: Answering): Promise<Listener> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const receive = async (): Promise<void> => {
      const body = await text(request);
      const arrived = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        form: new URLSearchParams(body),
      };
      seen.push(arrived);
      answer(arrived, response, request);
    };
    receive().catch(() => response.destroy());
  });
  const port = await listenOnFreePort(server);
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function listenOnFreePort(server: NetServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the server listens on no port');
  return address.port;
}

/** A port on which nobody listens or will: a connection has it, up to its disposal. */
export async function deadPort(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createNetServer();
  const socket = connect(await listenOnFreePort(server), '127.0.0.1');
  await once(socket, 'connect');
  return {
    port: socket.localPort ?? 0,
    [Symbol.asyncDispose]: async () => {
      socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with JSON and nothing else. */
export function json(body: unknown, status = 200): Answering {
  return (_seen, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}
