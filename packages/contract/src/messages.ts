import { z } from 'zod';
import { operations } from './operation.ts';
import { Amount, CampaignParams, countedPage, Id, ListQuery, page, PageQuery, Phone, Reason, Time } from './scalars.ts';
import { XLSX } from './xlsx.ts';

export const Handover = z.enum(['ready', 'submitting', 'accepted', 'refused', 'uncertain', 'excluded', 'cancelled']);
export const Delivery = z.enum([
  'none',
  'pending',
  'delivered',
  'undelivered',
  'expired',
  'failed',
  'rejected',
  'unknown',
  'no_report',
]);

export const Message = z
  .object({
    id: Id,
    contractorId: Id.nullable(),
    contractorName: z.string().nullable(),
    contactName: z.string().nullable(),
    phone: Phone.nullable(),
    handover: Handover,
    handoverReason: Reason.nullable(),
    delivery: Delivery,
    deliveryReason: Reason.nullable(),
    parts: z.int(),
    points: Amount,
    billedParts: z.int().nullable(),
    billedPoints: Amount.nullable(),
    cost: z.object({ parts: z.int(), points: Amount, estimated: z.boolean() }).nullable().meta({
      description:
        'What the gateway charged, or is expected to (`estimated`); null for what never went out and never will',
    }),
    providerId: z.string().nullable(),
    batchId: Id.nullable(),
    acceptedAt: Time.nullable(),
    reportedAt: Time.nullable(),
  })
  .meta({ id: 'Message' });

/** Which lines of the log. */
export const MessageFilter = z.object({
  handover: Handover.optional(),
  delivery: Delivery.optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'Part of a name or number' }),
});

const ExportQuery = MessageFilter.extend({
  language: z.enum(['pl', 'en']).default('pl').meta({ description: 'Of headings, states and reasons' }),
});

const one = '/companies/{companyId}/campaigns/{campaignId}';

/** The log of a campaign: what became of each of its messages, in two stages. */
export const messages = operations({
  listMessages: {
    method: 'GET',
    path: `${one}/messages`,
    tag: 'campaigns',
    summary: 'Log wykonania wysyłki: what became of each message',
    params: CampaignParams,
    query: ListQuery.extend(MessageFilter.shape),
    response: countedPage(Message, 'MessagePage'),
  },
  listContractorMessages: {
    method: 'GET',
    path: '/companies/{companyId}/contractors/{contractorId}/messages',
    tag: 'campaigns',
    summary: 'Messages to a contractor, newest first',
    params: z.object({ companyId: Id, contractorId: Id }),
    query: PageQuery,
    response: page(
      Message.extend({
        campaignId: Id,
        subject: z.string(),
        text: z.string().nullable().meta({ description: 'As it went out; null for what was left out' }),
      }).meta({ id: 'ContractorMessage' }),
      'ContractorMessagePage',
    ),
  },
  exportMessages: {
    method: 'GET',
    path: `${one}/messages.csv`,
    tag: 'campaigns',
    summary: 'The log as CSV',
    description: 'The lines that the filter means, all of them without one; times are those of Poland (Europe/Warsaw).',
    params: CampaignParams,
    query: ExportQuery,
    response: z.string(),
    produces: 'text/csv',
  },
  exportMessagesXlsx: {
    method: 'GET',
    path: `${one}/messages.xlsx`,
    tag: 'campaigns',
    summary: 'The log as an Excel workbook',
    description:
      'The lines that the filter means, all of them without one; phone numbers are text, times those of Poland (Europe/Warsaw).',
    params: CampaignParams,
    query: ExportQuery,
    response: z.string().meta({ format: 'binary' }),
    produces: XLSX,
  },
});
