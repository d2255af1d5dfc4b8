import { z } from 'zod';

/** Ids are opaque strings for clients; inside they are positive integers. */
export const Id = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .meta({ id: 'Id', description: 'Opaque id', example: '42' });

export const Time = z.iso
  .datetime()
  .meta({ description: 'Moment in ISO 8601, UTC', example: '2026-11-22T12:00:00.000Z' });

/** Money is an integer: ten-thousandths of a gateway point, or of a zloty. */
export const Amount = z
  .int()
  .meta({ id: 'Amount', description: 'Integer ten-thousandths of a point (or of a zloty)', example: 1500 });

export const Phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .meta({ id: 'Phone', description: 'E.164', example: '+48501234567' });

/** Whose a number is, by the directory: an accounting office may be the contact of hundreds. */
export const NumberOwners = z
  .object({
    contractors: z.array(z.object({ id: Id, name: z.string() })).meta({ description: 'The first three by name' }),
    total: z.int(),
  })
  .meta({ id: 'NumberOwners', description: 'Contractors who have the number' });

/** A sentence in both languages of the product. */
export const Sentence = z.object({ pl: z.string(), en: z.string() }).meta({ id: 'Sentence' });
export type Sentence = z.output<typeof Sentence>;

/** Why something is as it is: a stable code for programs, a sentence for people, and what to do about it. */
export const Reason = z
  .object({ code: z.string(), sentence: Sentence, action: Sentence.nullable() })
  .meta({ id: 'Reason' });
export type Reason = z.output<typeof Reason>;

export const CompanyParams = z.object({ companyId: Id });
export const CampaignParams = z.object({ companyId: Id, campaignId: Id });

export const PageQuery = z.object({
  cursor: z.string().max(500).optional().meta({ description: 'From `nextCursor` of the page before' }),
  limit: z.coerce.number<number | string>().int().min(1).max(1000).default(100),
});

/** A list that a screen may enter anywhere: by cursor, or at a row. Walking through everything is steadier by cursor. */
export const ListQuery = PageQuery.extend({
  offset: z.coerce
    .number<number | string>()
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .meta({ description: 'How many rows to pass over; instead of `cursor`' }),
});

export const page = <T extends z.ZodType>(item: T, id: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id });

/** A page that says how many rows there are: the first one by cursor, and every one that is entered at a row. */
export const countedPage = <T extends z.ZodType>(item: T, id: string) =>
  page(item, id).extend({
    total: z.int().nullable().meta({ description: 'With the first page, and with every page by `offset`' }),
  });

export const Nothing = z.undefined();
