import type { z } from 'zod';
import type { XLSX } from './xlsx.ts';

type Schema = z.ZodType;

/** One HTTP operation of the public API: the server mounts it, OpenAPI documents it, the clients call it. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{name}` parts for params. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Schema;
  readonly query?: Schema;
  /** The JSON body; for `upload` the form fields that go beside the file. */
  readonly body?: Schema;
  /** The body is multipart/form-data with one file in the part `file`. */
  readonly upload?: true;
  readonly response: Schema;
  /** The media type of success; JSON unless told. */
  readonly produces?: 'application/json' | 'text/csv' | 'text/event-stream' | typeof XLSX;
  /** The status of success; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Answered without signing in. */
  readonly open?: true;
  /** The answer holds a secret that is shown once: it is never kept for an `Idempotency-Key`. */
  readonly secret?: true;
}

type Part<O, K extends 'params' | 'query' | 'body', Side extends 'input' | 'output'> = O extends {
  readonly [P in K]: infer S extends Schema;
}
  ? { readonly [P in K]: Side extends 'input' ? z.input<S> : z.output<S> }
  : unknown;

type FilePart<O> = O extends { readonly upload: true } ? { readonly file: Blob; readonly fileName: string } : unknown;

/** What a client passes. */
export type CallInput<O extends Operation> = Part<O, 'params', 'input'> &
  Part<O, 'query', 'input'> &
  Part<O, 'body', 'input'> &
  FilePart<O>;

/** What a handler gets, parsed. */
export type HandlerInput<O extends Operation> = Part<O, 'params', 'output'> &
  Part<O, 'query', 'output'> &
  Part<O, 'body', 'output'>;

/** What a handler gives and a client gets. */
export type Result<O extends Operation> = z.output<O['response']>;

/** Names each operation by its key, so that the id is written once. */
export function operations<const T extends Record<string, Omit<Operation, 'id'>>>(
  list: T,
): { readonly [K in keyof T]: T[K] & { readonly id: K & string } } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key becomes the id of its operation
  return Object.fromEntries(Object.entries(list).map(([id, operation]) => [id, { id, ...operation }])) as {
    readonly [K in keyof T]: T[K] & { readonly id: K & string };
  };
}
