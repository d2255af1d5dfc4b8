import type { Sink } from './sink.ts';

/** An answer before it goes on the wire. */
export interface Reply {
  readonly status: number;
  /** Null with no body at all: a 204 with a content type breaks the vendor's own client (dossier 1.5, trap 1). */
  readonly contentType: string | null;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Legacy error code in the body, for the request log. */
  readonly code?: number;
  /** In place of a body: an answer without an end, written by whoever has news. */
  readonly stream?: (sink: Sink) => void;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

export const json = (status: number, value: unknown): Reply => ({
  status,
  contentType: JSON_TYPE,
  body: JSON.stringify(value),
});

export const text = (status: number, body: string): Reply => ({ status, contentType: TEXT_TYPE, body });

export const html = (status: number, body: string): Reply => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body,
});

export const stream = (contentType: string, start: (sink: Sink) => void): Reply => ({
  status: 200,
  contentType,
  body: '',
  headers: { 'cache-control': 'no-store' },
  stream: start,
});

/** 202 and 204: nothing but a status. */
export const empty = (status: number): Reply => ({ status, contentType: null, body: '' });

/** One fault of a REST request's field. */
export interface FieldFault {
  readonly message: string;
  readonly error: string;
  readonly path: string;
  readonly value: unknown;
}

/** An error in the style of the REST endpoints: a real status and a tag in snake case (dossier 1.3). */
export const problem = (status: number, tag: string, message: string, faults: readonly FieldFault[] = []): Reply =>
  json(status, {
    message,
    error: tag,
    developer_description: null,
    ...(faults.length > 0 ? { errors: faults } : {}),
  });

export const notFound = (): Reply => problem(404, 'not_found', 'Not found');

export const fieldFault = (path: string, message: string, value: unknown): FieldFault => ({
  message,
  error: 'invalid',
  path,
  value,
});

export const invalidFields = (faults: readonly FieldFault[]): Reply =>
  problem(400, 'invalid_request_data', 'Invalid request data', faults);

export const invalidData = (path: string, message: string, value: unknown): Reply =>
  invalidFields([fieldFault(path, message, value)]);

/** Lists of the REST endpoints. */
export const collection = (items: readonly unknown[], size = items.length): Reply =>
  json(200, { size, collection: items });

/** `offset` and `limit` of a list; the gateway's default is 5 (dossier 7.3). */
export const page = <T>(items: readonly T[], offset: number | null, limit: number | null): readonly T[] => {
  const from = offset ?? 0;
  const length = limit ?? 5;
  return Number.isNaN(from) || Number.isNaN(length) ? [] : items.slice(from, from + length);
};
