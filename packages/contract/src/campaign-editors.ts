import { z } from 'zod';
import { operations } from './operation.ts';
import { CampaignParams, Nothing, Time } from './scalars.ts';

const Seat = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .meta({ description: 'A name that the window gives itself, of 8-64 letters, digits, _ and -' });

export const Editor = z
  .object({
    seat: Seat,
    name: z.string().nullable().meta({ description: 'Null for a program without a person' }),
    you: z.boolean().meta({ description: 'The same person or key as the one who asks, in whatever window' }),
    openedAt: Time,
    editingSince: Time.nullable().meta({ description: 'Null while the campaign is only looked at' }),
  })
  .meta({ id: 'Editor' });

const EditorList = z.object({ items: z.array(Editor) }).meta({ id: 'EditorList' });

const path = '/companies/{companyId}/campaigns/{campaignId}/editors';
const SeatParams = CampaignParams.extend({ seat: Seat });

export const campaignEditors = operations({
  listEditors: {
    method: 'GET',
    path,
    tag: 'campaigns',
    summary: 'Who has a campaign open',
    params: CampaignParams,
    response: EditorList,
  },
  announceEditor: {
    method: 'PUT',
    path: `${path}/{seat}`,
    tag: 'campaigns',
    summary: 'Say that a window has a campaign open',
    description:
      'To be repeated every 20 seconds: after 50 seconds of silence the window counts as closed. Others hear of it by the event `campaign.presence`.',
    params: SeatParams,
    body: z.object({ editing: z.boolean().default(false) }).meta({ id: 'EditorSign' }),
    response: EditorList,
  },
  leaveEditor: {
    method: 'DELETE',
    path: `${path}/{seat}`,
    tag: 'campaigns',
    summary: 'Say that a window is closed',
    params: SeatParams,
    response: Nothing,
    status: 204,
  },
});
