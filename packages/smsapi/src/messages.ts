import { z } from 'zod';
import { call } from './call.ts';
import { deliveryStatusOf, type DeliveryStatus } from './delivery-status.ts';
import { parsePoints, type Points } from './points.ts';
import { digitsOf, list, text } from './reply-body.ts';
import type { Connection } from './connection.ts';
import type { Result } from './result.ts';

/** The present state of one message, as far as the gateway tells it. */
export interface MessageStatus {
  id: string;
  idx: string | null;
  status: DeliveryStatus;
  number: string | null;
  points: Points | null;
}

const statusItem = z.object({ id: z.string().min(1), idx: text, status: text, number: text, points: text });
const listReply = z.object({ list });
const deletedItem = z.object({ id: z.string().min(1) });

/**
 * `POST sms.do` with `status=<id>|<id>`: works in official clients but is undocumented, so it may back the delivery
 * reports up and never replace them (dossier 3.1). Ids the gateway does not list are missing from the answer.
 */
export async function fetchStatuses(
  connection: Connection,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Result<readonly MessageStatus[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const form = new URLSearchParams({ format: 'json', status: ids.map(checkedId).join('|') });
  return call(connection, { method: 'POST', path: 'sms.do', form }, readStatuses, signal);
}

function readStatuses(data: unknown): MessageStatus[] | undefined {
  return readList(data)?.flatMap((entry) => {
    const item = statusItem.safeParse(entry).data;
    if (item === undefined) return [];
    return [
      {
        id: item.id,
        idx: item.idx === '' ? null : item.idx,
        status: deliveryStatusOf({ code: null, name: item.status }),
        number: digitsOf(item.number),
        points: parsePoints(item.points),
      },
    ];
  });
}

/**
 * `POST sms.do` with `sch_del=<id>,<id>`: takes back scheduled messages, not later than a minute before they go
 * (dossier 3.2). Answers the ids that were taken back; error 301 means that none was.
 */
export async function deleteScheduledMessages(
  connection: Connection,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Result<readonly string[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const form = new URLSearchParams({ format: 'json', sch_del: ids.map(checkedId).join(',') });
  return call(connection, { method: 'POST', path: 'sms.do', form }, readDeleted, signal);
}

function readDeleted(data: unknown): string[] | undefined {
  return readList(data)?.flatMap((entry) => {
    const item = deletedItem.safeParse(entry).data;
    return item === undefined ? [] : [item.id];
  });
}

function readList(data: unknown): readonly unknown[] | undefined {
  return listReply.safeParse(data).data?.list ?? undefined;
}

function checkedId(id: string): string {
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(id)) throw new TypeError('a message id must be letters, digits, _ or -');
  return id;
}
