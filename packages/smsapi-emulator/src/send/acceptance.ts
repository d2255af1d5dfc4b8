import { callbackUrl, defaultSender, named, type Account } from '../account.ts';
import { messageId } from '../ids.ts';
import type { Attachment, Channel } from '../media/shapes.ts';
import type { Settings } from '../settings.ts';
import type { Accepted, AcceptedItem, Event } from '../state/events.ts';
import type { Store } from '../state/store.ts';
import { plannedAt } from './checks.ts';
import { nearestAllowed } from './hours.ts';
import { createLives } from './life.ts';
import type { Recipient } from './recipients.ts';
import type { SendRequest } from './request.ts';
import type { Rendered } from './text.ts';

export interface SendContext {
  readonly store: Readonly<Store>;
  readonly settings: Settings;
  readonly seed: number;
  readonly now: number;
}

const HOUR_MS = 3_600_000;

/** The idx of one recipient; an empty one is none. */
export const idxOf = (request: SendRequest, recipient: Recipient): string | null =>
  request.idx?.[recipient.place] || null;

/** How and from whom a message comes. */
export interface Delivery {
  readonly channel: Channel;
  readonly from: string;
  readonly attachment: Attachment | null;
}

/** RCS has no callback of its own (OAS). */
const reportUrlOf = (request: SendRequest, account: Account, channel: Channel): string | null =>
  channel === 'rcs' ? null : (request.notifyUrl ?? callbackUrl(account, `${channel}_dlr`));

/** What the gateway takes upon itself: ids, price, the life of every message, and where it will report. */
export const acceptanceOf = (
  request: SendRequest,
  recipients: readonly Recipient[],
  rendered: Rendered,
  context: SendContext,
  delivery?: Delivery,
): Accepted => {
  const { store, settings, seed, now } = context;
  const { account } = store;
  const planned = plannedAt(request, now);
  const hours = account.sendingHours;
  const sendAt =
    request.timeRestriction === 'nearest_available' && hours !== null ? nearestAllowed(hours, planned) : planned;
  const { channel, from, attachment } = delivery ?? {
    channel: 'sms',
    from: request.from ?? defaultSender(account),
    attachment: null,
  };
  const reportUrl = reportUrlOf(request, account, channel);
  const validForMs = request.expiration?.at == null ? null : Math.max(0, request.expiration.at - sendAt);
  const lifeOf = createLives({
    seed,
    settings,
    expiresAfterMs: validForMs,
    isReported: reportUrl !== null,
  });
  const items = recipients.map((recipient, nth): AcceptedItem => {
    const id = messageId(settings.switches.ids, seed, store.sequence + nth + 1);
    const idx = idxOf(request, recipient);
    const submitted = recipient.submitted === recipient.number ? null : recipient.submitted;
    const plan = lifeOf(recipient.number, idx ?? id);
    return [id, recipient.number, submitted, idx, rendered.textOf[nth] ?? 0, plan];
  });
  return {
    type: 'accepted',
    ...(channel === 'sms' ? {} : { channel }),
    ...(attachment === null ? {} : { attachment }),
    at: now,
    sendAt,
    from,
    reportUrl,
    ...(validForMs === null ? {} : { validForMs }),
    charge: items.reduce((sum, item) => sum + (rendered.texts[item[4]]?.[2] ?? 0), 0),
    idxUntil: sendAt + settings.switches.idxHours * HOUR_MS,
    sequence: store.sequence + items.length,
    texts: rendered.texts,
    items,
  };
};

/** `test=1` sends and charges nothing; its ids are still spent, and its idx values if the switch says so. */
export const tracesOfTest = (accepted: Accepted, burnsIdx: boolean): Event => ({
  type: 'remembered',
  sequence: accepted.sequence,
  idx: burnsIdx
    ? accepted.items.flatMap(([, , , idx]): [string, number][] => (idx === null ? [] : [[idx, accepted.idxUntil]]))
    : [],
});

export const usedVouchers = (request: SendRequest, count: number, store: Readonly<Store>): readonly Event[] => {
  const group = request.discountGroup;
  if (group === null) return [];
  const left = named(store.account.vouchers, group)?.slice(count) ?? [];
  return [{ type: 'account', patch: { vouchers: { ...store.account.vouchers, [group]: left } } }];
};
