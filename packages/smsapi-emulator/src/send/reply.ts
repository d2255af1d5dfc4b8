import { errorMessage, type InvalidNumber, type Refusal } from '../errors.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { messageId } from '../ids.ts';
import { showPoints, toPoints } from '../points.ts';
import type { Accepted, AcceptedItem } from '../state/events.ts';
import { STATUS, statusName } from '../statuses.ts';
import type { Switches } from '../switches.ts';
import type { SendRequest } from './request.ts';

/** A legacy error: HTTP 200, the code in the body (dossier 1.3). */
export const refusalReply = (refusal: Refusal, asJson: boolean, status = 200): Reply => {
  const { code, message, invalidNumbers } = refusal;
  if (!asJson) return { ...text(status, `ERROR:${code}`), code };
  const body = { error: code, message, ...(invalidNumbers === undefined ? {} : { invalid_numbers: invalidNumbers }) };
  return { ...json(status, body), code };
};

/** The reply to a fault that names a code. */
export const codeReply = (code: number, asJson: boolean): Reply =>
  refusalReply({ code, message: errorMessage(code) }, asJson);

const listItem = (item: AcceptedItem, accepted: Accepted, switches: Switches): Readonly<Record<string, unknown>> => {
  const [id, number, submitted, idx, textIndex] = item;
  const [, parts, price] = accepted.texts[textIndex] ?? ['', 1, 0];
  return {
    id,
    points: showPoints(price, switches.points),
    number,
    date_sent: Math.floor(accepted.sendAt / 1_000),
    submitted_number: submitted ?? number,
    status: statusName(STATUS.queue),
    error: null,
    idx,
    ...(switches.partsInReply ? { parts } : {}),
    ...(switches.extraFields ? { operator_hint: 'unknown', retries: 0 } : {}),
  };
};

/** `details=1` describes the first message; `length` counts characters as PHP's mb_strlen does (dossier 2.5). */
const detailsOf = (accepted: Accepted): Readonly<Record<string, unknown>> => {
  const [message, parts] = accepted.texts[0] ?? ['', 0];
  return { message, length: Array.from(message).length, parts };
};

/** Spoken copies ride along unpaid: they would be charged only when an SMS failed. */
const fallbacksOf = (
  request: SendRequest,
  accepted: Accepted,
  switches: Switches,
  seed: number,
): Readonly<Record<string, unknown>> => {
  if (typeof request.fallback === 'string') return {};
  const list = accepted.items.map(([, , , idx, textIndex], nth) => ({
    id: messageId(switches.ids, seed + 1, accepted.sequence - accepted.items.length + nth + 1),
    idx,
    date_sent: Math.floor(accepted.sendAt / 1_000),
    points: showPoints(accepted.texts[textIndex]?.[2] ?? 0, switches.points),
  }));
  return { fallbacks: { vms: { count: list.length, list } } };
};

const asText = (accepted: Accepted): string =>
  accepted.items
    .map(([id, number, , , textIndex]) => {
      const points = toPoints(accepted.texts[textIndex]?.[2] ?? 0);
      return accepted.items.length === 1 ? `OK:${id}:${points}` : `OK:${id}:${points}:${number}`;
    })
    .join(';');

export interface Answering {
  readonly request: SendRequest;
  readonly accepted: Accepted;
  readonly invalidNumbers: readonly InvalidNumber[];
  readonly switches: Switches;
  readonly seed: number;
  readonly asJson: boolean;
}

/** A used idx refused for one recipient is always named: nobody could tell it from a wrong number otherwise. */
const namedNumbers = (invalidNumbers: readonly InvalidNumber[], switches: Switches): readonly InvalidNumber[] =>
  switches.invalidNumbersOnSuccess ? invalidNumbers : invalidNumbers.filter((one) => one.error_code === 53);

/** The reply to a request that was taken (dossier 2.5). Refused numbers are simply missing from `list`. */
export const acceptedReply = ({ request, accepted, invalidNumbers, switches, seed, asJson }: Answering): Reply => {
  if (!asJson) return text(200, asText(accepted));
  const refused = namedNumbers(invalidNumbers, switches);
  return json(200, {
    count: accepted.items.length,
    list: accepted.items.map((item) => listItem(item, accepted, switches)),
    ...(request.details ? detailsOf(accepted) : {}),
    ...fallbacksOf(request, accepted, switches, seed),
    ...(refused.length > 0 ? { invalid_numbers: refused } : {}),
    ...(switches.extraFields ? { request_cost_hint: toPoints(accepted.charge) } : {}),
  });
};
