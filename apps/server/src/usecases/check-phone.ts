import { phoneFaults } from '@goniec/phone';
import { readContactNumber, type ContactNumber } from '../domain/contact-number.ts';
import { exclusionReason } from '../domain/exclusion.ts';
import type { Reason } from '../domain/reason.ts';

export interface CheckedPhone {
  readonly phone: string | null;
  readonly kind: 'mobile' | 'landline' | 'other' | null;
  readonly fault: Reason | null;
  readonly notice: Reason | null;
}

const NOTHING: CheckedPhone = { phone: null, kind: null, fault: null, notice: null };

const SEVERAL: Reason = {
  code: 'several_numbers',
  sentence: { pl: 'To jest więcej niż jeden numer.', en: 'This is more than one number.' },
  action: {
    pl: 'Wpisz jeden numer; drugi dodaj jako osobny kontakt.',
    en: 'Enter one number; add the other as a contact of its own.',
  },
};

/** What would be stored for a typed number, for a person who is still typing. */
export function checkPhone(typed: string): CheckedPhone {
  const number = readContactNumber(typed.trim());
  if (number.kind === 'none') return NOTHING;
  if (number.kind === 'fault') {
    const { code } = number;
    const fault = code === 'several_numbers' ? SEVERAL : { code, sentence: phoneFaults[code], action: null };
    return { ...NOTHING, fault };
  }
  return { phone: number.phone, kind: number.phoneKind, fault: null, notice: noticeOf(number) };
}

/** The same reasons for which such a contact would be left out of a campaign. */
function noticeOf({ phone, phoneKind }: Extract<ContactNumber, { kind: 'number' }>): Reason | null {
  if (!phone.startsWith('+48')) return exclusionReason('country_not_enabled');
  return phoneKind === 'mobile' ? null : exclusionReason('not_mobile');
}
