import { z } from 'zod';
import { call } from './call.ts';
import { readPage } from './collection.ts';
import type { Connection } from './connection.ts';
import { text } from './reply-body.ts';
import type { Result } from './result.ts';

/** What the gateway calls an address for; more types exist and are read as they are named (dossier 4.1). */
export type CallbackType = 'sms_dlr' | 'sms_mo';

/** An address of ours that the account calls, whatever program put it there. */
export interface Callback {
  id: string;
  url: string;
  type: string;
  active: boolean;
}

/** The addresses an account calls by itself: reports without `notify_url`, and texts that people send (dossier 4.3). */
export interface Callbacks {
  list(signal?: AbortSignal): Promise<Result<readonly Callback[]>>;
  create(callback: { url: string; type: CallbackType }, signal?: AbortSignal): Promise<Result<Callback>>;
  /** Gives a callback another address. */
  move(id: string, url: string, signal?: AbortSignal): Promise<Result<Callback>>;
  activate(id: string, signal?: AbortSignal): Promise<Result<null>>;
}

const PATH = 'callbacks';

/** Far more than any account has. Other lists of the gateway give a page of 5 to whoever names no limit. */
const MOST = '1000';

const callbackReply = z.object({
  id: z.string().min(1),
  url: z.string(),
  type: text,
  active: z.union([z.boolean(), z.string()]).catch(false),
});

function readCallback(data: unknown): Callback | undefined {
  const parsed = callbackReply.safeParse(data).data;
  if (parsed === undefined) return undefined;
  const { id, url, type, active } = parsed;
  return { id, url, type: type ?? '', active: active === true || active === '1' || active === 'true' };
}

export function callbacksOf(connection: Connection): Callbacks {
  return {
    list: (signal) =>
      call(
        connection,
        { method: 'GET', path: PATH, query: { limit: MOST } },
        (data) => readPage(data, readCallback)?.entries,
        signal,
      ),
    create: (callback, signal) =>
      call(connection, { method: 'POST', path: PATH, json: { ...callback } }, readCallback, signal),
    move: async (id, url, signal) =>
      call(connection, { method: 'PUT', path: `${PATH}/${checkedId(id)}`, json: { url } }, readCallback, signal),
    activate: async (id, signal) =>
      call(
        connection,
        { method: 'PUT', path: `${PATH}/${checkedId(id)}/commands/activate` },
        (data, { body }) => (body.trim() === '' || data !== undefined ? null : undefined),
        signal,
      ),
  };
}

/** An empty or climbing id would name another resource. */
function checkedId(id: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new TypeError('id of a callback must be letters and digits');
  return id;
}
