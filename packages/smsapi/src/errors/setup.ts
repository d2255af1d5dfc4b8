import type { ErrorRow } from './row.ts';

/** Sender names, links, groups, templates and callback addresses: permanent until a person changes a setting. */
export const setupErrors: readonly ErrorRow[] = [
  {
    codes: [14],
    name: 'sender_invalid',
    class: 'config',
    pl: {
      sentence: 'SMSAPI nie zna tej nazwy nadawcy albo nie jest ona jeszcze zatwierdzona.',
      action: 'Wybierz w konfiguracji nazwę aktywną lub zgłoś nową w panelu SMSAPI i poczekaj na jej zatwierdzenie.',
    },
    en: {
      sentence: 'SMSAPI does not know this sender name, or it is not approved yet.',
      action: 'Choose an active name in the settings, or submit a new one in the SMSAPI panel and wait for approval.',
    },
  },
  {
    codes: [94],
    name: 'links_not_allowed',
    class: 'config',
    pl: {
      sentence: 'To konto SMSAPI nie może wysyłać wiadomości z linkami.',
      action: 'Usuń z treści adresy stron albo poproś pomoc SMSAPI o zgodę na linki.',
    },
    en: {
      sentence: 'This SMSAPI account may not send messages with links.',
      action: 'Remove the web addresses from the text or ask SMSAPI support to allow links.',
    },
  },
  {
    codes: [7],
    name: 'short_links_disabled',
    class: 'config',
    pl: {
      sentence: 'Skracanie linków jest wyłączone na koncie SMSAPI.',
      action: 'Usuń z treści znacznik skróconego linku albo poproś pomoc SMSAPI o włączenie usługi.',
    },
    en: {
      sentence: 'Short links are switched off on the SMSAPI account.',
      action: 'Remove the short-link tag from the text or ask SMSAPI support to enable the service.',
    },
  },
  {
    codes: [36],
    name: 'binary_with_footer',
    class: 'config',
    pl: {
      sentence: 'Wiadomości binarnej nie można wysłać, gdy konto dodaje stopkę.',
      action: 'Wyłącz stopkę w ustawieniach konta w panelu SMSAPI.',
    },
    en: {
      sentence: 'A binary message cannot be sent while the account adds a footer.',
      action: 'Switch the footer off in the account settings in the SMSAPI panel.',
    },
  },
  {
    codes: [40],
    name: 'group_not_found',
    class: 'config',
    pl: {
      sentence: 'W książce kontaktów SMSAPI nie ma takiej grupy.',
      action: 'Sprawdź nazwę grupy w panelu SMSAPI.',
    },
    en: {
      sentence: 'There is no such group in the SMSAPI contacts.',
      action: 'Check the name of the group in the SMSAPI panel.',
    },
  },
  {
    codes: [41],
    name: 'group_empty',
    class: 'config',
    pl: {
      sentence: 'Grupa w książce kontaktów SMSAPI jest pusta.',
      action: 'Dodaj do grupy kontakty w panelu SMSAPI albo wybierz inną grupę.',
    },
    en: {
      sentence: 'The group in the SMSAPI contacts is empty.',
      action: 'Add contacts to the group in the SMSAPI panel or choose another one.',
    },
  },
  {
    codes: [60, 61, 62, 63, 64, 65, 66],
    name: 'voucher_group_invalid',
    class: 'config',
    pl: {
      sentence: 'Grupa kodów rabatowych w SMSAPI nie istnieje, wygasła albo zabrakło w niej kodów.',
      action: 'Sprawdź grupę kodów w panelu SMSAPI.',
    },
    en: {
      sentence: 'The voucher group in SMSAPI does not exist, has expired or has run out of codes.',
      action: 'Check the voucher group in the SMSAPI panel.',
    },
  },
  {
    codes: [70],
    name: 'notify_url_invalid',
    class: 'config',
    pl: {
      sentence: 'SMSAPI nie przyjęło adresu, na który ma odsyłać raporty doręczenia.',
      action: 'Popraw publiczny adres serwera w konfiguracji: musi być pełny i dostępny z internetu.',
    },
    en: {
      sentence: 'SMSAPI did not accept the address for delivery reports.',
      action:
        'Correct the public address of the server in the settings: it must be complete and reachable from the internet.',
    },
  },
  {
    codes: [104],
    name: 'template_not_found',
    class: 'config',
    pl: {
      sentence: 'W SMSAPI nie ma takiego szablonu.',
      action: 'Sprawdź nazwę szablonu w panelu SMSAPI.',
    },
    en: {
      sentence: 'There is no such template in SMSAPI.',
      action: 'Check the name of the template in the SMSAPI panel.',
    },
  },
];
