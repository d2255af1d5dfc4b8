import { z } from 'zod';
import { call } from './call.ts';
import { pageQuery, readIsoDate, readPage, type Page, type PageRequest } from './collection.ts';
import { digitsOf, text } from './reply-body.ts';
import type { Connection } from './connection.ts';
import type { Result } from './result.ts';

/** A number the account never sends to. `expireAt` null is for ever. */
export interface BlacklistEntry {
  id: string;
  number: string;
  expireAt: Date | null;
  createdAt: Date | null;
}

/** The gateway's second lock against writing to those who said no (dossier 7.3). */
export interface Blacklist {
  list(page?: PageRequest, signal?: AbortSignal): Promise<Result<Page<BlacklistEntry>>>;
  add(entry: { number: string; expireAt?: Date }, signal?: AbortSignal): Promise<Result<BlacklistEntry>>;
  remove(id: string, signal?: AbortSignal): Promise<Result<null>>;
}

const PATH = 'blacklist/phone_numbers';

const entryReply = z.object({ id: z.string().min(1), phone_number: text, expire_at: text, created_at: text });

function readEntry(data: unknown): BlacklistEntry | undefined {
  const parsed = entryReply.safeParse(data).data;
  const number = digitsOf(parsed?.phone_number ?? null);
  if (parsed === undefined || number === null) return undefined;
  return { id: parsed.id, number, expireAt: readIsoDate(parsed.expire_at), createdAt: readIsoDate(parsed.created_at) };
}

export function blacklistOf(connection: Connection): Blacklist {
  return {
    list: async (page = {}, signal) =>
      call(
        connection,
        { method: 'GET', path: PATH, query: pageQuery(page) },
        (data) => readPage(data, readEntry),
        signal,
      ),
    add: async ({ number, expireAt }, signal) => {
      const form = new URLSearchParams({ phone_number: checkedNumber(number) });
      if (expireAt !== undefined) form.set('expire_at', expireAt.toISOString().slice(0, 10));
      return call(connection, { method: 'POST', path: PATH, form }, readEntry, signal);
    },
    remove: async (id, signal) =>
      call(
        connection,
        { method: 'DELETE', path: `${PATH}/${checkedId(id)}` },
        (data, { body }) => (body.trim() === '' || data !== undefined ? null : undefined),
        signal,
      ),
  };
}

function checkedNumber(number: string): string {
  const digits = number.replace(/^\+/, '');
  if (!/^\d{1,20}$/.test(digits)) throw new TypeError('number must be digits with the country code');
  return digits;
}

/** DELETE on the collection itself empties the whole blacklist: an empty or climbing id must never get there. */
function checkedId(id: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new TypeError('id of a blacklist entry must be letters and digits');
  return id;
}
