import type { ErrorRow } from './row.ts';

/** Sender-name, subuser and contact calls. Codes named alone win over the ranges around them. */
export const otherServiceErrors: readonly ErrorRow[] = [
  {
    codes: [2031],
    name: 'sender_name_not_found',
    class: 'config',
    pl: {
      sentence: 'Na koncie SMSAPI nie ma takiej nazwy nadawcy.',
      action: 'Wybierz nazwę z listy w konfiguracji albo zgłoś ją w panelu SMSAPI.',
    },
    en: {
      sentence: 'The SMSAPI account has no such sender name.',
      action: 'Choose a name from the list in the settings or submit it in the SMSAPI panel.',
    },
  },
  {
    codes: [2061],
    name: 'sender_name_not_active',
    class: 'config',
    pl: {
      sentence: 'Nazwa nadawcy nie jest jeszcze aktywna.',
      action: 'Poczekaj na jej zatwierdzenie przez SMSAPI albo wybierz inną nazwę.',
    },
    en: {
      sentence: 'The sender name is not active yet.',
      action: 'Wait for SMSAPI to approve it or choose another name.',
    },
  },
  {
    codes: [2062],
    name: 'sender_name_already_default',
    class: 'config',
    pl: {
      sentence: 'Ta nazwa nadawcy jest już domyślna.',
      action: 'Nic nie trzeba robić.',
    },
    en: {
      sentence: 'This sender name is the default already.',
      action: 'Nothing to do.',
    },
  },
  {
    codes: [2112],
    name: 'sender_name_invalid',
    class: 'config',
    pl: {
      sentence: 'Nazwa nadawcy jest niepoprawna.',
      action: 'Podaj do 11 znaków bez polskich liter, w tym co najmniej jedną literę.',
    },
    en: {
      sentence: 'The sender name is not valid.',
      action: 'Give up to 11 characters without Polish letters, at least one of them a letter.',
    },
  },
  {
    codes: [2115],
    name: 'sender_name_exists',
    class: 'config',
    pl: {
      sentence: 'Taka nazwa nadawcy już jest na koncie SMSAPI.',
      action: 'Wybierz ją z listy w konfiguracji.',
    },
    en: {
      sentence: 'The SMSAPI account has this sender name already.',
      action: 'Choose it from the list in the settings.',
    },
  },
  {
    codes: { from: 1010, to: 1193 },
    name: 'subuser_error',
    class: 'config',
    pl: {
      sentence: 'SMSAPI odrzuciło operację na użytkownikach konta.',
      action: 'Sprawdź ustawienia użytkowników w panelu SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI rejected an operation on the users of the account.',
      action: 'Check the user settings in the SMSAPI panel.',
    },
  },
  {
    codes: { from: 2001, to: 2115 },
    name: 'sender_name_error',
    class: 'config',
    pl: {
      sentence: 'SMSAPI odrzuciło operację na nazwie nadawcy.',
      action: 'Sprawdź nazwy nadawców w panelu SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI rejected an operation on a sender name.',
      action: 'Check the sender names in the SMSAPI panel.',
    },
  },
  {
    codes: { from: 4000, to: 4280 },
    name: 'contacts_error',
    class: 'config',
    pl: {
      sentence: 'SMSAPI odrzuciło operację na książce kontaktów.',
      action: 'Sprawdź kontakty w panelu SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI rejected an operation on its contacts.',
      action: 'Check the contacts in the SMSAPI panel.',
    },
  },
];
