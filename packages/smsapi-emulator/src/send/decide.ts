import { named } from '../account.ts';
import { numbersOfGroups } from '../contacts/members.ts';
import { refuse, type ErrorCode, type InvalidNumber, type Refusal } from '../errors.ts';
import { createLinkDrawer } from '../links/draw.ts';
import { linkEvents } from '../links/keep.ts';
import type { Units } from '../points.ts';
import type { Accepted, Event } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import { acceptanceOf, idxOf, tracesOfTest, usedVouchers, type SendContext } from './acceptance.ts';
import { findRefusal } from './checks.ts';
import {
  codeForNobody,
  setAside,
  sortRecipients,
  type NumberRules,
  type Recipient,
  type Sorted,
} from './recipients.ts';
import type { SendRequest } from './request.ts';
import { renderTexts } from './text.ts';

/** What the gateway decided about one request; nothing has happened yet. */
export type SendDecision =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true;
      readonly accepted: Accepted;
      readonly invalidNumbers: readonly InvalidNumber[];
      /** What has to be recorded: the acceptance itself, or only the traces of a test. */
      readonly events: readonly Event[];
    };

const MINUTE_MS = 60_000;
const NOBODY: ReadonlySet<Recipient> = new Set();

interface Body {
  readonly body: string;
  readonly normalize: boolean;
  readonly templateExists: boolean;
}

const bodyOf = ({ template: name, message, normalize }: SendRequest, store: Readonly<Store>): Body => {
  const template = [...store.resources.templates.values()].find((one) => one.name === name);
  return template === undefined
    ? { body: message ?? '', normalize, templateExists: name === null }
    : { body: template.text, normalize: normalize || template.normalize, templateExists: true };
};

interface Named {
  readonly to: readonly string[];
  readonly groupsExist: boolean;
}

/** Whom a request names: by `to`, or by the names of groups. */
export const recipientsNamed = (request: SendRequest, store: Readonly<Store>, now: number): Named => {
  if (request.group === null) return { to: request.to, groupsExist: true };
  const numbers = numbersOfGroups(store, request.group, now);
  return { to: numbers ?? [], groupsExist: numbers !== null };
};

const isListed = (store: Readonly<Store>, list: 'blacklist' | 'optOuts', number: string, now: number): boolean => {
  const entry = store[list].get(number);
  if (entry === undefined) return false;
  return entry.expireAt === null || entry.expireAt >= new Date(now).toISOString().slice(0, 10);
};

const attemptsLately = (store: Readonly<Store>, number: string, now: number): number =>
  (store.byNumber.get(number) ?? []).filter((id) => (store.messages.get(id)?.acceptedAt ?? 0) > now - MINUTE_MS).length;

const refusalByNumber = ({ store, settings, now }: SendContext): NumberRules['refusedBy'] => {
  const { switches } = settings;
  return (number): ErrorCode | null => {
    const fate = settings.fateOf(number);
    if (fate === 'invalid') return 13;
    if (fate === 'blacklisted' || isListed(store, 'blacklist', number, now)) return 57;
    if (switches.optOuts && isListed(store, 'optOuts', number, now)) return 59;
    const limit = switches.attemptsPerMinute;
    return limit > 0 && attemptsLately(store, number, now) >= limit ? 52 : null;
  };
};

export const rulesFor = (request: SendRequest, context: SendContext): NumberRules => {
  const { switches } = context.settings;
  const { account } = context.store;
  return {
    plusSign: switches.plusSign,
    landlines: switches.landlines,
    foreignNumbers: switches.foreignNumbers,
    skipForeign: request.skipForeign,
    allowDuplicates: request.allowDuplicates,
    onlyNumber: account.paymentType === 'trial' ? account.phoneNumber : null,
    refusedBy: refusalByNumber(context),
  };
};

/** Those whose idx was used before, here or in an earlier request (dossier 2.4). */
const withUsedIdx = (
  request: SendRequest,
  recipients: readonly Recipient[],
  { store, now }: SendContext,
): ReadonlySet<Recipient> => {
  if (!request.checkIdx || request.idx === null) return NOBODY;
  const seen = new Set<string>();
  return new Set(
    recipients.filter((recipient) => {
      const idx = idxOf(request, recipient);
      if (idx === null) return false;
      const used = seen.has(idx) || (store.idxUntil.get(idx) ?? 0) > now;
      seen.add(idx);
      return used;
    }),
  );
};

export type Choice =
  | { readonly ok: false; readonly refusal: Refusal }
  | (Sorted & {
      readonly ok: true;
      /** A used idx refuses the whole request: after everything that is wrong with its text. */
      readonly hasClash: boolean;
    });

/** Who of those named gets the message; the request is refused when nobody is left. */
export const chooseRecipients = (
  request: SendRequest,
  to: readonly string[],
  rules: NumberRules,
  context: SendContext,
): Choice => {
  const sorted = sortRecipients(to, rules);
  if (sorted.good.length === 0) {
    return { ok: false, refusal: { ...refuse(codeForNobody(sorted.bad)), invalidNumbers: sorted.bad } };
  }
  const clashing = withUsedIdx(request, sorted.good, context);
  const isPerRecipient = context.settings.switches.duplicateIdx === 'recipient';
  const { good, bad } = isPerRecipient ? setAside(sorted, clashing, 53) : sorted;
  if (good.length === 0) return { ok: false, refusal: { ...refuse(53), invalidNumbers: bad } };
  return { ok: true, good, bad, hasClash: !isPerRecipient && clashing.size > 0 };
};

/** Postpaid accounts may owe (dossier 7.1); nobody gets more messages than a scenario allows. */
export const canPay = (
  { points, account, allowance, totals }: Readonly<Store>,
  charge: Units,
  messages = 0,
): boolean => {
  if (allowance !== null && totals.accepted + messages > allowance) return false;
  return charge <= points || account.paymentType === 'postpaid' || account.paymentType === 'subscription';
};

/** Judges a send: the whole request is refused, or every good number of it is accepted. Changes nothing. */
export const decideSend = (request: SendRequest, context: SendContext): SendDecision => {
  const { store, settings, seed, now } = context;
  const { account } = store;
  const { switches } = settings;
  const { body, normalize, templateExists } = bodyOf(request, store);
  const { to, groupsExist } = recipientsNamed(request, store, now);
  const refusal = findRefusal({ request, body, to, groupsExist, templateExists, account, switches, now });
  if (refusal !== null) return { ok: false, refusal };

  const chosen = chooseRecipients(request, to, rulesFor(request, context), context);
  if (!chosen.ok) return chosen;
  const { good, bad, hasClash } = chosen;

  const mostParts = store.account.maxParts ?? settings.switches.maxParts;
  const hasLinkCode = (code: string): boolean => store.resources.linkCodes.has(code);
  const links = createLinkDrawer(seed, String(store.sequence), hasLinkCode);
  const drawn = renderTexts(
    {
      body,
      normalize,
      vouchers: request.discountGroup === null ? [] : (named(store.account.vouchers, request.discountGroup) ?? []),
      unitPrice: store.account.unitPrice,
      maxParts: Math.min(mostParts, request.maxParts ?? mostParts),
      links,
    },
    request,
    good,
  );
  if (!drawn.ok) return drawn;

  if (hasClash) return { ok: false, refusal: refuse(53) };
  const accepted = acceptanceOf(request, good, drawn.rendered, context);
  if (!canPay(store, accepted.charge, accepted.items.length)) return { ok: false, refusal: refuse(103) };

  const events = request.test
    ? [tracesOfTest(accepted, settings.switches.testBurnsIdx)]
    : [accepted, ...usedVouchers(request, good.length, store), ...linkEvents(links.drawn, accepted, context)];
  return { ok: true, accepted, invalidNumbers: bad, events };
};
