import { fitsPath } from '../faults/latency.ts';
import { listOf, textOf, type Fields } from '../http/fields.ts';
import { sequenceOf } from '../ids.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { RequestRecord } from './request-log.ts';

/** Every member named narrows the answer. */
export interface RequestQuery {
  readonly method?: string;
  /** `/sms.do`; a star at the end is any ending. */
  readonly path?: string;
  /** A number the request names, in any spelling. */
  readonly number?: string;
  readonly idx?: string;
  /** A message id: the request that got it, and those that asked about it. */
  readonly id?: string;
  /** HTTP status; null finds requests without an answer. */
  readonly status?: number | null;
  /** Legacy error code. */
  readonly error?: number;
  /** Kind of the fault that struck it; null finds those that were spared. */
  readonly fault?: string | null;
  /** From this moment on; `until` ends before it. Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** Where requests name numbers: sends, blacklist and contacts, lookups. */
const NUMBER_FIELDS = ['to', 'phone_number', 'number', 'phone'];

const namesNumber = (fields: Fields, number: string): boolean => {
  const wanted = normalizeNumber(number, true) ?? number;
  const tail = wanted.slice(-9);
  return NUMBER_FIELDS.some((name) => {
    const text = textOf(fields, name);
    // Most lists of ten thousand are told by one look that the number is not in them.
    if (text === null || !text.replaceAll(/[\s-]/g, '').includes(tail)) return false;
    return text.split(',').some((one) => one === number || normalizeNumber(one.trim(), true) === wanted);
  });
};

const namesIdx = (fields: Fields, idx: string): boolean =>
  textOf(fields, 'idx') === idx || (listOf(fields, 'idx')?.includes(idx) ?? false);

const concernsId = ({ call, reply, sequences: [after, upTo], url }: RequestRecord, id: string): boolean => {
  const { fields } = call;
  const sequence = sequenceOf(id);
  if (sequence !== null && sequence > after && sequence <= upTo) return true;
  const asked = [textOf(fields, 'status'), textOf(fields, 'sch_del'), url, reply?.body];
  return asked.some((text) => text?.includes(id) === true);
};

type Test = (record: RequestRecord) => boolean;

/** The tests a query asks for; the cheap ones first. */
const testsOf = (query: RequestQuery): readonly Test[] => {
  const { method, path, number, idx, id, status, error, fault, since, until } = query;
  const tests: Test[] = [];
  if (since !== undefined) tests.push(({ at }) => at >= since);
  if (until !== undefined) tests.push(({ at }) => at < until);
  if (method !== undefined) tests.push(({ call }) => call.method === method.toUpperCase());
  if (path !== undefined) tests.push(({ call }) => fitsPath(path, call.path));
  if (status !== undefined) tests.push(({ reply }) => (reply?.status ?? null) === status);
  if (error !== undefined) tests.push(({ reply }) => reply?.code === error);
  if (fault !== undefined) tests.push((record) => record.fault === fault);
  if (idx !== undefined) tests.push(({ call }) => namesIdx(call.fields, idx));
  if (number !== undefined) tests.push(({ call }) => namesNumber(call.fields, number));
  if (id !== undefined) tests.push((record) => concernsId(record, id));
  return tests;
};

/** Whether a request fits all that is asked for. */
export const isWanted = (query: RequestQuery): Test => {
  const tests = testsOf(query);
  return (record) => tests.every((test) => test(record));
};
