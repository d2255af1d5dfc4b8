import { z } from 'zod';
import { CampaignState } from './campaigns.ts';
import { operations } from './operation.ts';
import { Amount, CompanyParams, Id, PageQuery, Phone, Reason, Sentence, Time } from './scalars.ts';

export const UncertainDecision = z.enum(['treat_as_sent', 'send_again']);

/** Who can still tell: the gateway, when it is asked again by itself, or only a person. */
export const Awaited = z.enum(['gateway', 'person']);

export const UncertainMessage = z
  .object({
    id: Id,
    campaignId: Id,
    campaignSubject: z.string(),
    campaignState: CampaignState,
    contractorName: z.string().nullable(),
    contactName: z.string().nullable(),
    phone: Phone,
    parts: z.int(),
    points: Amount,
    batchId: Id,
    since: Time.meta({ description: 'When the gateway was first asked to take it' }),
    ageSeconds: z.int().meta({ description: 'How long ago that was' }),
    attempts: z.int().meta({ description: 'How often the gateway was asked' }),
    sentAgain: z.int().meta({ description: 'How often a person had it sent again before' }),
    cause: Reason.nullable().meta({ description: 'Why the last attempt left it uncertain' }),
    awaits: Awaited,
    settlesUntil: Time.nullable().meta({
      description: 'Until when the same batch is asked for again by itself; null when it is not',
    }),
    actions: z.array(
      z.object({ action: UncertainDecision, allowed: z.boolean(), reason: Reason.nullable(), risk: Sentence }),
    ),
  })
  .meta({ id: 'UncertainMessage' });

const UncertainTotals = z
  .object({ gateway: z.int(), person: z.int() })
  .meta({ id: 'UncertainTotals', description: 'All uncertain messages of the company, by who can still tell' });

const of = '/companies/{companyId}/uncertain';

export const uncertain = operations({
  listUncertain: {
    method: 'GET',
    path: of,
    tag: 'uncertain',
    summary: 'Messages of which nobody knows whether the gateway took them, of all campaigns',
    params: CompanyParams,
    query: PageQuery.extend({ campaignId: Id.optional(), awaits: Awaited.optional() }),
    response: z
      .object({ items: z.array(UncertainMessage), nextCursor: z.string().nullable(), totals: UncertainTotals })
      .meta({ id: 'UncertainPage' }),
  },
  decideUncertain: {
    method: 'POST',
    path: `${of}/decide`,
    tag: 'uncertain',
    summary: 'Decide what became of uncertain messages',
    description:
      '`treat_as_sent`: they count as accepted and await their reports. `send_again`: they go out once more, under a new idx; barred while the gateway may still answer, and only with `"confirm": "may_be_sent_twice"`. Each decision is an audit event.',
    params: CompanyParams,
    body: z
      .object({
        decision: UncertainDecision,
        messageIds: z.array(Id).min(1).max(10_000).optional(),
        campaignId: Id.optional().meta({ description: 'All uncertain messages of this campaign' }),
        confirm: z
          .string()
          .max(100)
          .optional()
          .meta({ description: 'For `send_again`: `may_be_sent_twice` names the risk that is accepted' }),
      })
      .refine(
        ({ messageIds, campaignId }) => (messageIds === undefined) !== (campaignId === undefined),
        'exactly one of messageIds, campaignId',
      )
      .meta({ id: 'UncertainDecisionInput' }),
    response: z
      .object({
        decided: z.int(),
        barred: z.array(z.object({ messageId: Id, reason: Reason })),
        totals: UncertainTotals,
      })
      .meta({ id: 'UncertainDecisionResult' }),
  },
});
