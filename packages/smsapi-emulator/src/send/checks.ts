import { mayUseSender, named, type Account } from '../account.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { Switches } from '../switches.ts';
import { isAllowedHour } from './hours.ts';
import { hasRawLink, hasShortLink, hasVoucherMark, isLinkTarget, paramsIn, shortLinkTargets } from './macros.ts';
import { threeMonthsAfter } from './moment.ts';
import type { SendRequest } from './request.ts';
import { isHex } from './text.ts';

/** What a request is judged by before anybody looks at single numbers. */
export interface Judging {
  readonly request: SendRequest;
  /** The text after template, before macros. */
  readonly body: string;
  /** Recipients named by `to`, or the members of `group`. */
  readonly to: readonly string[];
  /** Whether everything the request names by `group` and `template` is there. */
  readonly groupsExist: boolean;
  readonly templateExists: boolean;
  readonly account: Account;
  readonly switches: Switches;
  readonly now: number;
}

const MAX_IDX_LENGTH = 255;
const SHORT_LINK_RECIPIENTS = 100;
const MINUTE_MS = 60_000;
/** The widest window any source gives (dossier 2.1): 15 minutes to 72 hours after sending. */
const EXPIRATION = { leastMs: 15 * MINUTE_MS, mostMs: 72 * 60 * MINUTE_MS };
const RESTRICTIONS: ReadonlySet<string> = new Set(['follow', 'ignore', 'nearest_available']);
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/;

const isHttpUrl = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The moment the message is meant for; a past or unreadable date means now. */
export const plannedAt = (request: SendRequest, now: number): number => Math.max(now, request.date?.at ?? now);

/** Each check names one reason to refuse the whole request; the first that objects wins. */
type Check = (judging: Judging) => Refusal | null;

const checkRequest: Check = ({ request }) => {
  if (!request.encodingKnown) return refuse(8, 'Unknown encoding');
  if (request.fallback === 'wrong') return refuse(8, 'Wrong fallback');
  if (Number.isNaN(request.maxParts)) return refuse(8, 'Wrong max_parts');
  return null;
};

const checkGroup: Check = ({ request, to, groupsExist }) => {
  if (request.group === null) return null;
  if (request.params.some((values) => values !== null)) return refuse(93);
  if (!groupsExist) return refuse(40);
  return to.length === 0 ? refuse(41) : null;
};

const checkTemplate: Check = ({ templateExists }) => (templateExists ? null : refuse(104));

const checkBody: Check = ({ body }) => (body.trim() === '' ? refuse(11) : null);

const checkRecipients: Check = ({ to, switches }) => {
  if (to.length === 0) return refuse(13, 'Recipients list cannot be empty');
  return to.length > switches.maxRecipients ? refuse(19) : null;
};

const checkSender: Check = ({ request, account }) =>
  request.from !== null && !mayUseSender(account, request.from) ? refuse(14) : null;

const checkNotifyUrl: Check = ({ request }) =>
  request.notifyUrl !== null && !isHttpUrl(request.notifyUrl) ? refuse(70) : null;

const checkDate: Check = ({ request, now }) => {
  if (request.date === null) return null;
  if (request.date.at === null) return request.dateValidate ? refuse(54) : null;
  return request.date.at > threeMonthsAfter(now) ? refuse(50) : null;
};

const checkRestriction: Check = ({ request, account, now }) => {
  if (request.timeRestriction === null) return null;
  if (!RESTRICTIONS.has(request.timeRestriction)) return refuse(28);
  const hours = account.sendingHours;
  if (hours === null || request.timeRestriction !== 'follow') return null;
  return isAllowedHour(hours, plannedAt(request, now)) ? null : refuse(74);
};

const checkExpiration: Check = ({ request, now }) => {
  if (request.expiration === null) return null;
  if (request.expiration.at === null) return refuse(56);
  const lifeMs = request.expiration.at - plannedAt(request, now);
  return lifeMs < EXPIRATION.leastMs || lifeMs > EXPIRATION.mostMs ? refuse(56) : null;
};

const checkBinary: Check = ({ request, body }) => {
  if (request.datacoding !== null && request.normalize) return refuse(25);
  if (request.udh !== null && !isHex(request.udh)) return refuse(30);
  if (request.datacoding !== 'bin') return null;
  if (request.udh === null) return refuse(30);
  return isHex(body) ? null : refuse(11, 'Binary content must be hexadecimal');
};

const checkIdx: Check = ({ request, to }) => {
  if (request.idx === null) return null;
  if (request.idx.length !== to.length) return refuse(20);
  return request.idx.some((idx) => idx.length > MAX_IDX_LENGTH) ? refuse(27) : null;
};

const checkParams: Check = ({ request, body, to }) => {
  const given = request.params.filter((values) => values !== null);
  if (given.some((values) => values.length !== to.length)) return refuse(18);
  if (paramsIn(body).some((index) => request.params[index] === null)) return refuse(18);
  return given.some((values) => values.some((value) => CONTROL.test(value))) ? refuse(76) : null;
};

const checkVouchers: Check = ({ request, body, to, account }) => {
  if (request.discountGroup === null) return null;
  const codes = named(account.vouchers, request.discountGroup);
  if (codes === undefined) return refuse(60);
  if (!hasVoucherMark(body)) return refuse(66);
  if (codes.length === 0) return refuse(62);
  return codes.length < to.length ? refuse(65) : null;
};

const checkLinks: Check = ({ request, body, to, switches }) => {
  const values = request.params.flatMap((list) => list ?? []);
  const places = [body, ...values];
  if (!switches.links && places.some(hasRawLink)) return refuse(94);
  if (!places.some(hasShortLink)) return null;
  if (switches.shortLinks === 'off') return refuse(7);
  if (switches.shortLinks === 'down') return refuse(998);
  if (!places.flatMap(shortLinkTargets).every(isLinkTarget)) return refuse(106);
  return to.length > SHORT_LINK_RECIPIENTS ? refuse(19, 'At most 100 messages with a short link') : null;
};

const CHECKS: readonly Check[] = [
  checkRequest,
  checkTemplate,
  checkBody,
  checkGroup,
  checkRecipients,
  checkSender,
  checkNotifyUrl,
  checkDate,
  checkRestriction,
  checkExpiration,
  checkBinary,
  checkIdx,
  checkParams,
  checkVouchers,
  checkLinks,
];

/** What holds for pictures and voice as well. */
export const COMMON_CHECKS: readonly Check[] = [
  checkGroup,
  checkRecipients,
  checkNotifyUrl,
  checkDate,
  checkRestriction,
  checkIdx,
];

/** The first reason to refuse the request as a whole, or null. */
export const findRefusal = (judging: Judging, checks: readonly Check[] = CHECKS): Refusal | null => {
  for (const check of checks) {
    const refusal = check(judging);
    if (refusal !== null) return refusal;
  }
  return null;
};
