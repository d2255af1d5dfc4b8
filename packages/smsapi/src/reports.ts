import { readFields, readMoment, type CallbackFields } from './callback-fields.ts';
import { deliveryStatusOf, type DeliveryStatus } from './delivery-status.ts';
import { parsePoints, type Points } from './points.ts';

/**
 * One delivery report. `id` is the gateway's, opaque; `idx` is ours. A report has at least one of the two.
 * `doneAt` is null until the state is final.
 */
export interface DeliveryReport {
  id: string | null;
  idx: string | null;
  status: DeliveryStatus;
  number: string | null;
  from: string | null;
  points: Points | null;
  sentAt: Date | null;
  doneAt: Date | null;
  username: string | null;
  mcc: string | null;
  mnc: string | null;
}

/** The body a callback must be answered with, with HTTP 200; anything else makes SMSAPI call again. */
export const CALLBACK_REPLY = 'OK';

/**
 * A delivery callback → its reports (dossier 4.1). Takes the query of a GET and the form of a POST alike, ignores
 * fields it does not know (such as a secret in our own URL), and never throws: nonsense gives an empty list.
 *
 * One call may carry several reports as comma lists in step. A list shorter than `MsgId` gives element i if there is
 * one, else its only element, else nothing. `idx` is an identity and is never shared or guessed like that: unless its
 * list is as long as `MsgId`, it is null and the report is matched by id alone.
 *
 * Reports may come twice, late, early and out of order: process each by (id, status), and answer `CALLBACK_REPLY` also
 * to those nobody knows.
 *
 * @example
 * parseReports('MsgId=60E5,60E6&status=404,405&idx=g1-a,g1-b&to=48500100200,48500100201');
 */
export function parseReports(fields: CallbackFields): DeliveryReport[] {
  const field = readFields(fields);
  const ids = listOf(field('MsgId'));
  const idxs = listOf(field('idx'));
  const idxInStep = ids.length === 0 || ids.length === idxs.length;
  const size = Math.max(ids.length, idxInStep ? idxs.length : 0);

  const inStep = ['status', 'status_name', 'to', 'from', 'points', 'sent_at', 'donedate', 'username', 'mcc', 'mnc'];
  const lists = new Map(inStep.map((name) => [name, listOf(field(name))]));
  const at = (name: string, index: number): string => {
    const list = lists.get(name) ?? [];
    return list[index] ?? (list.length === 1 ? (list[0] ?? '') : '');
  };

  return Array.from({ length: size }, (_, index) => ({
    id: orNull(ids[index] ?? ''),
    idx: idxInStep ? orNull(idxs[index] ?? '') : null,
    status: deliveryStatusOf({ code: at('status', index), name: at('status_name', index) }),
    number: orNull(at('to', index)),
    from: orNull(at('from', index)),
    points: parsePoints(at('points', index)),
    sentAt: readMoment(at('sent_at', index)),
    doneAt: readMoment(at('donedate', index)),
    username: orNull(at('username', index)),
    mcc: orNull(at('mcc', index)),
    mnc: orNull(at('mnc', index)),
  })).filter((report) => report.id !== null || report.idx !== null);
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((element) => element.trim());
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
