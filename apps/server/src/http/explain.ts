import type { Reason } from '@goniec/contract';
import { exclusionReason } from '../domain/exclusion.ts';
import { handoverReason } from '../domain/handover-code.ts';
import { reasonOf, refusals, type RefusalCode } from '../domain/refusal.ts';
import { serviceReason } from '../domain/service.ts';
import type { HttpDeps } from './http-deps.ts';

/** Turns a stored code into a sentence, whoever coined it: our own rules or a gateway. */
export function explainerOf({ providers }: Pick<HttpDeps, 'providers'>): (code: string) => Reason | null {
  return (code) => {
    const own =
      exclusionReason(code) ?? handoverReason(code) ?? serviceReason(code) ?? (isRefusal(code) ? reasonOf(code) : null);
    if (own) return own;
    for (const provider of providers.values()) {
      const reason = provider.explain(code);
      if (reason) return reason;
    }
    return null;
  };
}

const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);
