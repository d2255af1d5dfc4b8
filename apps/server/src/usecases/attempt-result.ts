import type { GatewaySign } from '../domain/breaker.ts';
import type { PauseCause } from '../domain/campaign.ts';
import type { ClaimedBatch } from '../db/batches.ts';
import type { SubmitResult } from '../providers/provider.ts';
import type { Deps } from './deps.ts';

/** A batch in the hands of one worker. */
export type AttemptedBatch = ClaimedBatch & { readonly worker: string };

/** What recording needs. */
export type RecordDeps = Pick<Deps, 'db' | 'clock' | 'queue' | 'log' | 'providers'>;

/** What an attempt came to: the gateway's word, or our own last gate's. */
export type AttemptResult =
  | SubmitResult
  /** Our own gate: entitlement, or a token that cannot be read. It bars the whole account. */
  | { readonly kind: 'stopped'; readonly cause: PauseCause; readonly code: string }
  /** Asked before and still unknown, and there is nobody left to ask for. */
  | { readonly kind: 'uncertain'; readonly code: string }
  /** The database did not answer the last gate: the call was not made. */
  | { readonly kind: 'not_asked'; readonly code: string }
  /** The call was not made: the lease was over or nearly so, or sending had been held meanwhile. */
  | { readonly kind: 'too_late' };

/** The code of an attempt that people who look after the gateway want to know of, else null. */
export function troubleIn(result: AttemptResult): string | null {
  switch (result.kind) {
    case 'unreachable':
    case 'too_large':
    case 'throttled':
      return result.code;
    case 'uncertain':
      return signOf(result) === 'failed' ? result.code : null;
    case 'stopped':
      return result.cause === 'entitlement' ? null : result.code;
    case 'answered':
    case 'already_taken':
    case 'refused':
    case 'deferred':
    case 'not_asked':
    case 'too_late':
      return null;
  }
}

/** What an attempt tells about the gateway itself: the breaker looks at nothing else. */
export function signOf(result: AttemptResult): GatewaySign {
  switch (result.kind) {
    case 'answered':
    case 'already_taken':
    case 'refused':
    case 'too_large':
    case 'throttled':
    case 'deferred':
      return 'answered';
    case 'unreachable':
      return 'failed';
    case 'uncertain':
      return 'retryAfterMs' in result && result.code !== 'gateway_aborted' ? 'failed' : 'nothing';
    case 'stopped':
      return 'reach' in result ? 'answered' : 'nothing';
    case 'not_asked':
    case 'too_late':
      return 'nothing';
  }
}
