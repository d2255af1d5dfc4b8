import type { Reason } from './reason.ts';

/** Why a picked contact gets no message. *Excluded* is not *failed*: it was our own decision and costs nothing. */
export const exclusions = {
  no_number: {
    sentence: { pl: 'Kontakt nie ma numeru telefonu.', en: 'The contact has no phone number.' },
    action: { pl: 'Uzupełnij numer komórkowy kontaktu.', en: 'Add a mobile number to the contact.' },
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
    action: null,
  },
  suppressed: {
    sentence: { pl: 'Numer jest na liście zastrzeżonych.', en: 'The number is on the suppression list.' },
    action: null,
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
    action: null,
  },
  duplicate_number: {
    sentence: { pl: 'Ten numer jest już w tej wysyłce.', en: 'This number is already in this campaign.' },
    action: null,
  },
} as const satisfies Record<string, Omit<Reason, 'code'>>;

export type ExclusionCode = keyof typeof exclusions;

/** The exclusion as a reason for people; null for a code that is none. */
export function exclusionReason(code: string): Reason | null {
  return isExclusion(code) ? { code, ...exclusions[code] } : null;
}

const isExclusion = (code: string): code is ExclusionCode => Object.hasOwn(exclusions, code);
