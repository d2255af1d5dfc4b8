import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** An answer: JSON, a problem when the status says so, or whatever the function does with the connection. */
export type StubAnswer = { readonly status?: number; readonly json: unknown } | ((response: ServerResponse) => void);

/** `GET /companies` → what is answered; the paths are those below `/api/v1`. */
export type Routes = Readonly<Record<string, (request: StubRequest) => StubAnswer>>;

export interface Stub extends AsyncDisposable {
  readonly url: string;
  readonly requests: StubRequest[];
}

/** A real HTTP server on a free port of this computer, which knows a few routes. */
export async function startStub(routes: Routes): Promise<Stub> {
  const requests: StubRequest[] = [];
  const server = createServer((request, response) => {
    void handle(routes, request, response, requests);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has an address
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  routes: Routes,
  message: IncomingMessage,
  response: ServerResponse,
  requests: StubRequest[],
): Promise<void> {
  const { method = '', headers, url = '' } = message;
  const { pathname, searchParams } = new URL(url, 'http://stub');
  const path = pathname.replace('/api/v1', '');
  const body = headers['content-type']?.startsWith('application/json') ? await json(message) : undefined;
  const request = { method, path, query: searchParams, headers, body };
  requests.push(request);
  const answer = routes[`${method} ${path}`]?.(request) ?? problem(404, 'not_found', `Nie ma ${method} ${path}.`);
  if (typeof answer === 'function') return answer(response);
  const { status = 200 } = answer;
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(answer.json));
}

/** A refusal as the server words it. */
export const problem = (status: number, code: string, pl: string, more: object = {}): StubAnswer => ({
  status,
  json: { type: 'about:blank', title: code, status, code, sentence: { pl, en: code }, ...more },
});

/** Cuts the connection without an answer. */
export const cut: StubAnswer = (response) => void response.socket?.destroy();
