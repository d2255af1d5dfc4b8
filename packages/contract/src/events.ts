import { z } from 'zod';
import { operations } from './operation.ts';
import { Id } from './scalars.ts';

/** Something changed; what it is now is read from its own address. */
export const ServerEvent = z
  .object({
    type: z.enum([
      'campaign.changed',
      'campaign.presence',
      'balance.changed',
      'directory.changed',
      'import.changed',
      'import.progress',
      'instance.changed',
      'gateway.changed',
      'inbound.received',
      'inbound.changed',
      'phones.changed',
      'events.missed',
    ]),
    companyId: Id.nullable(),
    id: Id.nullable(),
  })
  .meta({ id: 'ServerEvent' });
export type ServerEvent = z.output<typeof ServerEvent>;

export const events = operations({
  streamEvents: {
    method: 'GET',
    path: '/events',
    tag: 'events',
    summary: 'Progress as server-sent events',
    description:
      'After `events.missed` ask for everything anew: what happened is not known, because the connection to the database broke or `withinMs` reaches too far back.',
    query: z.object({
      companyId: Id.optional(),
      withinMs: z.coerce.number<number | string>().int().min(0).default(0).meta({
        description:
          'Also tells what happened in the last so many milliseconds (a minute at most), for whoever has read before listening',
      }),
    }),
    response: ServerEvent,
    produces: 'text/event-stream',
  },
});
