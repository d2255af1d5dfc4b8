import { measure } from '#sms-text';
import { refuse, type Refusal } from '../errors.ts';
import type { LinkDrawer } from '../links/draw.ts';
import { priceOf, type Units } from '../points.ts';
import type { AcceptedText } from '../state/events.ts';
import { hasParams, hasShortLink, hasVoucherMark, putParams, putShortLinks, putVoucher, stripMarks } from './macros.ts';
import type { Recipient } from './recipients.ts';
import type { SendRequest } from './request.ts';

/** What a text is made of, apart from the recipient. */
export interface TextSource {
  readonly body: string;
  readonly normalize: boolean;
  readonly vouchers: readonly string[];
  readonly unitPrice: Units;
  readonly maxParts: number;
  readonly links: LinkDrawer;
}

export interface Rendered {
  readonly texts: readonly AcceptedText[];
  /** Index into `texts` for each recipient, in order. */
  readonly textOf: readonly number[];
}

type Outcome = { readonly ok: true; readonly rendered: Rendered } | { readonly ok: false; readonly refusal: Refusal };

const HEX = /^(?:[0-9a-f]{2})+$/i;
const BINARY_OCTETS = 140;

export const isHex = (text: string): boolean => HEX.test(text);

const isBinary = (request: SendRequest): boolean => request.datacoding === 'bin';

const countParts = (text: string, request: SendRequest): { parts: number; special: boolean } => {
  if (isBinary(request)) {
    const octets = (text.length + (request.udh?.length ?? 0)) / 2;
    return { parts: Math.max(1, Math.ceil(octets / BINARY_OCTETS)), special: false };
  }
  const { encoding, segments } = measure(text);
  return { parts: Math.max(1, segments.length), special: encoding === 'ucs2' };
};

const judge = (text: string, request: SendRequest, maxParts: number): Refusal | { parts: number } => {
  if (text.trim() === '') return refuse(11);
  const { parts, special } = countParts(text, request);
  if (special && request.noUnicode) return refuse(11, 'Message contains special characters while nounicode is set');
  if (special && request.flash) return refuse(17);
  if (parts > maxParts || (request.single && parts > 1)) return refuse(12);
  return { parts };
};

const isTheSameForAll = (body: string, request: SendRequest): boolean =>
  !hasShortLink(body) && !hasVoucherMark(body) && !hasParams(body) && request.params.every((values) => values === null);

const renderFor = (source: TextSource, request: SendRequest, recipient: Recipient, nth: number): string => {
  const values = request.params.map((list) => list?.[recipient.place] ?? '');
  const withParams = putParams(source.body, values);
  const withVoucher = putVoucher(withParams, source.vouchers[nth] ?? '');
  // Links come last: a param value that smuggles in `[%idzdo:…%]` works, as it does in the real service.
  const linked = putShortLinks(withVoucher, (kind, target) => source.links.draw(kind, target, nth));
  return source.normalize ? stripMarks(linked) : linked;
};

/** Writes the final text of every recipient, measures each distinct one once and prices it. */
export const renderTexts = (source: TextSource, request: SendRequest, recipients: readonly Recipient[]): Outcome => {
  const places = new Map<string, number>();
  const texts: AcceptedText[] = [];
  const textOf: number[] = [];
  const common = isTheSameForAll(source.body, request);
  for (const [nth, recipient] of recipients.entries()) {
    if (common && nth > 0) {
      textOf.push(0);
      continue;
    }
    const text = renderFor(source, request, recipient, nth);
    const known = places.get(text);
    if (known !== undefined) {
      textOf.push(known);
      continue;
    }
    const judged = judge(text, request, source.maxParts);
    if ('code' in judged) return { ok: false, refusal: judged };
    places.set(text, texts.length);
    textOf.push(texts.length);
    texts.push([text, judged.parts, priceOf(judged.parts, source.unitPrice, request.fast)]);
  }
  return { ok: true, rendered: { texts, textOf } };
};
