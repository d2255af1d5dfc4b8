import { explainError } from '@goniec/smsapi';
import type { Reason } from '../../domain/reason.ts';
import { reasonOf } from '../../domain/refusal.ts';
import { deliveryCodes, ownCodes, unexplained } from './own-codes.ts';

/**
 * What a code of this adapter means: `smsapi_103` (an error of the gateway), `delivery_405` (its delivery status) or one of
 * the hand-over itself (`gateway_timeout`). Null for a code that is not ours, and for a status that needs no words.
 */
export function explain(code: string): Reason | null {
  const [, space, digits] = /^(smsapi|delivery)_(\d{1,6})$/.exec(code) ?? [];
  if (space === 'smsapi') return errorReason(code, Number(digits));
  if (space === 'delivery') return deliveryReason(code, Number(digits));
  if (code === 'gateway_unreachable') return reasonOf(code);
  return isOwn(code) ? { code, ...ownCodes[code] } : null;
}

function errorReason(code: string, number: number): Reason {
  const { pl, en } = explainError(number);
  return { code, sentence: { pl: pl.sentence, en: en.sentence }, action: { pl: pl.action, en: en.action } };
}

function deliveryReason(code: string, number: number): Reason | null {
  const spoken = deliveryCodes.get(number);
  return spoken === null ? null : { code, ...(spoken ?? unexplained) };
}

const isOwn = (code: string): code is keyof typeof ownCodes => Object.hasOwn(ownCodes, code);
