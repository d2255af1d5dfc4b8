import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { E164, PhoneNumber } from './types.ts';

/**
 * Whether the text has the form of a full international number; for reading back what was stored. That the number exists is
 * for `readPhones` to say.
 *
 * @example
 * isE164('+48501234567') // true
 * isE164('501 234 567') // false
 */
export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/**
 * A number grouped as its country writes it.
 *
 * @example
 * formatPhone('+48501234567') // '+48 501 234 567'
 * formatPhone('+48221234567') // '+48 22 123 45 67'
 */
export function formatPhone(e164: E164): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

const HIDDEN = '•••••';
const SHOWN_DIGITS = 3;
/** Below this length the shown ends would give the number away. */
const SHORTEST = 9;

/**
 * A number for logs and error reports: its country and last three digits. Text that is no number is hidden wholly.
 *
 * @example
 * maskPhone('+48501234567') // '+48•••••567'
 */
export function maskPhone(e164: string): string {
  if (!/^\+?\d+$/.test(e164) || e164.length < SHORTEST) return HIDDEN;
  const country = e164.startsWith('+') ? e164.slice(0, 3) : '';
  return country + HIDDEN + e164.slice(-SHOWN_DIGITS);
}

/**
 * Whether SMS may go to the number where only Polish numbers are allowed.
 *
 * @example
 * readPhones('501 234 567, 22 123 45 67').numbers.filter(isPolishMobile) // the first one
 */
export function isPolishMobile(number: PhoneNumber): boolean {
  return number.country === 'PL' && number.kind === 'mobile';
}
