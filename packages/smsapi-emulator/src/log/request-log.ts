import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from '../http/call.ts';
import { textOf } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import { createBoundedLog } from './bounded-log.ts';
import { isWanted, type RequestQuery } from './request-query.ts';
import { hideIn, hideInFields, hideInHeaders } from './secrets.ts';

/** One request and its answer. Tokens and passwords are blanked. */
export interface RequestEntry {
  /** Counted from 1 since the start, faults and refusals included. */
  readonly nth: number;
  /** When it was answered, or left unanswered, by the emulator's clock. */
  readonly at: number;
  readonly method: string;
  /** Without the prefix `/api` and the query. */
  readonly path: string;
  /** As it was asked for. */
  readonly url: string;
  readonly contentType: string;
  readonly userAgent: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Query and body as they were understood. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Beginning of the body, bytes that are no UTF-8 replaced; empty for a multipart one, which may hold files. */
  readonly body: string;
  /** Length of the whole body. */
  readonly bodyBytes: number;
  /** Numbers named by `to`. */
  readonly recipients: number;
  /** HTTP status; null when the client got no answer. */
  readonly status: number | null;
  /** Legacy error code in the body. */
  readonly error: number | null;
  /** Kind of the fault that struck it. */
  readonly fault: string | null;
  /** What was sent back; null when nothing was. */
  readonly reply: ReplyEntry | null;
}

export interface ReplyEntry {
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Beginning of the body. */
  readonly body: string;
  readonly bodyLength: number;
}

/** What is kept of a request: what is there anyway. It is made readable when somebody reads. */
export interface RequestRecord {
  readonly nth: number;
  readonly at: number;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly call: Call;
  /** Length of the whole body; `call` may hold less of it. */
  readonly bodyBytes: number;
  readonly reply: Reply | null;
  /** Length of the whole answer. */
  readonly replyLength: number;
  readonly fault: string | null;
  /** Ids handed out for it: from behind the first sequence number to the second. */
  readonly sequences: readonly [after: number, upTo: number];
}

export interface RequestLog {
  /** Requests since the start, also those the log has forgotten. */
  readonly total: number;
  /** How many are kept. */
  readonly size: number;
  push(record: RequestRecord): void;
  /** Oldest first. */
  all(): readonly RequestEntry[];
  last(): RequestEntry | undefined;
  /** Requests that fit, oldest first: by path, number, idx, message id, outcome or time. */
  where(query: RequestQuery): readonly RequestEntry[];
  clear(): void;
}

export interface RequestLogSettings {
  readonly token: string;
  /** How many requests are kept. */
  readonly requests: number;
  /** Bytes kept of one body, and of one answer. */
  readonly bodyBytes: number;
  /** Bytes all of them together may hold, about. */
  readonly bytes: number;
}

/** A request without a body, its headers and what surrounds them. */
const BASE_WEIGHT = 2_000;

/** The fields hold the body once more, in two bytes a letter at most. */
const weigh = ({ call, bodyBytes, reply }: RequestRecord): number =>
  BASE_WEIGHT + call.bytes.length + 2 * bodyBytes + (reply?.body.length ?? 0);

const isMultipart = ({ contentType }: Call): boolean => /^multipart\//i.test(contentType);

const countRecipients = ({ fields }: Call): number => {
  const to = textOf(fields, 'to')?.trim() ?? '';
  return to === '' ? 0 : to.split(',').length;
};

/** Copies: a slice would keep the whole of it in memory, perhaps megabytes. */
const shorten = (record: RequestRecord, most: number): RequestRecord => {
  const { call, reply } = record;
  const isLongCall = call.bytes.length > most;
  const isLongReply = reply !== null && reply.body.length > most;
  if (!isLongCall && !isLongReply) return record;
  return {
    ...record,
    call: isLongCall ? { ...call, bytes: Buffer.from(call.bytes.subarray(0, most)) } : call,
    reply: isLongReply ? { ...reply, body: Buffer.from(reply.body.slice(0, most)).toString() } : reply,
  };
};

const showReply = ({ reply, replyLength }: RequestRecord, token: string): ReplyEntry | null =>
  reply === null
    ? null
    : {
        status: reply.status,
        contentType: reply.contentType,
        headers: { ...reply.headers },
        body: hideIn(reply.body, token),
        bodyLength: replyLength,
      };

const show = (record: RequestRecord, token: string): RequestEntry => {
  const { nth, at, url, headers, call, bodyBytes, reply, fault } = record;
  return {
    nth,
    at,
    method: call.method,
    path: call.path,
    url: hideIn(url, token),
    contentType: headers['content-type'] ?? '',
    userAgent: headers['user-agent'] ?? '',
    headers: hideInHeaders(headers),
    fields: hideInFields(call.fields, token),
    body: isMultipart(call) ? '' : hideIn(call.bytes.toString('utf8'), token),
    bodyBytes,
    recipients: countRecipients(call),
    status: reply?.status ?? null,
    error: reply?.code ?? null,
    fault,
    reply: showReply(record, token),
  };
};

export const createRequestLog = (settings: RequestLogSettings): RequestLog => {
  const { token, requests, bodyBytes, bytes } = settings;
  const records = createBoundedLog<RequestRecord>({ items: requests, weight: bytes, weigh });
  return {
    get total() {
      return records.total;
    },
    get size() {
      return records.size;
    },
    push: (record) => records.push(shorten(record, bodyBytes)),
    all: () => records.all().map((record) => show(record, token)),
    last() {
      const record = records.last();
      return record === undefined ? undefined : show(record, token);
    },
    where(query) {
      const fits = isWanted(query);
      return records.all().flatMap((record) => (fits(record) ? [show(record, token)] : []));
    },
    clear: () => records.clear(),
  };
};
