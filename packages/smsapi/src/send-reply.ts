import { z } from 'zod';
import { codedError, explainError, uncodedError, type SmsapiError } from './errors.ts';
import { omittedByGateway } from './errors/uncoded.ts';
import { matchRecipients, type Asked } from './match-recipients.ts';
import { parsePoints, type Points } from './points.ts';
import { digitsOf, list, readInvalidNumbers, text, type InvalidNumber } from './reply-body.ts';
import { judge, unreadable } from './reply.ts';
import type { Throttled, Uncertain, Unreachable } from './result.ts';
import type { HttpReply } from './transport.ts';

/**
 * What became of one recipient. `id` is opaque; `parts` and `points` are what the gateway bills, null if it did not
 * say; `number` is its spelling, digits only.
 */
export type SendOutcome =
  | { kind: 'accepted'; id: string; parts: number | null; points: Points | null; number: string }
  | { kind: 'refused'; error: SmsapiError };

/**
 * What became of a request.
 *
 * - `answered`: one outcome per recipient, in their order
 * - `refused`: the gateway answered an error, nothing was taken
 * - `alreadyTaken`: error 53, an idx of this request was used before. Nothing was taken now; in a repeat of the same
 *   request it means that the first one had been. The ids come with the delivery reports
 * - `unreachable`: nothing left this machine
 * - `throttled`: not taken, ask again later
 * - `uncertain`: it may have been taken. Repeat only the same request with the same idx and `checkIdx`, within 24 hours
 */
export type SendResult =
  | { kind: 'answered'; outcomes: readonly SendOutcome[] }
  | { kind: 'refused'; error: SmsapiError; invalidNumbers: readonly InvalidNumber[] }
  | { kind: 'alreadyTaken' }
  | Unreachable
  | Throttled
  | Uncertain;

const sendReply = z.object({ count: text, list, parts: text, invalid_numbers: list });
const sentItem = z.object({
  id: text,
  points: text,
  number: text,
  submitted_number: text,
  idx: text,
  parts: text,
  error: text,
});
type SentItem = z.infer<typeof sentItem>;

/** The reply to a send → what became of it. */
export function readSendReply(reply: HttpReply, asked: readonly Asked[], checkIdx: boolean): SendResult {
  const judged = judge(reply);
  if (judged.kind === 'data') {
    const outcomes = readOutcomes(judged.data, asked);
    return outcomes === null ? unreadable(reply) : { kind: 'answered', outcomes };
  }
  if (judged.kind === 'refused' && judged.error.code === 53 && checkIdx) return { kind: 'alreadyTaken' };
  return judged;
}

/** One outcome per recipient, or null when the reply leaves any of them open: then the whole request is uncertain. */
function readOutcomes(data: unknown, asked: readonly Asked[]): SendOutcome[] | null {
  const parsed = sendReply.safeParse(data);
  const entries = parsed.data?.list;
  if (!parsed.success || entries === null || entries === undefined) return null;
  const items = z.array(sentItem).safeParse(entries).data;
  if (items === undefined || !items.every(isDecided)) return null;

  const count = integer(parsed.data.count);
  if (items.length === 0 && count !== 0) return null;
  const owners = matchRecipients(
    asked,
    items.map((item) => ({
      idx: item.idx,
      number: digitsOf(item.number),
      submittedNumber: digitsOf(item.submitted_number),
    })),
  );
  if (owners === 'ambiguous') return null;
  // Fewer entries than the gateway counts: some of those who look omitted may have been taken
  if (count !== null && count > items.length && owners.includes(null)) return null;

  const invalid = invalidByNumber(readInvalidNumbers(parsed.data.invalid_numbers));
  const onlyParts = items.length === 1 ? integer(parsed.data.parts) : null; // top-level parts describe the first message
  return asked.map(({ number }, at) => {
    const item = items[owners[at] ?? -1];
    if (item !== undefined) return outcomeOf(item, number, onlyParts);
    return { kind: 'refused', error: invalid.get(number) ?? uncodedError(omittedByGateway) };
  });
}

/** An entry without an id and without an error says nothing about its message, nor does an internal error. */
function isDecided(item: SentItem): boolean {
  const code = errorCode(item);
  return code === null ? item.id !== null && item.id !== '' : explainError(code).class !== 'unsure';
}

function outcomeOf(item: SentItem, askedNumber: string, onlyParts: number | null): SendOutcome {
  const code = errorCode(item);
  if (code !== null) return { kind: 'refused', error: codedError(code) };
  return {
    kind: 'accepted',
    id: item.id ?? '',
    parts: integer(item.parts) ?? onlyParts,
    points: parsePoints(item.points),
    number: digitsOf(item.number) ?? digitsOf(item.submitted_number) ?? askedNumber,
  };
}

/** Documented as always null and deprecated; a number in it can only be a refusal (dossier 2.5). */
function errorCode({ error }: SentItem): number | null {
  const code = integer(error);
  return code === 0 ? null : code;
}

function invalidByNumber(invalidNumbers: readonly InvalidNumber[]): ReadonlyMap<string, SmsapiError> {
  return new Map(
    invalidNumbers.flatMap(({ number, submittedNumber, error }) =>
      [number, submittedNumber].flatMap((each) => (each === null ? [] : [[each, error] as const])),
    ),
  );
}

function integer(digits: string | null): number | null {
  return digits !== null && /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
