import { z } from 'zod';
import { call } from './call.ts';
import { pageQuery, readIsoDate, readPage, type Page, type PageRequest } from './collection.ts';
import { digitsOf, text } from './reply-body.ts';
import type { Connection } from './connection.ts';
import type { Result } from './result.ts';

/** A person who refused further messages through the gateway's own page. To us that is a withdrawn consent. */
export interface OptOut {
  id: string;
  number: string;
  optedOutAt: Date | null;
}

// camelCase, unlike the rest of the interface (dossier 7.3)
const optOutReply = z.object({ id: z.string().min(1), phoneNumber: text, phone_number: text, date: text });

function readOptOut(entry: unknown): OptOut | undefined {
  const parsed = optOutReply.safeParse(entry).data;
  const number = digitsOf(parsed?.phoneNumber ?? parsed?.phone_number ?? null);
  if (parsed === undefined || number === null) return undefined;
  return { id: parsed.id, number, optedOutAt: readIsoDate(parsed.date) };
}

/** `GET /opt_outs`. Refused with HTTP 403 where the account does not have the feature. */
export function fetchOptOuts(
  connection: Connection,
  page: PageRequest = {},
  signal?: AbortSignal,
): Promise<Result<Page<OptOut>>> {
  return call(
    connection,
    { method: 'GET', path: 'opt_outs', query: pageQuery(page) },
    (data) => readPage(data, readOptOut),
    signal,
  );
}
