import type { CallInput, Contract, Result } from '@goniec/contract';
import { ProblemError } from '@goniec/contract/browser';

export type GatewayView = Result<Contract['getGateway']>;
export type GatewayBody = CallInput<Contract['saveGateway']>['body'];

/** The company has chosen no provider yet: that is no fault, there is nothing else to show. */
export const isMissingGateway = (error: Error | null): boolean =>
  error instanceof ProblemError && error.problem.code === 'gateway_missing';

/** An address on this computer can only be an emulator's. */
export const isOnThisComputer = (baseUrl: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(URL.parse(baseUrl)?.hostname ?? '');

/** What is saved as a whole, as it is now: whoever changes one thing sends the rest along. */
export function settingsOf(gateway: GatewayView): GatewayBody {
  const { provider, baseUrl, sender, timeoutMs, batchSize, requestsPerSecond } = gateway;
  const { concurrency, maxParts, settleAutomatically, pointValue, lowBalance } = gateway;
  const pace = { timeoutMs, batchSize, requestsPerSecond, concurrency };
  return { provider, baseUrl, sender, ...pace, maxParts, settleAutomatically, pointValue, lowBalance };
}
