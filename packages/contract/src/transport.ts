import type { ServerEvent } from './events.ts';
import type { Problem } from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { XLSX } from './xlsx.ts';

/** What a call needs to know of an operation; no schema, so that a browser need not load them. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{name}` parts for params. */
  readonly path: string;
  readonly upload?: true;
  readonly produces?: 'application/json' | 'text/csv' | 'text/event-stream' | typeof XLSX;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent as `Idempotency-Key`: a repeat of the same call gets the answer of the first. */
  readonly idempotencyKey?: string;
  /** Goes out even when the page that asks is just closing. */
  readonly keepalive?: boolean;
}

interface RawInput {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly fileName?: string;
}

interface Target {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetcher: typeof fetch;
}

/** One method per route. What comes back is not checked: the server checks every answer against the contract. */
export function callers(
  routes: Readonly<Record<string, Route>>,
  target: Target,
): Record<string, (input?: RawInput, options?: CallOptions) => Promise<unknown>> {
  return Object.fromEntries(
    Object.entries(routes).map(([id, route]) => [
      id,
      (input?: RawInput, options?: CallOptions) => call(target, route, input, options),
    ]),
  );
}

async function call(
  { baseUrl, headers, fetcher }: Target,
  route: Route,
  input: RawInput = {},
  options: CallOptions = {},
): Promise<unknown> {
  const body = requestBody(route, input);
  const answer = await fetcher(addressOf(baseUrl, route, input), {
    method: route.method,
    headers: {
      accept: `${route.produces ?? 'application/json'}, application/problem+json`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(options.keepalive === undefined ? {} : { keepalive: options.keepalive }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!answer.ok) throw new ProblemError(await problemOf(answer));
  if (answer.status === 204) return undefined;
  if (route.produces === 'text/csv') return answer.text();
  if (route.produces === XLSX) return answer.blob();
  if (route.produces === 'text/event-stream') return readEvents(answer);
  return answer.json();
}

function addressOf(baseUrl: string, route: Route, input: RawInput): URL {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params.get(name))));
  const url = new URL(`/api/v1${path}`, baseUrl);
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function requestBody(route: Route, input: RawInput): string | FormData | undefined {
  if (!route.upload) return input.body === undefined ? undefined : JSON.stringify(input.body);
  const form = new FormData();
  for (const [name, value] of Object.entries(input.body ?? {})) if (value !== undefined) form.set(name, String(value));
  if (input.file) form.set('file', input.file, input.fileName ?? 'file');
  return form;
}

async function problemOf(answer: Response): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => undefined);
  return isProblem(body)
    ? body
    : { type: 'about:blank', title: answer.statusText, status: answer.status, code: `http_${answer.status}` };
}

/** A page of some proxy in between is no problem document. */
function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('title' in body)) return false;
  return typeof body.code === 'string' && typeof body.title === 'string';
}

async function* readEvents(answer: Response): AsyncGenerator<ServerEvent> {
  if (!answer.body) return;
  let rest = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim());
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checked it against the contract
      if (data.length > 0) yield JSON.parse(data.join('\n')) as ServerEvent;
    }
  }
}
