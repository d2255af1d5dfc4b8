import type { Core } from '../core.ts';
import type { Call, Handler } from '../http/call.ts';
import { csvRows } from '../http/csv.ts';
import { textOf } from '../http/fields.ts';
import { fileOf } from '../http/multipart.ts';
import { empty, invalidData } from '../http/reply.ts';
import { resourceId } from '../ids.ts';
import { normalizeNumber } from '../send/recipients.ts';
import type { Event } from '../state/events.ts';

/** One call takes so many events as arguments at most. */
const EVENTS_AT_ONCE = 1_000;

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The table: the body itself, or the part `import` of a multipart body (A). */
const tableOf = ({ bytes, contentType, fields }: Call): string =>
  contentType.toLowerCase().startsWith('text/csv')
    ? bytes.toString('utf8')
    : (fileOf(fields, 'import')?.bytes.toString('utf8') ?? textOf(fields, 'import') ?? '');

/**
 * Number in the first column, last day it counts in the second if there is one. Heads and lines without a number are
 * passed over (E).
 */
const readTable = (table: string): ReadonlyMap<string, string | null> =>
  new Map(
    csvRows(table).flatMap(([first = '', day = '']): [string, string | null][] => {
      const number = normalizeNumber(first, true);
      return number === null ? [] : [[number, DAY.exec(day)?.[0] ?? null]];
    }),
  );

const eventsFor = ({ store, seed, clock }: Core, numbers: ReadonlyMap<string, string | null>): readonly Event[] => {
  const at = clock.now();
  return [...numbers].map(([number, expireAt], nth): Event => {
    const sequence = store.sequence + 1 + nth;
    const id = store.blacklist.get(number)?.id ?? resourceId('blacklist', seed, sequence);
    return { type: 'listed', list: 'blacklist', entry: { id, number, at, expireAt }, sequence };
  });
};

/** `POST /blacklist/phone_numbers/imports` (dossier 7.3). */
export const importBlacklist: Handler = async (core, call) => {
  const numbers = readTable(tableOf(call));
  if (numbers.size === 0) return invalidData('import', 'Invalid import file', null);
  const events = eventsFor(core, numbers);
  const writes: Promise<void>[] = [];
  for (let from = 0; from < events.length; from += EVENTS_AT_ONCE) {
    writes.push(core.record(...events.slice(from, from + EVENTS_AT_ONCE)));
  }
  await Promise.all(writes);
  return empty(202);
};
