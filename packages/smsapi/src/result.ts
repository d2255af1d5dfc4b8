import type { SmsapiError } from './errors.ts';

/** Why nobody knows whether the gateway took the request. */
export type UncertainCause = 'timeout' | 'connection' | 'http_status' | 'unreadable' | 'gateway_code' | 'aborted';

/** Which step was not passed: the name lookup, the connection, certificate or handshake; or the caller had given up before. */
export type UnreachablePhase = 'name' | 'connect' | 'tls' | 'given_up';

/** Nothing left this machine: the name did not resolve, the connection was refused, the certificate did not hold. */
export type Unreachable = { kind: 'unreachable'; phase: UnreachablePhase; cause: string };

/** The gateway asks for a slower pace (HTTP 429, codes 202 and 203) and did not take the request. */
export type Throttled = { kind: 'throttled'; retryAfterMs: number | null };

/**
 * The request may have been written and no answer that can be trusted came back. `retryAfterMs` is there when a failing
 * server said when it wants to be asked again (a 503 with `Retry-After`).
 */
export type Uncertain = { kind: 'uncertain'; cause: UncertainCause; detail: string; retryAfterMs?: number };

/** The gateway understood the request and answered with an error: nothing was done. */
export type Refused = { kind: 'refused'; error: SmsapiError };

/**
 * Everything that can go wrong with a call which sends nothing.
 * For such a call `uncertain` means "no readable answer": asking again is harmless.
 */
export type Failure = Refused | Unreachable | Throttled | Uncertain;

/** The value, or the reason there is none. Expected failures are values, never exceptions (style rule 28). */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };
