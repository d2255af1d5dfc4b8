import type { RefusalTable } from '../reason.ts';

/** Where the settings of sending are, as the menu says it (S1). */
const settings = {
  pl: 'Administrator > Konfiguracja firmy > Wysyłka SMS',
  en: 'Administrator > Company settings > SMS sending',
};

/** Refusals of the gateway's settings, and what the gate finds in the way of sending (design section 4, step 2). */
export const gatewayRefusals = {
  gateway_missing: {
    kind: 'not_found',
    sentence: { pl: 'Firma nie ma jeszcze ustawionej bramki SMS.', en: 'The company has no SMS gateway yet.' },
    action: {
      pl: `Wybierz dostawcę usługi SMS: ${settings.pl}.`,
      en: `Choose the SMS provider: ${settings.en}.`,
    },
  },
  provider_unknown: {
    kind: 'invalid',
    sentence: { pl: 'Ten dostawca usługi SMS nie jest obsługiwany.', en: 'This SMS provider is not supported.' },
    action: { pl: 'Wybierz SMSAPI.', en: 'Choose SMSAPI.' },
  },
  base_url_not_allowed: {
    kind: 'invalid',
    sentence: {
      pl: 'To nie jest adres SMSAPI, więc token nie może tam trafić.',
      en: 'This is not an address of SMSAPI, so the token must not go there.',
    },
    action: {
      pl: 'Podaj https://api.smsapi.pl/ (konta zagraniczne: https://api.smsapi.com/ i pokrewne) albo adres emulatora na tym komputerze, na przykład http://127.0.0.1:8089/.',
      en: 'Give https://api.smsapi.pl/ (foreign accounts: https://api.smsapi.com/ and its kin) or the address of an emulator on this computer, for example http://127.0.0.1:8089/.',
    },
  },
  token_malformed: {
    kind: 'invalid',
    sentence: {
      pl: 'Token zawiera spacje lub znaki, których tokeny SMSAPI nie mają.',
      en: 'The token has spaces or characters which tokens of SMSAPI do not have.',
    },
    action: {
      pl: 'Skopiuj go z panelu SMSAPI jeszcze raz, w całości i bez otaczającego tekstu.',
      en: 'Copy it from the SMSAPI panel once more, whole and without the text around it.',
    },
  },
  token_refused: {
    kind: 'conflict',
    sentence: {
      pl: 'Bramka nie przyjęła tego tokenu, więc nie został zapisany.',
      en: 'The gateway did not accept this token, so it was not stored.',
    },
    action: {
      pl: 'Sprawdź, czy skopiowano go w całości, albo wygeneruj nowy w panelu SMSAPI.',
      en: 'Check that it was copied whole, or generate a new one in the SMSAPI panel.',
    },
  },
  token_unchecked: {
    kind: 'unavailable',
    sentence: {
      pl: 'Bramka nie odpowiada, więc tokenu nie sprawdzono ani nie zapisano.',
      en: 'The gateway does not answer, so the token was neither checked nor stored.',
    },
    action: {
      pl: 'Spróbuj za chwilę albo zapisz go bez sprawdzania.',
      en: 'Try again in a moment, or store it unchecked.',
    },
  },
  token_missing: {
    kind: 'conflict',
    sentence: { pl: 'Nie wpisano tokenu OAuth bramki.', en: "The gateway's OAuth token has not been entered." },
    action: {
      pl: `Wygeneruj token w panelu SMSAPI i wpisz go: ${settings.pl}.`,
      en: `Generate a token in the SMSAPI panel and enter it: ${settings.en}.`,
    },
  },
  token_unreadable: {
    kind: 'conflict',
    sentence: {
      pl: 'Token bramki zapisano na innym serwerze i tutaj nie da się go odczytać.',
      en: 'The token of the gateway was stored on another server and cannot be read here.',
    },
    action: {
      pl: `Wpisz token ponownie: ${settings.pl}. Nic nie przepadło, wysyłki czekają.`,
      en: `Enter the token again: ${settings.en}. Nothing was lost, campaigns are waiting.`,
    },
  },
  gateway_unsettled: {
    kind: 'conflict',
    sentence: {
      pl: 'Bramka ma jeszcze wiadomości, o których nie wiadomo, czy je przyjęła. Inne konto nie zna ich i wysłałoby je drugi raz.',
      en: 'The gateway still has messages nobody knows whether it took. Another account does not know them and would send them twice.',
    },
    action: {
      pl: 'Poczekaj, aż się wyjaśnią, rozstrzygnij je sam („Niepewne”, npx goniec uncertain list) albo użyj tokenu tego samego konta.',
      en: 'Wait until they are settled, decide about them (npx goniec uncertain list), or use a token of the same account.',
    },
  },
  gateway_unreachable: {
    kind: 'unavailable',
    sentence: { pl: 'Bramka nie odpowiada.', en: 'The gateway does not answer.' },
    action: {
      pl: 'Sprawdź połączenie serwera z internetem i adres bramki. Przy wolnym łączu wydłuż czas oczekiwania.',
      en: 'Check that the server reaches the internet, and the address of the gateway. On a slow link raise the time-out.',
    },
  },
  gateway_refused: {
    kind: 'conflict',
    sentence: { pl: 'Bramka odmówiła odpowiedzi.', en: 'The gateway refused to answer.' },
    action: { pl: 'Powód jest w „reasons”.', en: 'The reason is in "reasons".' },
  },
  public_url_local: {
    kind: 'conflict',
    sentence: {
      pl: 'Adres tego serwera jest widoczny tylko na tym komputerze, więc bramka nie ma dokąd przekazać odpowiedzi.',
      en: 'The address of this server is seen on this computer only, so the gateway cannot hand replies over to it.',
    },
    action: {
      pl: 'Ustaw GONIEC_PUBLIC_URL na adres, pod którym serwer jest dostępny z internetu, i uruchom Gońca ponownie.',
      en: 'Set GONIEC_PUBLIC_URL to the address at which the internet reaches this server, and start Goniec again.',
    },
  },
  sender_missing: {
    kind: 'conflict',
    sentence: { pl: 'Nie wybrano nazwy nadawcy.', en: 'No sender name has been chosen.' },
    action: {
      pl: `Wybierz jedną z nazw aktywnych na koncie: ${settings.pl}.`,
      en: `Choose one of the active names of the account: ${settings.en}.`,
    },
  },
  sender_unknown: {
    kind: 'conflict',
    sentence: { pl: 'Na koncie w bramce nie ma takiej nazwy nadawcy.', en: 'The account has no such sender name.' },
    action: {
      pl: 'Wybierz nazwę z listy albo zgłoś nową w panelu SMSAPI i poczekaj na jej zatwierdzenie.',
      en: 'Choose a name of the list, or submit a new one in the SMSAPI panel and wait for its approval.',
    },
  },
  sender_pending: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta nazwa nadawcy czeka jeszcze na zatwierdzenie przez SMSAPI.',
      en: 'This sender name still awaits approval by SMSAPI.',
    },
    action: {
      pl: 'Wybierz nazwę aktywną albo poczekaj (do jednego dnia roboczego).',
      en: 'Choose an active name or wait (up to one working day).',
    },
  },
  sender_inactive: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta nazwa nadawcy jest nieaktywna, odrzucona albo usunięta w SMSAPI.',
      en: 'This sender name is inactive, rejected or deleted at SMSAPI.',
    },
    action: {
      pl: 'Wybierz nazwę aktywną albo wyjaśnij jej stan w panelu SMSAPI.',
      en: 'Choose an active name, or clear up its state in the SMSAPI panel.',
    },
  },
  balance_too_low: {
    kind: 'conflict',
    sentence: {
      pl: 'Na koncie w bramce jest za mało punktów na tę wysyłkę.',
      en: 'The gateway account has too few points for this campaign.',
    },
    action: {
      pl: 'Doładuj konto (Stan konta > Kup punkty) albo zmniejsz wysyłkę.',
      en: 'Top the account up (Balance > Buy points) or make the campaign smaller.',
    },
  },
  balance_too_low_test_account: {
    kind: 'conflict',
    sentence: {
      pl: 'Na koncie testowym SMSAPI jest za mało punktów na tę wysyłkę, a konto testowe nie może ich dokupić.',
      en: 'The SMSAPI test account has too few points for this campaign, and a test account cannot buy any.',
    },
    action: {
      pl: 'Aktywuj konto w panelu SMSAPI (podpisanie umowy), potem doładuj je.',
      en: 'Activate the account in the SMSAPI panel (sign the contract), then top it up.',
    },
  },
  balance_unknown: {
    kind: 'conflict',
    sentence: {
      pl: 'Bramka nie podała stanu konta, więc nie wiadomo, czy wystarczy punktów.',
      en: 'The gateway did not tell the balance, so nobody knows whether the points suffice.',
    },
    action: {
      pl: 'Spróbuj ponownie; jeśli to się powtarza, sprawdź uprawnienia tokenu w panelu SMSAPI.',
      en: 'Try again; if it goes on, check the permissions of the token in the SMSAPI panel.',
    },
  },
  restore_hold: {
    kind: 'conflict',
    sentence: {
      pl: 'Baza została przywrócona lub przeniesiona, więc wysyłanie jest zatrzymane.',
      en: 'The database was restored or moved, so sending is held.',
    },
    action: {
      pl: 'Administrator musi potwierdzić, że żadna inna kopia tej bazy nie wysyła.',
      en: 'An administrator has to confirm that no other copy of this database sends.',
    },
  },
  check_failed: {
    kind: 'unavailable',
    sentence: {
      pl: 'Nie udało się sprawdzić, czy wolno wysyłać, więc nic nie wysłano.',
      en: 'Whether sending is allowed could not be checked, so nothing was sent.',
    },
    action: { pl: 'Spróbuj ponownie za chwilę.', en: 'Try again in a moment.' },
  },
} as const satisfies RefusalTable;
