import { deliveryStatusOf } from '@goniec/smsapi';
import { z } from 'zod';
import type { Handset, HandsetConversation, HandsetEntry, HandsetList, HandsetReplied } from '../../domain/handset.ts';
import { deliveryOf } from './map-status.ts';

/** What the emulator says about handsets, in its words → ours. An answer of another form is not an emulator's. */

const moment = z.int().transform((ms) => new Date(ms));
const since = z.int().transform((ms) => (ms === 0 ? null : new Date(ms)));
const digits = z
  .string()
  .regex(/^[1-9]\d{6,14}$/)
  .transform((number) => `+${number}`);
const state = z
  .enum(['on', 'off', 'out-of-coverage'])
  .transform((name) => (name === 'out-of-coverage' ? 'out_of_coverage' : name));
const delivery = z.string().transform((name) => deliveryOf(deliveryStatusOf({ code: null, name }).code));

const line = {
  number: digits,
  state,
  since,
  lastAt: since,
  unread: z.int(),
  waiting: z.int(),
  last: z.object({ kind: z.enum(['message', 'text']), text: z.string(), from: z.string().nullable() }).nullable(),
};

const rawLine = z.object(line);

const handsetOf = ({ number, state, since, lastAt, unread, waiting, last }: z.output<typeof rawLine>): Handset => ({
  phone: number,
  state,
  stateSince: since,
  lastAt,
  unread,
  waiting,
  last: last && { by: last.kind === 'text' ? 'owner' : 'company', sender: last.from, text: last.text },
});

export const handsetShape = rawLine.transform(handsetOf);

/** A sender that is no number (a text put in by hand) has no handset that could be shown. */
export const listShape = z
  .object({ total: z.int(), matching: z.int(), phones: z.array(z.unknown()) })
  .transform(({ total, matching, phones }): HandsetList => ({
    total,
    matching,
    handsets: phones.flatMap((phone) => handsetShape.safeParse(phone).data ?? []),
  }));

const message = z
  .object({
    kind: z.literal('message'),
    id: z.string(),
    at: moment,
    from: z.string(),
    segments: z.array(z.string()),
    encoding: z.enum(['gsm7', 'ucs2']),
    parts: z.int(),
    points: z.number(),
    idx: z.string().nullable(),
    status: delivery,
    landedAt: moment.nullable(),
    waiting: z.boolean(),
    expiresAt: moment,
  })
  .transform(({ from, points, status, ...rest }): HandsetEntry => ({
    ...rest,
    sender: from,
    points: Math.round(points * 10_000),
    delivery: status,
  }));

const reply = z
  .object({
    kind: z.literal('text'),
    id: z.string(),
    at: moment,
    text: z.string(),
    state: z.enum(['waiting', 'taken', 'given-up', 'nobody']),
  })
  .transform(({ state, ...rest }): HandsetEntry => ({
    ...rest,
    kind: 'reply',
    state: state === 'given-up' ? 'given_up' : state,
  }));

export const conversationShape = z
  .object({
    ...line,
    takesTexts: z.boolean(),
    entries: z.array(z.union([message, reply])),
    hasEarlier: z.boolean(),
  })
  .transform(({ takesTexts, entries, hasEarlier, ...rest }): HandsetConversation => ({
    ...handsetOf(rest),
    takesReplies: takesTexts,
    entries: entries.toReversed(),
    hasEarlier,
  }));

export const replyShape = z
  .object({ hasReceiver: z.boolean(), taken: z.boolean() })
  .transform(({ hasReceiver, taken }): HandsetReplied => (!hasReceiver ? 'nobody' : taken ? 'taken' : 'waiting'));

/** The part of the screen that an event of the emulator makes old. */
export const changeShape = z.object({ topics: z.array(z.string()) });
