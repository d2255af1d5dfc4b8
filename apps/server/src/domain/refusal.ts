import type { Reason, Sentence } from './reason.ts';
import { accessRefusals } from './refusals/access.ts';
import { campaignRefusals } from './refusals/campaign.ts';
import { directoryRefusals } from './refusals/directory.ts';
import { gatewayRefusals } from './refusals/gateway.ts';
import { importRefusals } from './refusals/import.ts';
import { inboundRefusals } from './refusals/inbound.ts';
import { requestRefusals } from './refusals/request.ts';
import { testPhoneRefusals } from './refusals/test-phones.ts';
import { uncertainRefusals } from './refusals/uncertain.ts';

/** Every "no" a use case can say: a stable code, what happened, and what to do next. */
export const refusals = {
  ...requestRefusals,
  ...accessRefusals,
  ...directoryRefusals,
  ...importRefusals,
  ...gatewayRefusals,
  ...campaignRefusals,
  ...uncertainRefusals,
  ...inboundRefusals,
  ...testPhoneRefusals,
};

export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  readonly code: RefusalCode;
  /** When more than one thing stands in the way: all of them. */
  readonly reasons?: readonly Reason[];
  readonly errors?: readonly FieldFault[];
}

/** A fault of a single field of the request. */
export interface FieldFault {
  /** JSON pointer. */
  readonly pointer: string;
  readonly detail: string;
  readonly code?: string;
  /** The detail in both languages, where it is for people. */
  readonly sentence?: Sentence;
}

/** An expected outcome is a value (style rule 28). */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, extra: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...extra } };
}

/** The refusal as a reason among others. */
export function reasonOf(code: RefusalCode): Reason {
  const { kind: _, ...spoken } = refusals[code];
  return { code, ...spoken };
}
