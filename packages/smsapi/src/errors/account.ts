import type { ErrorRow } from './row.ts';

/** Rights, money and the account's own settings: these stop the whole queue, not one message. */
export const accountErrors: readonly ErrorRow[] = [
  {
    codes: [101],
    name: 'token_invalid',
    class: 'auth',
    pl: {
      sentence: 'SMSAPI nie przyjęło tokenu: jest błędny, wygasł albo został usunięty.',
      action: 'Wygeneruj nowy token w panelu SMSAPI i wpisz go w konfiguracji wysyłki.',
    },
    en: {
      sentence: 'SMSAPI did not accept the token: it is wrong, has expired or was deleted.',
      action: 'Generate a new token in the SMSAPI panel and enter it in the sending settings.',
    },
  },
  {
    codes: [102],
    name: 'login_invalid',
    class: 'auth',
    pl: {
      sentence: 'SMSAPI odrzuciło login lub hasło konta.',
      action: 'Sprawdź w panelu SMSAPI, czy konto jest aktywne, i wpisz w konfiguracji nowy token.',
    },
    en: {
      sentence: 'SMSAPI rejected the account login or password.',
      action: 'Check in the SMSAPI panel that the account is active, then enter a new token in the settings.',
    },
  },
  {
    codes: [105],
    name: 'ip_not_allowed',
    class: 'auth',
    pl: {
      sentence: 'Konto SMSAPI nie przyjmuje połączeń z adresu IP tego serwera.',
      action: 'Dopisz publiczny adres IP serwera do filtra adresów w panelu SMSAPI albo wyłącz ten filtr.',
    },
    en: {
      sentence: 'The SMSAPI account does not accept connections from the IP address of this server.',
      action:
        'Add the public IP address of the server to the address filter in the SMSAPI panel or switch the filter off.',
    },
  },
  {
    codes: [401],
    name: 'token_lacks_permission',
    class: 'auth',
    pl: {
      sentence: 'Token nie ma uprawnienia do tej operacji.',
      action: 'Nadaj tokenowi brakujące uprawnienie w panelu SMSAPI albo wygeneruj token z pełnym zestawem uprawnień.',
    },
    en: {
      sentence: 'The token lacks the permission for this operation.',
      action: 'Grant the missing permission to the token in the SMSAPI panel or generate one that has them all.',
    },
  },
  {
    codes: [103],
    name: 'not_enough_points',
    class: 'money',
    pl: {
      sentence: 'Na koncie SMSAPI jest za mało punktów na tę wysyłkę.',
      action: 'Doładuj konto w panelu SMSAPI. Nic z tej paczki nie zostało wysłane.',
    },
    en: {
      sentence: 'The SMSAPI account has too few points for this sending.',
      action: 'Top up the account in the SMSAPI panel. Nothing of this batch was sent.',
    },
  },
  {
    codes: [96],
    name: 'monthly_limit_reached',
    class: 'money',
    pl: {
      sentence: 'Wyczerpany jest miesięczny limit wysyłki ustawiony na koncie SMSAPI.',
      action: 'Podnieś limit w panelu SMSAPI albo poczekaj do następnego miesiąca.',
    },
    en: {
      sentence: 'The monthly sending limit of the SMSAPI account is used up.',
      action: 'Raise the limit in the SMSAPI panel or wait for the next month.',
    },
  },
  {
    codes: [8],
    name: 'request_malformed',
    class: 'config',
    pl: {
      sentence: 'SMSAPI nie odczytało żądania.',
      action: 'Sprawdź adres bramki w konfiguracji i to, czy pośrednik sieciowy (proxy) nie zmienia żądań.',
    },
    en: {
      sentence: 'SMSAPI could not read the request.',
      action: 'Check the gateway address in the settings and that no network proxy alters the requests.',
    },
  },
  {
    codes: [997],
    name: 'https_required',
    class: 'config',
    pl: {
      sentence: 'SMSAPI przyjmuje tylko połączenia szyfrowane.',
      action: 'Zmień adres bramki w konfiguracji na zaczynający się od https://.',
    },
    en: {
      sentence: 'SMSAPI accepts encrypted connections only.',
      action: 'Change the gateway address in the settings to one that begins with https://.',
    },
  },
  {
    codes: [98],
    name: 'account_restricted',
    class: 'config',
    pl: {
      sentence: 'To konto testowe: wolno z niego wysyłać tylko na numer podany przy rejestracji.',
      action: 'Dokończ aktywację konta w panelu SMSAPI albo wyślij próbny SMS na numer z rejestracji.',
    },
    en: {
      sentence: 'This is a test account: it may send only to the number given at sign-up.',
      action: 'Finish the activation of the account in the SMSAPI panel or send a trial SMS to the sign-up number.',
    },
  },
  {
    codes: [110],
    name: 'service_not_available',
    class: 'config',
    pl: {
      sentence: 'Ta usługa nie jest włączona na koncie SMSAPI.',
      action: 'Poproś opiekuna konta lub pomoc SMSAPI o jej włączenie.',
    },
    en: {
      sentence: 'This service is not enabled on the SMSAPI account.',
      action: 'Ask your SMSAPI account manager or support to enable it.',
    },
  },
  {
    codes: [1000, 1001],
    name: 'main_user_only',
    class: 'config',
    pl: {
      sentence: 'Tę operację może wykonać tylko główny użytkownik konta SMSAPI.',
      action: 'Użyj tokenu wygenerowanego przez głównego użytkownika konta.',
    },
    en: {
      sentence: 'Only the main user of the SMSAPI account may do this.',
      action: 'Use a token generated by the main user of the account.',
    },
  },
];
