import { z } from 'zod';
import { operations } from './operation.ts';
import { CompanyParams, Id, NumberOwners, PageQuery, Phone, Reason, Time } from './scalars.ts';

export const InboundState = z.enum(['to_read', 'read', 'withdrawn']).meta({
  id: 'InboundState',
  description:
    '`to_read`: waits for a person. `read`: a person has seen it. `withdrawn`: consent was taken back because of it, by itself (STOP and the like) or by a person',
});

export const InboundMessage = z
  .object({
    id: Id,
    sender: z.string().meta({ description: 'As the gateway names it' }),
    phone: Phone.nullable().meta({ description: 'The number of the sender; null when it is none' }),
    owners: NumberOwners,
    text: z.string(),
    sentAt: Time.nullable().meta({ description: "When it was sent, by the gateway's clock" }),
    receivedAt: Time,
    campaign: z
      .object({ id: Id, subject: z.string() })
      .nullable()
      .meta({ description: 'The campaign whose message it answers, or the last one that went to the number' }),
    state: InboundState,
    handledAt: Time.nullable(),
    handledBy: z.string().nullable().meta({ description: '`system:inbound` when no person was needed' }),
    handledByName: z.string().nullable().meta({ description: 'Who that is, of people and of keys that have a name' }),
    actions: z.array(
      z.object({ action: z.enum(['mark_read', 'withdraw_consent']), allowed: z.boolean(), reason: Reason.nullable() }),
    ),
  })
  .meta({ id: 'InboundMessage' });

const InboundTotals = z
  .object({ toRead: z.int() })
  .meta({ id: 'InboundTotals', description: 'All of the company, whatever the filter' });

const of = '/companies/{companyId}/inbound-messages';

export const inbound = operations({
  listInboundMessages: {
    method: 'GET',
    path: of,
    tag: 'inbound',
    summary: 'Texts that people sent to the company, newest first',
    params: CompanyParams,
    query: PageQuery.extend({
      state: InboundState.optional(),
      contractorId: Id.optional().meta({ description: 'From his numbers, or in answer to messages to him' }),
    }),
    response: z
      .object({ items: z.array(InboundMessage), nextCursor: z.string().nullable(), totals: InboundTotals })
      .meta({ id: 'InboundMessagePage' }),
  },
  getInboundMessage: {
    method: 'GET',
    path: `${of}/{inboundId}`,
    tag: 'inbound',
    summary: 'Get a text that somebody sent',
    params: z.object({ companyId: Id, inboundId: Id }),
    response: InboundMessage,
  },
  markInboundRead: {
    method: 'POST',
    path: `${of}/mark-read`,
    tag: 'inbound',
    summary: 'Say that a person has read them',
    description: 'Those that wait no more stay as they are.',
    params: CompanyParams,
    body: z.object({ inboundIds: z.array(Id).min(1).max(1000) }).meta({ id: 'InboundChoice' }),
    response: z.object({ marked: z.int(), totals: InboundTotals }).meta({ id: 'InboundMarked' }),
  },
  withdrawByInbound: {
    method: 'POST',
    path: `${of}/{inboundId}/withdraw-consent`,
    tag: 'inbound',
    summary: 'Record that the sender takes back the consent of the number',
    description: 'As a STOP does by itself: for all contractors with that number, at once. The text is the proof.',
    params: z.object({ companyId: Id, inboundId: Id }),
    response: InboundMessage,
  },
});
