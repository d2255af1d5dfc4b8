import type { Core } from '../core.ts';
import type { Handler } from '../http/call.ts';
import { empty, json, problem, type Reply } from '../http/reply.ts';
import { createLedger } from '../ledger.ts';
import type { RequestEntry } from '../log/request-log.ts';
import type { WaitingCall } from '../reports/dispatcher.ts';
import { limitIn, newest, numberAsked, reportQuery, requestQuery } from './query.ts';

const LONGEST_TEXT = 4_000;
const LONGEST_LIST = 100;

const wrong = (message: string): Reply => problem(400, 'invalid_request_data', message);

/** A request for ten thousand would fill the screen. */
const shorten = (value: unknown): unknown => {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return `${value.slice(0, LONGEST_TEXT)}…`;
  return Array.isArray(value) ? value.slice(0, LONGEST_LIST).map(shorten) : value;
};

const shortened = (entry: RequestEntry): RequestEntry => ({
  ...entry,
  fields: Object.fromEntries(Object.entries(entry.fields).map(([name, value]) => [name, shorten(value)])),
});

/** With `number` one handset, otherwise the newest handsets up to `limit`. */
export const getLedger: Handler = ({ store }, { fields }) => {
  const ledger = createLedger(store);
  const number = numberAsked(fields);
  const numbers = number === undefined ? newest(ledger.numbers(), fields) : [number];
  return json(200, {
    totals: ledger.totals,
    handsets: numbers.map((one) => ({ number: one, received: ledger.received(one), accepted: ledger.accepted(one) })),
  });
};

/** Who was sent the same twice. */
export const getDuplicates: Handler = ({ store }, { fields }) => {
  const number = numberAsked(fields);
  const all = createLedger(store).duplicates();
  const found = number === undefined ? all : all.filter((one) => one.number === number);
  return json(200, { total: found.length, duplicates: newest(found, fields) });
};

export const getTotals: Handler = ({ store }, { fields }) => {
  const ledger = createLedger(store);
  const numbers = ledger.perNumber();
  return json(200, { totals: ledger.totals, count: numbers.length, numbers: newest(numbers, fields) });
};

export const getRequests: Handler = ({ requests }, { fields }) => {
  const query = requestQuery(fields);
  if (typeof query === 'string') return wrong(query);
  const found = requests.where(query);
  return json(200, { total: requests.total, found: found.length, requests: newest(found, fields).map(shortened) });
};

export const deleteRequests: Handler = ({ requests }) => {
  requests.clear();
  return empty(204);
};

/** Calls that wait for their next attempt, the next ones first. */
const waitingCalls = ({ dispatcher, inbox }: Core, limit: number): readonly WaitingCall[] =>
  [...dispatcher.waiting(), ...inbox.waiting()].toSorted((a, b) => a.nextAt - b.nextAt).slice(0, limit);

export const getReports: Handler = (core, { fields }) => {
  const query = reportQuery(fields);
  if (typeof query === 'string') return wrong(query);
  const { dispatcher } = core;
  const found = dispatcher.calls.where(query);
  return json(200, {
    pending: dispatcher.pending,
    givenUp: dispatcher.givenUp,
    paused: dispatcher.paused,
    waiting: waitingCalls(core, limitIn(fields)),
    found: found.length,
    calls: newest(found, fields),
  });
};
