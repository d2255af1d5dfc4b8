import type { StopProof } from './pause-rules.ts';

interface Trouble {
  readonly operation: string;
  readonly code: string;
  readonly lastAt: Date;
}

/** Codes of our own for a gateway that does not answer, or not as it should. */
const NO_ANSWER = /^gateway_/;

/**
 * Whether a failure of the gateway is known to be over: the account has answered since, and that answer is what failed, or shows that
 * its reason is gone. What shows only when something is sent (a permission, a limit) stays as it was told.
 */
export function isOver(trouble: Trouble, proof: StopProof | null, verifiedAt: Date | null): boolean {
  if (verifiedAt === null || verifiedAt <= trouble.lastAt) return false;
  const askedTheSame = trouble.operation === 'balance' || trouble.operation === 'test';
  return askedTheSame || proof === 'account' || NO_ANSWER.test(trouble.code);
}
