import { refuse, type Refusal } from '../errors.ts';
import { json, text, type Reply } from '../http/reply.ts';
import type { Channel } from '../media/shapes.ts';
import type { Event } from '../state/events.ts';
import type { Store } from '../state/store.ts';

/** From one minute before sending on, a scheduled message can no longer be taken back (dossier 3.2). */
const LAST_MOMENT_MS = 60_000;

export type CancelDecision =
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly ids: readonly string[]; readonly event: Event };

/** `sch_del`: all ids or none; unknown, sent or nearly due ones give 301. What was charged comes back. */
export const decideCancel = (
  given: string,
  store: Readonly<Store>,
  now: number,
  channel: Channel = 'sms',
): CancelDecision => {
  const ids = [...new Set(given.split(/[,|]/).flatMap((id) => id.trim() || []))];
  const found = ids.flatMap((id) => store.messages.get(id) ?? []).filter((message) => message.channel === channel);
  const isLate = found.some((message) => message.sendAt - now < LAST_MOMENT_MS);
  if (ids.length === 0 || found.length < ids.length || isLate) return { ok: false, refusal: refuse(301) };
  const refund = found.reduce((sum, message) => sum + message.price, 0);
  return { ok: true, ids, event: { type: 'cancelled', ids, refund } };
};

export const cancelReply = (ids: readonly string[], asJson: boolean): Reply =>
  asJson
    ? json(200, { count: ids.length, list: ids.map((id) => ({ id })) })
    : text(200, ids.map((id) => `OK:${id}`).join(';'));
