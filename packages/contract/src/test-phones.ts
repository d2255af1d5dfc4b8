import { z } from 'zod';
import { Delivery } from './messages.ts';
import { operations } from './operation.ts';
import { Amount, CompanyParams, Id, NumberOwners, PageQuery, Phone, Time } from './scalars.ts';

/** *Telefony testowe*: handsets an emulator plays. With a real gateway every operation here is refused with `emulator_only`. */

export const HandsetState = z.enum(['on', 'off', 'out_of_coverage']);

export const Handset = z
  .object({
    phone: Phone,
    owners: NumberOwners,
    state: HandsetState,
    stateSince: Time.nullable().meta({ description: 'Null when it was never changed' }),
    lastAt: Time.nullable(),
    unread: z.int(),
    waiting: z.int().meta({ description: 'Messages on their way that wait for it, of the newest hundred' }),
    last: z
      .object({ by: z.enum(['company', 'owner']), sender: z.string().nullable(), text: z.string() })
      .nullable()
      .meta({ description: 'The beginning of the last text' }),
  })
  .meta({ id: 'Handset' });

const HandsetMessage = z
  .object({
    kind: z.literal('message'),
    id: z.string(),
    at: Time.meta({ description: 'Its place in the conversation: when it landed, or was or will be sent' }),
    sender: z.string(),
    segments: z.array(z.string()).meta({ description: 'The text of each part, in order' }),
    encoding: z.enum(['gsm7', 'ucs2']),
    parts: z.int(),
    points: Amount,
    delivery: Delivery,
    landedAt: Time.nullable(),
    waiting: z.boolean().meta({ description: 'Not on the screen, and may still get there' }),
    expiresAt: Time,
    campaign: z.object({ id: Id, subject: z.string() }).nullable().meta({ description: 'Null: not sent by us' }),
  })
  .meta({ id: 'HandsetMessage' });

const HandsetReply = z
  .object({
    kind: z.literal('reply'),
    id: z.string(),
    at: Time,
    text: z.string(),
    state: z.enum(['waiting', 'taken', 'given_up', 'nobody']).meta({
      description: '`nobody`: the account has no address for replies; `waiting`: handed over again until it is taken',
    }),
  })
  .meta({ id: 'HandsetReply' });

const of = '/companies/{companyId}/test-phones';
const HandsetParams = z.object({ companyId: Id, phone: Phone });

export const testPhones = operations({
  listHandsets: {
    method: 'GET',
    path: of,
    tag: 'test-phones',
    summary: 'Handsets of the emulator, the newest first',
    description: 'At most 200; the search narrows them down.',
    params: CompanyParams,
    query: z.object({
      q: z
        .string()
        .trim()
        .max(200)
        .optional()
        .meta({ description: 'Number, contractor, sender, or a word of the last text' }),
      limit: z.coerce.number<number | string>().int().min(1).max(200).default(200),
    }),
    response: z
      .object({
        items: z.array(Handset),
        total: z.int().meta({ description: 'Handsets there are' }),
        matching: z.int().meta({ description: 'Those that match the search' }),
      })
      .meta({ id: 'HandsetList' }),
  },
  getHandset: {
    method: 'GET',
    path: `${of}/{phone}`,
    tag: 'test-phones',
    summary: 'A handset and its conversation, newest first',
    description: 'A number nobody has written to is an empty handset.',
    params: HandsetParams,
    query: PageQuery.extend({ limit: z.coerce.number<number | string>().int().min(1).max(200).default(50) }),
    response: Handset.extend({
      takesReplies: z.boolean().meta({ description: 'Whether the account has an address for replies' }),
      items: z.array(z.discriminatedUnion('kind', [HandsetMessage, HandsetReply])),
      nextCursor: z.string().nullable(),
    }).meta({ id: 'HandsetConversation' }),
  },
  replyFromHandset: {
    method: 'POST',
    path: `${of}/{phone}/replies`,
    tag: 'test-phones',
    summary: 'Reply as the owner of a handset',
    description: 'To whoever wrote last. STOP is just a reply.',
    params: HandsetParams,
    body: z.object({ text: z.string().trim().min(1).max(1000) }).meta({ id: 'NewHandsetReply' }),
    response: z
      .object({ state: z.enum(['waiting', 'taken', 'nobody']) })
      .meta({ id: 'HandsetReplied', description: 'What became of it at the first attempt' }),
    status: 201,
  },
  setHandsetState: {
    method: 'PUT',
    path: `${of}/{phone}/state`,
    tag: 'test-phones',
    summary: 'Switch a handset off or on, or carry it out of coverage',
    params: HandsetParams,
    body: z.object({ state: HandsetState }).meta({ id: 'HandsetStateChange' }),
    response: Handset,
  },
  markHandsetRead: {
    method: 'POST',
    path: `${of}/{phone}/mark-read`,
    tag: 'test-phones',
    summary: 'Its owner has seen what there is',
    params: HandsetParams,
    response: Handset,
  },
});
