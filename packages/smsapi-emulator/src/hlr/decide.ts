import { callbackUrl } from '../account.ts';
import { refuse, type Refusal } from '../errors.ts';
import { listOf, textOf, type Fields } from '../http/fields.ts';
import { messageId } from '../ids.ts';
import type { Units } from '../points.ts';
import { keyedRandom } from '../random.ts';
import type { Notice } from '../reports/notices.ts';
import type { SendContext } from '../send/acceptance.ts';
import { canPay } from '../send/decide.ts';
import { isHandsetNumber, normalizeNumber } from '../send/recipients.ts';
import type { Event } from '../state/events.ts';
import { kept } from '../state/resources.ts';
import { lookupFields, lookupMs, lookupStatus, timesTold, type Lookup } from './lookup.ts';

/** What is asked: numbers, and one idx for each when there are any. */
export interface HlrRequest {
  readonly numbers: readonly string[];
  readonly idx: readonly string[] | null;
}

/** One number's answer: it is looked up, or it is no number of a handset. */
export type HlrAnswer = { readonly lookup: Lookup } | { readonly error: 13; readonly number: string };

export type HlrDecision =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true;
      readonly answers: readonly HlrAnswer[];
      readonly events: readonly Event[];
      readonly notices: readonly string[];
    };

const MAX_IDX_LENGTH = 255;

/** The JavaScript client joins idx values with a comma, the Python client with a bar (dossier 7.5). */
const idxIn = (fields: Fields, count: number): readonly string[] | null => {
  const values = listOf(fields, 'idx');
  const [only] = values ?? [];
  return count > 1 && values?.length === 1 && only !== undefined ? only.split(',') : values;
};

export const parseHlrRequest = (fields: Fields): HlrRequest => {
  const numbers = (textOf(fields, 'number') ?? '').split(',').flatMap((number) => number.trim() || []);
  return { numbers, idx: idxIn(fields, numbers.length) };
};

const refusalOf = ({ numbers, idx }: HlrRequest, { settings }: SendContext): Refusal | null => {
  if (numbers.length === 0) return refuse(13, 'Recipients list cannot be empty');
  if (numbers.length > settings.switches.maxRecipients) return refuse(19);
  if (idx !== null && idx.length !== numbers.length) return refuse(20);
  return idx?.some((value) => value.length > MAX_IDX_LENGTH) === true ? refuse(27) : null;
};

const judge = ({ numbers, idx }: HlrRequest, { store, settings, seed, now }: SendContext): readonly HlrAnswer[] => {
  let handedOut = 0;
  return numbers.map((submitted, place): HlrAnswer => {
    const number = normalizeNumber(submitted, settings.switches.plusSign);
    if (number === null || !isHandsetNumber(number)) return { error: 13, number: number ?? submitted };
    const fate = settings.fateOf(number);
    if (fate === 'invalid') return { error: 13, number };
    handedOut += 1;
    const id = messageId(settings.switches.ids, seed, store.sequence + handedOut);
    const foundAt = now + lookupMs(fate, settings.timings, keyedRandom(seed, `hlr ${id}`));
    const price = store.account.prices.hlr;
    return { lookup: { id, number, idx: idx?.[place] || null, price, at: now, foundAt, status: lookupStatus(fate) } };
  });
};

const noticesOf = (lookups: readonly Lookup[], { store, settings }: SendContext): readonly Notice[] => {
  const url = callbackUrl(store.account, 'hlr');
  if (url === null) return [];
  return lookups.flatMap((lookup) =>
    Array.from({ length: timesTold(settings.fateOf(lookup.number)) }, (_, nth): Notice => {
      const { id, number, idx, foundAt } = lookup;
      const query = lookupFields(lookup, store.account.username);
      return { id: nth === 0 ? id : `${id}-${nth}`, url, dueAt: foundAt, query, number, idx };
    }),
  );
};

const paymentOf = ({ points, totals }: SendContext['store'], charge: Units): readonly Event[] => [
  { type: 'points', points: points - charge },
  { type: 'totals', totals: { ...totals, charged: totals.charged + charge } },
];

/** Judges `hlr.do`: wrong numbers get their own error, all others are looked up and paid for, or none when points are short. */
export const decideHlr = (request: HlrRequest, context: SendContext): HlrDecision => {
  const refusal = refusalOf(request, context);
  if (refusal !== null) return { ok: false, refusal };
  const answers = judge(request, context);
  const lookups = answers.flatMap((answer) => ('lookup' in answer ? [answer.lookup] : []));
  if (lookups.length === 0) return { ok: true, answers, events: [], notices: [] };
  const { store } = context;
  const charge = lookups.reduce((sum, { price }) => sum + price, 0);
  if (!canPay(store, charge)) return { ok: false, refusal: refuse(103) };
  const notices = noticesOf(lookups, context);
  const sequence = store.sequence + lookups.length;
  const events = [...paymentOf(store, charge), kept('lookups', lookups, sequence), kept('notices', notices, sequence)];
  return { ok: true, answers, events, notices: notices.map(({ id }) => id) };
};
