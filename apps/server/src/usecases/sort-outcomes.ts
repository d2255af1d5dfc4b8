import type { ClaimedBatch } from '../db/batches.ts';
import type { RecordedOutcome } from '../db/outcomes.ts';
import type { MessageOutcome } from '../providers/provider.ts';

/** Messages that the gateway put off, and for how long. */
export interface Deferred {
  readonly ids: readonly number[];
  readonly code: string;
  readonly waitMs: number;
}

export interface SortedOutcomes {
  readonly recorded: readonly RecordedOutcome[];
  readonly deferred: Deferred | null;
  /** Withheld while settling, and the answer does not tell whether the attempt before had been taken. */
  readonly unproved: readonly number[];
}

/**
 * The gateway's outcomes beside our messages, in order. Those withheld while settling were in the attempt before: had it been taken,
 * the gateway would know the idx of the others too (ADR 0007). So an accepted one proves that they were never sent, one
 * already taken that they were, and refusals alone prove nothing.
 */
export function sortOutcomes(
  batch: Pick<ClaimedBatch, 'batchId' | 'messages'>,
  outcomes: readonly MessageOutcome[],
): SortedOutcomes {
  const asked = batch.messages.filter(({ permitted }) => permitted);
  if (asked.length > outcomes.length)
    throw new Error(`batch ${batch.batchId}: the adapter gave fewer outcomes than messages`);
  const pairs = asked.map(({ id }, at) => ({ id, outcome: outcomes[at] }));
  const withheld = batch.messages.flatMap(({ id, permitted }) => (permitted ? [] : [id]));
  const has = (kind: MessageOutcome['kind']) => outcomes.some((outcome) => outcome.kind === kind);
  const proof = has('already_taken') ? taken : has('accepted') ? excluded : null;
  const deferred = pairs.flatMap(({ id, outcome }) => (outcome?.kind === 'deferred' ? [{ id, ...outcome }] : []));
  const [first] = deferred;
  return {
    recorded: [
      ...pairs.flatMap(({ id, outcome }) => (outcome ? recordedOf(id, outcome) : [])),
      ...(proof ? withheld.map(proof) : []),
    ],
    deferred: first
      ? {
          ids: deferred.map(({ id }) => id),
          code: first.code,
          waitMs: Math.max(...deferred.map(({ retryAfterMs }) => retryAfterMs)),
        }
      : null,
    unproved: proof ? [] : withheld,
  };
}

function recordedOf(id: number, outcome: MessageOutcome): RecordedOutcome[] {
  switch (outcome.kind) {
    case 'accepted': {
      const { providerId, parts, points } = outcome;
      return [{ messageId: id, outcome: 'accepted', code: null, providerId, parts, points }];
    }
    case 'already_taken':
      return [taken(id)];
    case 'refused':
      return [{ ...untold(id), outcome: 'refused', code: outcome.code }];
    case 'deferred':
      return [];
  }
}

const untold = (messageId: number) => ({ messageId, providerId: null, parts: null, points: null });
const taken = (id: number): RecordedOutcome => ({ ...untold(id), outcome: 'accepted', code: 'already_taken' });
const excluded = (id: number): RecordedOutcome => ({ ...untold(id), outcome: 'excluded', code: 'consent_withdrawn' });
