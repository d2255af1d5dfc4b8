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
    query: z.object({ companyId: Id.optional() }),
    response: ServerEvent,
    produces: 'text/event-stream',
  },
});
