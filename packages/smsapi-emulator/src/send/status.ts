import { refuse, type Refusal } from '../errors.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { looksLikeMessageId } from '../ids.ts';
import type { Channel } from '../media/shapes.ts';
import { showPoints, toPoints, type Units } from '../points.ts';
import type { Message, Store } from '../state/store.ts';
import { STATUS, statusName } from '../statuses.ts';
import type { Switches } from '../switches.ts';

interface StatusItem {
  readonly id: string;
  readonly price: Units;
  readonly number: string;
  readonly status: string;
  readonly idx: string | null;
}

export type StatusAnswer =
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly items: readonly StatusItem[] };

/** `status=<id>`, several joined with `|` or `,` (dossier 3.1). */
export const findStatuses = (
  given: string,
  store: Readonly<Store>,
  switches: Switches,
  channel: Channel = 'sms',
): StatusAnswer => {
  const find = (id: string): Message | undefined => {
    const message = store.messages.get(id);
    return message?.channel === channel ? message : undefined;
  };
  if (!switches.statusQuery) return { ok: false, refusal: refuse(1001) };
  const ids = given.split(/[,|]/).flatMap((id) => id.trim() || []);
  const isUnknown = ids.some((id) => find(id) === undefined);
  if (ids.length === 0 || !ids.every(looksLikeMessageId) || (isUnknown && switches.unknownId === 'error')) {
    return { ok: false, refusal: refuse(400) };
  }
  const items = ids.map((id): StatusItem => {
    const message = find(id);
    return message === undefined
      ? { id, price: 0, number: '', status: statusName(STATUS.notFound), idx: null }
      : { id, price: message.price, number: message.number, status: statusName(message.status), idx: message.idx };
  });
  return { ok: true, items };
};

export const statusReply = (items: readonly StatusItem[], asJson: boolean, switches: Switches): Reply => {
  if (!asJson) return text(200, items.map(({ id, status, price }) => `${id}:${status}:${toPoints(price)}`).join(';'));
  const list = items.map(({ id, price, number, status, idx }) => ({
    id,
    points: showPoints(price, switches.points),
    number,
    status,
    error: null,
    idx,
  }));
  return json(200, { count: list.length, list });
};
