import type { ErrorRow } from './row.ts';

/** The number itself: another message to another number would pass. */
export const recipientErrors: readonly ErrorRow[] = [
  {
    codes: [13],
    name: 'number_invalid',
    class: 'recipient',
    pl: {
      sentence: 'SMSAPI nie może wysłać na ten numer: jest błędny, na czarnej liście lub zagraniczny.',
      action: 'Sprawdź numer w kartotece i czarną listę w panelu SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI cannot send to this number: it is wrong, blacklisted or foreign.',
      action: 'Check the number in the directory and the blacklist in the SMSAPI panel.',
    },
  },
  {
    codes: [33],
    name: 'no_correct_numbers',
    class: 'recipient',
    pl: {
      sentence: 'Wśród odbiorców nie ma ani jednego poprawnego numeru.',
      action: 'Popraw numery w kartotece.',
    },
    en: {
      sentence: 'There is not one correct number among the recipients.',
      action: 'Correct the numbers in the directory.',
    },
  },
  {
    codes: [32],
    name: 'message_type_not_abroad',
    class: 'recipient',
    pl: {
      sentence: 'Wiadomości tego rodzaju nie można wysłać za granicę.',
      action: 'Wybierz zwykłą nazwę nadawcy albo pomiń numery zagraniczne.',
    },
    en: {
      sentence: 'A message of this kind cannot be sent abroad.',
      action: 'Choose an ordinary sender name or leave foreign numbers out.',
    },
  },
  {
    codes: [52],
    name: 'too_many_attempts_to_number',
    class: 'recipient',
    retryAfterMs: 60_000,
    pl: {
      sentence: 'Na ten numer było ponad 10 prób wysyłki w ciągu 60 sekund.',
      action: 'Odczekaj minutę i wyślij ponownie.',
    },
    en: {
      sentence: 'There were over 10 attempts to this number within 60 seconds.',
      action: 'Wait a minute and send again.',
    },
  },
  {
    codes: [57],
    name: 'number_blacklisted',
    class: 'recipient',
    pl: {
      sentence: 'Numer jest na czarnej liście konta SMSAPI.',
      action: 'Nie wysyłaj. Jeśli wpis jest pomyłką, usuń go z czarnej listy w panelu SMSAPI.',
    },
    en: {
      sentence: 'The number is on the blacklist of the SMSAPI account.',
      action: 'Do not send. If the entry is a mistake, remove it from the blacklist in the SMSAPI panel.',
    },
  },
  {
    codes: [59],
    name: 'number_opted_out',
    class: 'recipient',
    pl: {
      sentence: 'Właściciel numeru zrezygnował z otrzymywania wiadomości.',
      action: 'Odnotuj wycofanie zgody i nie wysyłaj więcej na ten numer.',
    },
    en: {
      sentence: 'The owner of the number has opted out of messages.',
      action: 'Record the withdrawal of consent and do not send to this number any more.',
    },
  },
  {
    codes: [112],
    name: 'country_not_allowed',
    class: 'recipient',
    pl: {
      sentence: 'Konto SMSAPI nie może wysyłać do tego kraju.',
      action: 'Włącz ten kraj w panelu SMSAPI albo pomiń odbiorcę.',
    },
    en: {
      sentence: 'The SMSAPI account may not send to this country.',
      action: 'Enable the country in the SMSAPI panel or leave the recipient out.',
    },
  },
];
