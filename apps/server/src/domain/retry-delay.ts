/** A delay that doubles from the first to the longest. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Attempts at one batch: from 5 s to 10 min. */
const BATCH: BackOff = { firstMs: 5_000, longestMs: 600_000 };

/**
 * How long to wait after the n-th vain attempt: half of the doubled delay is certain, the other half is drawn, so that
 * what failed together does not come back together (AWS Architecture Blog, "Exponential Backoff and Jitter": equal jitter).
 * @param attempt from 1
 * @param chance drawn evenly from [0, 1)
 * @example backOffMs({ firstMs: 5_000, longestMs: 600_000 }, 2, 0.5) // 7500: between 5000 and 10 000
 */
export function backOffMs({ firstMs, longestMs }: BackOff, attempt: number, chance: number): number {
  const whole = Math.min(firstMs * 2 ** Math.max(0, attempt - 1), longestMs);
  return Math.round(whole * (0.5 + chance / 2));
}

/**
 * How long a batch waits after its n-th attempt.
 * @example retryDelayMs(1, 0) // 2500
 */
export function retryDelayMs(attempt: number, chance: number): number {
  return backOffMs(BATCH, attempt, chance);
}
