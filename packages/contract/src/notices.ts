import { z } from 'zod';
import { operations } from './operation.ts';
import { CompanyParams, Id, Reason, Time } from './scalars.ts';

const CampaignName = z.object({ id: Id, subject: z.string() });

/** Something of a company that a person would want to hear of, wherever on the screen she is. */
export const Notice = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('uncertain'), count: z.int() }).meta({
      description: 'Messages of which only a person can still say whether they went out',
    }),
    z.object({ kind: z.literal('replies'), count: z.int() }).meta({ description: 'Replies that nobody has read' }),
    z.object({ kind: z.literal('paused'), campaign: CampaignName, reason: Reason, at: Time.nullable() }).meta({
      description: 'A campaign that stands, and not because a person wanted it',
    }),
    z
      .object({
        kind: z.literal('finished'),
        campaign: CampaignName,
        at: Time,
        messages: z.int().meta({ description: 'Everything but those left out' }),
        delivered: z.int(),
      })
      .meta({ description: 'A campaign that ended in the last three days' }),
  ])
  .meta({ id: 'Notice' });

export const notices = operations({
  listNotices: {
    method: 'GET',
    path: '/companies/{companyId}/notices',
    tag: 'companies',
    summary: 'What needs a person, and what has ended lately',
    description: 'What needs a person comes first; at most twenty campaigns of each kind, newest first.',
    params: CompanyParams,
    response: z.object({ items: z.array(Notice) }).meta({ id: 'NoticeList' }),
  },
});
