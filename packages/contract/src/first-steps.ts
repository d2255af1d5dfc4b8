import { z } from 'zod';
import { Gateway } from './gateways.ts';
import { operations } from './operation.ts';
import { CompanyParams } from './scalars.ts';

export const FirstSteps = z
  .object({
    done: z.boolean().meta({ description: 'Nothing is left to do before the first campaign' }),
    steps: z
      .array(
        z.object({
          step: z.enum(['company', 'gateway', 'token', 'sender', 'service', 'import']),
          done: z.boolean(),
        }),
      )
      .meta({ description: 'In the order in which they are taken' }),
    emulator: z
      .object({ url: z.string() })
      .nullable()
      .meta({ description: 'The SMSAPI emulator that runs with this server and answers, as after `npm start`' }),
  })
  .meta({ id: 'FirstSteps' });

export const firstSteps = operations({
  getFirstSteps: {
    method: 'GET',
    path: '/companies/{companyId}/first-steps',
    tag: 'companies',
    summary: 'What a company still needs before its first campaign',
    description: 'Seen from what is really set: nothing is ticked by hand. Whoever has sent a campaign has done all.',
    params: CompanyParams,
    response: FirstSteps,
  },
  connectEmulator: {
    method: 'POST',
    path: '/companies/{companyId}/gateway/emulator',
    tag: 'gateway',
    summary: 'Make the emulator that runs with this server the gateway of a company',
    description: 'Address and token come from the server. A gateway that sends to the world is not replaced.',
    params: CompanyParams,
    response: Gateway,
  },
});
