import type { RefusalTable } from '../reason.ts';

export const directoryRefusals = {
  contractor_code_taken: {
    kind: 'conflict',
    sentence: { pl: 'Inny kontrahent ma już ten kod.', en: 'Another contractor has this code already.' },
    action: { pl: 'Podaj inny kod albo zostaw pole puste.', en: 'Give another code, or none.' },
  },
  phone_unusable: {
    kind: 'invalid',
    sentence: { pl: 'Tego numeru telefonu nie można użyć.', en: 'This phone number cannot be used.' },
    action: { pl: 'Popraw numer: powód jest w „errors”.', en: 'Correct the number: "errors" says why.' },
  },
  email_unusable: {
    kind: 'invalid',
    sentence: { pl: 'To nie jest poprawny adres e-mail.', en: 'This is not a valid e-mail address.' },
    action: { pl: 'Popraw adres albo zostaw pole puste.', en: 'Correct the address, or leave it empty.' },
  },
  contact_without_number: {
    kind: 'invalid',
    sentence: {
      pl: 'Kontakt nie ma numeru telefonu, więc nie ma na co wyrazić zgody.',
      en: 'The contact has no phone number to consent for.',
    },
    action: { pl: 'Najpierw uzupełnij numer.', en: 'Add a number first.' },
  },
  consent_in_the_future: {
    kind: 'invalid',
    sentence: { pl: 'Data zgody jest w przyszłości.', en: 'The date of the consent is in the future.' },
    action: {
      pl: 'Podaj dzień, w którym odbiorca wyraził lub wycofał zgodę.',
      en: 'Give the day on which the recipient spoke.',
    },
  },
} as const satisfies RefusalTable;
