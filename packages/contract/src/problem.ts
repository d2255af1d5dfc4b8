import { z } from 'zod';
import { Reason, Sentence } from './scalars.ts';

/** RFC 9457. `code` is stable and for programs; the sentences are for people and may change. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.string(),
    request_id: z.string().optional(),
    sentence: Sentence.optional().meta({ description: 'What happened' }),
    action: Sentence.nullish().meta({ description: 'What to do next' }),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          detail: z.string(),
          code: z.string().optional(),
          sentence: Sentence.optional().meta({ description: 'The detail in both languages, where it is for people' }),
        }),
      )
      .optional()
      .meta({ description: 'Faults of single fields, as JSON pointers' }),
    reasons: z
      .array(Reason)
      .optional()
      .meta({ description: 'Everything that stands in the way, when it is more than one thing' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;
