import { contract, type Contract } from './contract.ts';
import { ServerEvent } from './events.ts';
import type { CallInput, Operation, Result } from './operation.ts';
import { Problem, ProblemError } from './problem.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
  /** Sent as `Idempotency-Key`: a repeat of the same call gets the answer of the first. */
  readonly idempotencyKey?: string;
}

type Answer<O extends Operation> = O extends { readonly produces: 'text/event-stream' }
  ? AsyncIterable<ServerEvent>
  : Result<O>;

type Call<O extends Operation> =
  unknown extends CallInput<O>
    ? (input?: undefined, options?: CallOptions) => Promise<Answer<O>>
    : (input: CallInput<O>, options?: CallOptions) => Promise<Answer<O>>;

/** One method per operation of the contract. */
export type Client = { readonly [K in keyof Contract]: Call<Contract[K]> };

interface RawInput {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly fileName?: string;
}

/**
 * A typed client made from the contract alone: no generated code.
 * @example
 * const api = createClient('http://127.0.0.1:7300', { authorization: `Bearer ${key}` });
 * const { items } = await api.listCompanies();
 */
export function createClient(
  baseUrl: string,
  headers: Record<string, string> = {},
  fetcher: typeof fetch = fetch,
): Client {
  const call = async (operation: Operation, input: RawInput = {}, options: CallOptions = {}) => {
    const body = requestBody(operation, input);
    const answer = await fetcher(addressOf(baseUrl, operation, input), {
      method: operation.method,
      headers: {
        accept: `${operation.produces ?? 'application/json'}, application/problem+json`,
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (!answer.ok) throw new ProblemError(await problemOf(answer));
    if (answer.status === 204) return undefined;
    if (operation.produces === 'text/csv') return answer.text();
    if (operation.produces === 'text/event-stream') return readEvents(answer);
    return answer.json();
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one method per key of the contract, by construction
  return Object.fromEntries(
    Object.entries(contract).map(([id, operation]) => [
      id,
      (input?: RawInput, options?: CallOptions) => call(operation, input, options),
    ]),
  ) as unknown as Client;
}

function addressOf(baseUrl: string, operation: Operation, input: RawInput): URL {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  );
  const url = new URL(`/api/v1${path}`, baseUrl);
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function requestBody(operation: Operation, input: RawInput): string | FormData | undefined {
  if (!operation.upload) return input.body === undefined ? undefined : JSON.stringify(input.body);
  const form = new FormData();
  for (const [name, value] of Object.entries(input.body ?? {})) if (value !== undefined) form.set(name, String(value));
  if (input.file) form.set('file', input.file, input.fileName ?? 'file');
  return form;
}

async function problemOf(answer: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await answer.json().catch(() => undefined));
  return (
    parsed.data ?? {
      type: 'about:blank',
      title: answer.statusText,
      status: answer.status,
      code: `http_${answer.status}`,
    }
  );
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
      if (data.length > 0) yield ServerEvent.parse(JSON.parse(data.join('\n')));
    }
  }
}
