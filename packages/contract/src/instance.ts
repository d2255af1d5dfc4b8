import { z } from 'zod';
import { operations } from './operation.ts';
import { Reason, Time } from './scalars.ts';

export const Instance = z
  .object({
    version: z.string(),
    installationId: z.string(),
    epoch: z.int(),
    startedAt: Time,
    hold: z
      .object({ since: Time, reason: Reason, lastMessageId: z.string().nullable(), lastAttemptAt: Time.nullable() })
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
    description: 'Writes a new epoch and lets sending go on. Confirm only when no other copy of this database sends.',
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
