const FIRST_MS = 5_000;
const LONGEST_MS = 600_000;

/**
 * How long to wait after the n-th attempt at one batch: doubling from 5 s to 10 min. Without jitter: the workers' common
 * rate limit in the database already spreads what falls due together.
 * @example retryDelayMs(1) // 5000
 */
export function retryDelayMs(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, attempt - 1), LONGEST_MS);
}
