/**
 * The breaker of a gateway account: after this many attempts in a row that ended without a usable answer its campaigns
 * stand still (`gateway_down`), so that no further batch becomes uncertain and nobody hammers a gateway in trouble.
 */
export const BREAKER_THRESHOLD = 3;

/**
 * What an attempt tells about the gateway itself. `answered`: it spoke sense, be it a refusal; `failed`: not reached, silent,
 * cut, 5xx, unreadable; `nothing`: the attempt ended on our side.
 */
export type GatewaySign = 'answered' | 'failed' | 'nothing';

/**
 * Open: nothing is sent until a question that only reads is answered; then the next failure opens it again. From the first
 * failure until a batch is answered one request is under way at a time, so that few become uncertain.
 * @param failures in a row
 */
export function isOpen(failures: number): boolean {
  return failures >= BREAKER_THRESHOLD;
}
