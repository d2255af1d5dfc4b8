import type { Reason } from './reason.ts';

/** Why a picked contact, or a contractor without any, gets no message. *Excluded* is not *failed*: it was our own decision and costs nothing. */
export const exclusions = {
  no_contact: {
    sentence: { pl: 'Kontrahent nie ma kontaktów.', en: 'The contractor has no contacts.' },
    action: { pl: 'Dodaj kontakt z numerem komórkowym.', en: 'Add a contact with a mobile number.' },
  },
  no_number: {
    sentence: { pl: 'Kontakt nie ma numeru telefonu.', en: 'The contact has no phone number.' },
    action: { pl: 'Uzupełnij numer komórkowy kontaktu.', en: 'Add a mobile number to the contact.' },
  },
  faulty_number: {
    sentence: { pl: 'Numer telefonu kontaktu jest błędny.', en: 'The phone number of the contact is faulty.' },
    action: { pl: 'Popraw numer komórkowy kontaktu.', en: 'Correct the mobile number of the contact.' },
  },
  not_mobile: {
    sentence: { pl: 'To nie jest numer komórkowy.', en: 'It is not a mobile number.' },
    action: { pl: 'Uzupełnij numer komórkowy kontaktu.', en: 'Add a mobile number to the contact.' },
  },
  country_not_enabled: {
    sentence: {
      pl: 'Numer zagraniczny: wysyłka tylko na numery polskie.',
      en: 'A foreign number: only Polish numbers are sent to.',
    },
    action: {
      pl: 'Jeśli odbiorca ma polski numer, dodaj go do kontaktu.',
      en: 'If there is a Polish number, add it to the contact.',
    },
  },
  suppressed: {
    sentence: { pl: 'Numer jest na liście zastrzeżonych.', en: 'The number is on the suppression list.' },
    action: {
      pl: 'Jeśli odbiorca znów chce dostawać SMS-y, usuń jego numer z tej listy.',
      en: 'If the recipient wants SMS again, take the number off that list.',
    },
  },
  no_consent: {
    sentence: { pl: 'Brak zgody na SMS.', en: 'There is no consent to SMS.' },
    action: {
      pl: 'Zapisz zgodę odbiorcy, jeśli ją wyraził (art. 398 PKE).',
      en: 'Record the consent if the recipient has given it (PKE art. 398).',
    },
  },
  consent_withdrawn: {
    sentence: { pl: 'Zgoda na SMS została wycofana.', en: 'The consent to SMS was withdrawn.' },
    action: {
      pl: 'Zapisz nową zgodę, jeśli odbiorca ją wyraził.',
      en: 'Record a new consent if the recipient has given one.',
    },
  },
  duplicate_number: {
    sentence: { pl: 'Ten numer jest już w tej wysyłce.', en: 'This number is already in this campaign.' },
    action: {
      pl: 'Nic nie trzeba robić: na ten numer wyjdzie jeden SMS.',
      en: 'There is nothing to do: one SMS goes to this number.',
    },
  },
} as const satisfies Record<string, Omit<Reason, 'code'>>;

export type ExclusionCode = keyof typeof exclusions;

/** The exclusion as a reason for people; null for a code that is none. */
export function exclusionReason(code: string): Reason | null {
  return isExclusion(code) ? { code, ...exclusions[code] } : null;
}

const isExclusion = (code: string): code is ExclusionCode => Object.hasOwn(exclusions, code);
