/** What a full number is, by libphonenumber's `max` metadata: only those tell landlines from mobiles. */

import { type NumberType, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import type { PhoneFaultCode, PhoneNote } from './codes.ts';
import { isE164 } from './format.ts';
import type { PhoneNumber } from './types.ts';

export const POLAND = { country: 'PL', code: '48', digits: 9 } as const;

/** Polish machine-to-machine range, which the metadata count as mobile (numbering plan, amendment of 2020). */
const MACHINES = '21';

/** A number without its text. */
export type Classified = Omit<PhoneNumber, 'text'>;
export type Verdict = Classified | PhoneFaultCode;

/**
 * Classifies the digits of an international number, without its `+`.
 *
 * @example
 * classify('48501234567') // { e164: '+48501234567', country: 'PL', kind: 'mobile', notes: [] }
 * classify('48999999999') // 'not_in_plan'
 */
export function classify(digits: string): Verdict {
  const international = `+${digits}`;
  const parsed = parsePhoneNumberFromString(international, { extract: false });
  if (parsed === undefined) return lengthFault(international, 'country_code_unknown');
  const type = parsed.getType();
  const e164: string = parsed.number;
  // Numbers of no country (satellites, international freephone) are nobody's contact.
  if (type === undefined || parsed.country === undefined || !isE164(e164))
    return lengthFault(international, 'not_in_plan');
  const machine = parsed.country === POLAND.country && type === 'MOBILE' && parsed.nationalNumber.startsWith(MACHINES);
  const notes: PhoneNote[] = machine ? ['machine_to_machine'] : [];
  if (looksMadeUp(parsed.nationalNumber)) notes.push('suspicious');
  return { e164, country: parsed.country, kind: machine ? 'other' : kindOf(type), notes };
}

/** Countries such as the USA do not tell mobile numbers from landlines, and SMS is tried there. */
function kindOf(type: NumberType): PhoneNumber['kind'] {
  if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') return 'mobile';
  return type === 'FIXED_LINE' ? 'landline' : 'other';
}

function lengthFault(international: string, otherwise: PhoneFaultCode): PhoneFaultCode {
  const fault = validatePhoneNumberLength(international);
  if (fault === 'TOO_SHORT') return 'digit_missing';
  return fault === 'TOO_LONG' ? 'digit_too_many' : otherwise;
}

const ASCENDING = '01234567890123456789';
const DESCENDING = '98765432109876543210';

/** 501501501, 777777777, 600000000, 123456789: valid, and seldom anyone's. */
function looksMadeUp(national: string): boolean {
  return (
    /^(\d{3})\1{2}$/.test(national) ||
    /(\d)\1{5}/.test(national) ||
    ASCENDING.includes(national) ||
    DESCENDING.includes(national)
  );
}
