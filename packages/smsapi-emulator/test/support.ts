import { createServer, type IncomingMessage, type Server } from 'node:http';
import { onTestFinished } from 'vitest';
import { isRecord } from '../src/http/fields.ts';
import { startEmulator, type Emulator, type EmulatorOptions } from '../src/index.ts';

export const TOKEN = 'test-token';
export const GOOD = '48500100200';

/** An emulator that is closed when the test ends. Messages live a thousand times faster than in life. */
export const start = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const emulator = await startEmulator({ token: TOKEN, speed: 1_000, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
};

export interface Answer {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** A JSON object, or an empty one when it is something else. */
export const recordIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

/** The objects of a JSON list. */
export const recordsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const ask = async (
  emulator: Emulator,
  method: string,
  path: string,
  options: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array<ArrayBuffer>;
  } = {},
): Promise<Answer> => {
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.token}`, ...options.headers },
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const text = await response.text();
  return { status: response.status, contentType: response.headers.get('content-type'), text, json: recordIn(text) };
};

export const askJson = (emulator: Emulator, method: string, path: string, body: unknown): Promise<Answer> =>
  ask(emulator, method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** One send with JSON fields, answered in JSON. */
export const send = (emulator: Emulator, fields: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  askJson(emulator, 'POST', '/sms.do', { format: 'json', to: GOOD, message: 'Dzień dobry', ...fields });

export const listOf = (answer: Answer): readonly Readonly<Record<string, unknown>>[] => recordsIn(answer.json['list']);

export const idsOf = (answer: Answer): readonly string[] => listOf(answer).map((item) => String(item['id']));

export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Receiver {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** Status codes reported for one message, in order of arrival. */
  statuses(id: string): readonly string[];
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** The other side: takes reports and answers what the test wants, `OK` unless said otherwise. */
export const startReceiver = async (
  answer: (call: ReceivedCall, nth: number) => { readonly status?: number; readonly body: string } = () => ({
    body: 'OK',
  }),
): Promise<Receiver> => {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://receiver');
    void bodyOf(request).then((body) => {
      const call: ReceivedCall = {
        method: request.method ?? '',
        path: url.pathname,
        fields: Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]),
      };
      calls.push(call);
      const reply = answer(call, calls.length);
      response.statusCode = reply.status ?? 200;
      return response.end(reply.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const statuses = (id: string): readonly string[] =>
    calls.flatMap(({ fields }) => {
      const ids = (fields['MsgId'] ?? '').split(',');
      const codes = (fields['status'] ?? '').split(',');
      return ids.flatMap((one, place) => (one === id ? [codes[place] ?? codes[0] ?? ''] : []));
    });
  return { url: `http://127.0.0.1:${portOf(server)}/dlr`, calls, statuses };
};
