import { z } from 'zod';
import { Delivery, Handover } from './messages.ts';
import { operations } from './operation.ts';
import { Drop, Exclusion, Pick, PickResult, Recipient, RecipientFilter } from './recipients.ts';
import {
  Amount,
  CampaignParams,
  CompanyParams,
  countedPage,
  Id,
  ListQuery,
  Nothing,
  page,
  PageQuery,
  Reason,
  Time,
} from './scalars.ts';

export const CampaignState = z.enum(['draft', 'frozen', 'sending', 'paused', 'finished', 'cancelled']);
export const CampaignAction = z.enum(['edit', 'freeze', 'send', 'pause', 'resume', 'cancel', 'check_delivery']);

export const TextMeasure = z
  .object({
    body: z.string().meta({ description: 'Exactly what goes out' }),
    encoding: z.enum(['gsm7', 'ucs2']),
    units: z.int(),
    parts: z.int().meta({ description: 'Billed parts' }),
    limit: z.int().meta({ description: '1120 units without, 490 with a character outside GSM' }),
    remaining: z.int(),
    withinLimit: z.boolean(),
    forcedBy: z.array(z.object({ character: z.string(), index: z.int(), replacement: z.string().nullable() })),
  })
  .meta({ id: 'TextMeasure' });

export const Quote = z
  .object({
    recipients: z.int(),
    messages: z.int(),
    excluded: z.array(Exclusion),
    text: TextMeasure,
    withoutPolish: z
      .object({
        body: z.string(),
        parts: z.int(),
        saves: Amount.meta({ description: 'Points, for all messages' }),
        savedParts: z.int().meta({ description: 'Of all messages' }),
        savedValue: Amount.meta({ description: 'Ten-thousandths of a zloty, net' }),
      })
      .nullable()
      .meta({
        description:
          'What Bez polskich sends, and saves against the text as it was typed, whether it is switched on or not; null when it changes nothing',
      }),
    parts: z.int(),
    points: Amount,
    value: Amount.meta({ description: 'Ten-thousandths of a zloty, net' }),
    balance: z.object({ points: Amount.nullable(), enough: z.boolean().nullable(), readAt: Time }).nullable(),
    obstacles: z.array(Reason).meta({ description: 'Everything that stands in the way of sending now' }),
  })
  .meta({ id: 'Quote' });

const counts = <T extends z.ZodEnum>(states: T) => z.record(states, z.int());

export const Pause = z
  .object({
    cause: z.enum(['user', 'funds', 'credentials', 'entitlement', 'gateway_down', 'restore_hold', 'storage', 'clock']),
    reason: Reason.meta({ description: 'What happened, what to do, and who lets the campaign go on' }),
    since: Time.nullable(),
    nextCheckAt: Time.nullable().meta({
      description: 'When Goniec looks whether the cause is gone, and goes on; null: only a person lets it go on',
    }),
    resumesAt: Time.nullable().meta({ description: 'The same for a pause that nobody has to do anything about' }),
  })
  .meta({ id: 'Pause' });

export const Campaign = z
  .object({
    id: Id,
    subject: z.string(),
    body: z.string(),
    withoutPolish: z.boolean(),
    state: CampaignState,
    pause: Pause.nullable(),
    version: z.int(),
    createdBy: z.string(),
    createdByName: z.string().nullable().meta({ description: 'Who that is, of people and of keys that have a name' }),
    createdAt: Time,
    updatedAt: Time,
    frozenAt: Time.nullable(),
    startedBy: z.string().nullable().meta({ description: 'Who let it go out' }),
    startedByName: z.string().nullable(),
    startedAt: Time.nullable(),
    finishedAt: Time.nullable(),
    recipients: z.int(),
    sums: z
      .object({
        messages: z.int(),
        handover: counts(Handover),
        delivery: counts(Delivery),
        parts: z.int(),
        points: Amount.meta({ description: 'Estimate for all messages that were not excluded' }),
        value: Amount.meta({ description: 'The same in ten-thousandths of a zloty, net, at what a point costs now' }),
        billedPoints: Amount.meta({ description: 'What the gateway charged' }),
        billedValue: Amount.meta({
          description: 'The same in ten-thousandths of a zloty, net, at what a point costs now',
        }),
      })
      .meta({ id: 'CampaignSums' }),
    actions: z.array(z.object({ action: CampaignAction, allowed: z.boolean(), reason: Reason.nullable() })),
  })
  .meta({ id: 'Campaign' });

export const CampaignInput = z
  .object({
    subject: z.string().trim().min(1).max(200),
    body: z.string().max(5000),
    withoutPolish: z.boolean().optional(),
  })
  .meta({ id: 'CampaignInput' });

const base = '/companies/{companyId}/campaigns';
const one = `${base}/{campaignId}`;
const verb = (name: string, summary: string, description?: string) =>
  ({
    method: 'POST',
    path: `${one}/${name}`,
    tag: 'campaigns',
    summary,
    ...(description ? { description } : {}),
    params: CampaignParams,
    response: Campaign,
  }) as const;

export const campaigns = operations({
  measureText: {
    method: 'POST',
    path: '/measure-text',
    tag: 'campaigns',
    summary: 'Measure a text as it would be sent',
    body: z
      .object({ body: z.string().max(20_000), withoutPolish: z.boolean().default(false) })
      .meta({ id: 'TextToMeasure' }),
    response: TextMeasure,
  },
  listCampaigns: {
    method: 'GET',
    path: base,
    tag: 'campaigns',
    summary: 'Campaigns, newest first',
    params: CompanyParams,
    query: PageQuery.extend({ state: CampaignState.optional(), q: z.string().trim().max(200).optional() }),
    response: page(Campaign, 'CampaignPage'),
  },
  createCampaign: {
    method: 'POST',
    path: base,
    tag: 'campaigns',
    summary: 'Create a campaign',
    params: CompanyParams,
    body: CampaignInput,
    response: Campaign,
    status: 201,
  },
  getCampaign: {
    method: 'GET',
    path: one,
    tag: 'campaigns',
    summary: 'Get a campaign with its sums',
    params: CampaignParams,
    response: Campaign,
  },
  updateCampaign: {
    method: 'PATCH',
    path: one,
    tag: 'campaigns',
    summary: 'Change a draft',
    description: '`version` guards against two people editing: a stale one is refused.',
    params: CampaignParams,
    body: CampaignInput.partial().extend({ version: z.int().optional() }).meta({ id: 'CampaignChange' }),
    response: Campaign,
  },
  deleteCampaign: {
    method: 'DELETE',
    path: one,
    tag: 'campaigns',
    summary: 'Delete a draft',
    params: CampaignParams,
    response: Nothing,
    status: 204,
  },
  duplicateCampaign: {
    ...verb(
      'duplicate',
      'Duplicate',
      'A new draft with the same text and recipients; consents are asked anew when it is sent.',
    ),
    status: 201,
  },
  pickRecipients: {
    method: 'POST',
    path: `${one}/recipients`,
    tag: 'campaigns',
    summary: 'Pick recipients',
    params: CampaignParams,
    body: Pick,
    response: PickResult,
  },
  listRecipients: {
    method: 'GET',
    path: `${one}/recipients`,
    tag: 'campaigns',
    summary: 'Recipients of a draft',
    description:
      'By contractor when entered at a row or filtered, in no order of meaning when walked through by cursor.',
    params: CampaignParams,
    query: ListQuery.extend(RecipientFilter.shape),
    response: countedPage(Recipient, 'RecipientPage'),
  },
  dropRecipients: {
    method: 'POST',
    path: `${one}/recipients/drop`,
    tag: 'campaigns',
    summary: 'Take recipients out of a draft',
    params: CampaignParams,
    body: Drop,
    response: z.object({ dropped: z.int(), recipients: z.int() }).meta({ id: 'DropResult' }),
  },
  quoteCampaign: {
    method: 'GET',
    path: `${one}/quote`,
    tag: 'campaigns',
    summary: 'Measure and price a campaign',
    params: CampaignParams,
    response: Quote,
  },
  freezeCampaign: verb('freeze', 'Freeze: fix the recipients, texts and prices'),
  sendCampaign: {
    ...verb('send', 'Send', 'Freezes a draft first. One refusal names everything that stands in the way.'),
    body: z
      .object({
        expect: z
          .object({ messages: z.int(), points: Amount })
          .optional()
          .meta({ description: 'The quote that was shown; when it no longer holds nothing is sent' }),
      })
      .default({})
      .meta({ id: 'SendOptions' }),
  },
  pauseCampaign: verb('pause', 'Pause'),
  resumeCampaign: verb('resume', 'Resume'),
  cancelCampaign: verb('cancel', 'Cancel what has not gone out'),
  checkDelivery: {
    method: 'POST',
    path: `${one}/check-delivery`,
    tag: 'campaigns',
    summary: 'Sprawdź doręczenie: ask the gateway about pending messages now',
    params: CampaignParams,
    response: z
      .object({ asked: z.int(), changed: z.int(), notice: Reason.nullable(), campaign: Campaign })
      .meta({ id: 'DeliveryCheck' }),
  },
});
