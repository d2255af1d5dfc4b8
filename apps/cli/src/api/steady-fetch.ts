import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A fetch that survives a connection cut in the middle. Every POST gets an `Idempotency-Key`, so that repeating it is safe:
 * the server answers a repeat with what it did the first time. What the server refuses is not repeated, nor is an upload.
 * @param pauseMs before the second and the third attempt
 */
export function steadyFetch(base: typeof fetch, pauseMs: readonly number[] = [200, 1_000]): typeof fetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    const repeatable = init.body === undefined || typeof init.body === 'string';
    if (init.method === 'POST' && repeatable && !headers.has('idempotency-key'))
      headers.set('idempotency-key', randomUUID());
    for (const pause of repeatable ? pauseMs : []) {
      try {
        return await base(input, { ...init, headers });
      } catch (error) {
        if (init.signal?.aborted || !isCut(error)) throw error;
        await sleep(pause);
      }
    }
    return base(input, { ...init, headers });
  };
}

/** The codes of a connection that was there and broke; a server that is not there is told at once. */
const cuts = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const isCut = (error: unknown): boolean => cuts.has(causeCode(error) ?? '');

/** The system's code behind a failed fetch. */
export function causeCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return causeCode(error.errors[0]);
  return causeCode(error.cause);
}
