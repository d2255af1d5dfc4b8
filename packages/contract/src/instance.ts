import { z } from 'zod';
import { operations } from './operation.ts';
import { Reason, Time } from './scalars.ts';

export const LifeSign = z
  .object({
    installationId: z.string(),
    epoch: z.int(),
    lastMessageId: z.string().nullable().meta({ description: 'The newest message it knows of' }),
    at: Time.nullable().meta({ description: 'When it was last seen alive' }),
  })
  .meta({ id: 'LifeSign' });

export const Instance = z
  .object({
    version: z.string(),
    installationId: z.string(),
    epoch: z.int(),
    startedAt: Time,
    hold: z
      .object({
        since: Time,
        reason: Reason,
        lastMessageId: z.string().nullable(),
        lastAttemptAt: Time.nullable(),
        database: LifeSign.meta({ description: 'What this database says of itself' }),
        file: LifeSign.nullable().meta({
          description: 'What the state folder of this server says of the database it last worked with',
        }),
        waiting: z.int().meta({
          description: 'Messages that wait here and may have been sent by another copy of this database',
        }),
      })
      .nullable()
      .meta({ description: 'Sending is held until an administrator confirms: restored, moved or cloned database' }),
    credentials: z
      .enum(['readable', 'unreadable'])
      .meta({ description: 'Whether the sealed tokens open on this server' }),
  })
  .meta({ id: 'Instance' });

export const Drift = z
  .object({ check: z.string(), found: z.int(), expected: z.int(), subject: z.string() })
  .meta({ id: 'Drift', description: 'A sum that does not equal its rows' });

export const instance = operations({
  getInstance: {
    method: 'GET',
    path: '/instance',
    tag: 'instance',
    summary: 'State of this installation',
    response: Instance,
  },
  confirmRestore: {
    method: 'POST',
    path: '/instance/confirm-restore',
    tag: 'instance',
    summary: 'Confirm a restored or moved database',
    description:
      'Writes a new epoch and lets sending go on. Confirm only when no other copy of this database sends. Campaigns stay paused until each is resumed; what waits in them becomes uncertain, and is asked for with the references another copy would have used, unless nothing was sent elsewhere.',
    body: z
      .object({
        elsewhere: z.enum(['may_have_sent', 'nothing_sent']).default('may_have_sent').meta({
          description: 'Whether another copy may have sent since this one was made; `nothing_sent` after a plain move',
        }),
      })
      .default({ elsewhere: 'may_have_sent' })
      .meta({ id: 'RestoreConfirmation' }),
    response: Instance,
  },
  runDoctor: {
    method: 'POST',
    path: '/instance/doctor',
    tag: 'instance',
    summary: 'Count the rows again and compare with the sums',
    response: z.object({ checks: z.int(), drifts: z.array(Drift) }).meta({ id: 'DoctorReport' }),
  },
});
