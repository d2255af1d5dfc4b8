import { readPhones, type E164, type PhoneFaultCode } from '@goniec/phone';

/** A typed number of one contact: a number, nothing, or what is wrong with it. What was typed is always kept. */
export type ContactNumber =
  | { readonly kind: 'number'; readonly phone: E164; readonly phoneKind: 'mobile' | 'landline' | 'other' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly code: PhoneFaultCode | 'several_numbers' };

/** Reads the number of one contact: of several in one field none is chosen for the user. */
export function readContactNumber(typed: string): ContactNumber {
  const { numbers, faults } = readPhones(typed);
  const [first, ...others] = numbers;
  if (others.length > 0 || (first && faults.length > 0)) return { kind: 'fault', code: 'several_numbers' };
  if (first) return { kind: 'number', phone: first.e164, phoneKind: first.kind };
  const fault = faults[0];
  return fault ? { kind: 'fault', code: fault.code } : { kind: 'none' };
}
