import { z } from 'zod';
import { ContractorFilter } from './directory.ts';
import { MOST_NAMED } from './limits.ts';
import { Id, Phone, Reason } from './scalars.ts';

export const Exclusion = z.object({ reason: Reason, count: z.int() }).meta({ id: 'Exclusion' });

export const Recipient = z
  .object({
    contactId: Id,
    contractorId: Id,
    contractorName: z.string(),
    contactName: z.string().nullable(),
    phone: Phone.nullable(),
    obstacle: Reason.nullable().meta({ description: 'Why this one would be left out' }),
  })
  .meta({ id: 'Recipient' });

/** Which recipients of a draft. */
export const RecipientFilter = z.object({
  q: z.string().trim().max(100).optional().meta({ description: 'Part of a name or number' }),
  obstacle: z
    .string()
    .max(50)
    .optional()
    .meta({ description: 'Code of the reason for which they would be left out; `none`: those who get the message' }),
});

export const Pick = z
  .object({
    contactIds: z.array(Id).max(MOST_NAMED).optional(),
    contractorIds: z.array(Id).max(MOST_NAMED).optional(),
    filter: ContractorFilter.optional().meta({
      description: 'All contractors that match; an empty filter is everybody',
    }),
    exceptContractorIds: z
      .array(Id)
      .max(MOST_NAMED)
      .optional()
      .meta({ description: 'Contractors who match the filter and are left out all the same' }),
    contacts: z
      .enum(['primary', 'all'])
      .default('primary')
      .meta({ description: 'Of each contractor: the first mobile number, or every one' }),
    eligibleOnly: z.boolean().default(true).meta({ description: 'Leave out at once those without consent or number' }),
  })
  .refine(
    (p) => [p.contactIds, p.contractorIds, p.filter].filter((x) => x !== undefined).length === 1,
    'exactly one of contactIds, contractorIds, filter',
  )
  .meta({ id: 'Pick' });

export const Drop = z
  .object({
    contactIds: z.array(Id).max(MOST_NAMED).optional(),
    filter: RecipientFilter.optional().meta({
      description: 'All recipients that match; everybody when neither this nor `contactIds` is given',
    }),
    exceptContactIds: z
      .array(Id)
      .max(MOST_NAMED)
      .optional()
      .meta({ description: 'Recipients who match the filter and stay all the same' }),
  })
  .refine(
    ({ contactIds, filter, exceptContactIds }) =>
      contactIds === undefined || (filter === undefined && exceptContactIds === undefined),
    'either contactIds, or filter and exceptContactIds',
  )
  .meta({ id: 'Drop' });

export const PickResult = z
  .object({ added: z.int(), already: z.int(), leftOut: z.array(Exclusion), recipients: z.int() })
  .meta({ id: 'PickResult' });
