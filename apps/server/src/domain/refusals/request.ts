import type { RefusalTable } from '../reason.ts';

/** Refusals that any request can meet. */
export const requestRefusals = {
  invalid_request: {
    kind: 'invalid',
    sentence: { pl: 'Żądanie zawiera błędy.', en: 'The request has errors.' },
    action: {
      pl: 'Popraw pola wskazane w „errors” i wyślij ponownie.',
      en: 'Correct the fields named in "errors" and send it again.',
    },
  },
  not_found: {
    kind: 'not_found',
    sentence: { pl: 'Nie ma takiego zasobu.', en: 'There is no such resource.' },
    action: { pl: 'Sprawdź adres i identyfikator.', en: 'Check the address and the id.' },
  },
  too_large: {
    kind: 'too_large',
    sentence: { pl: 'Przesłane dane są zbyt duże.', en: 'What was sent is too large.' },
    action: {
      pl: 'Podziel plik na mniejsze części (do 64 MB).',
      en: 'Split the file into smaller ones (up to 64 MB).',
    },
  },
  unexpected: {
    kind: 'unavailable',
    sentence: {
      pl: 'Wystąpił nieoczekiwany błąd. Nic nie zostało zgubione.',
      en: 'An unexpected error happened. Nothing was lost.',
    },
    action: {
      pl: 'Spróbuj ponownie; jeśli błąd wraca, podaj administratorowi numer żądania (request_id).',
      en: 'Try again; if it comes back, give the administrator the request_id.',
    },
  },
  database_unavailable: {
    kind: 'unavailable',
    sentence: { pl: 'Baza danych chwilowo nie odpowiada.', en: 'The database does not answer at the moment.' },
    action: { pl: 'Spróbuj ponownie za kilka sekund.', en: 'Try again in a few seconds.' },
  },
  database_full: {
    kind: 'unavailable',
    sentence: {
      pl: 'Na dysku bazy danych skończyło się miejsce. Niczego nie zapisano, a wysyłanie stoi.',
      en: "The database's disk is full. Nothing was written, and sending stands still.",
    },
    action: {
      pl: 'Zwolnij miejsce na dysku serwera; wysyłanie ruszy wtedy samo.',
      en: "Free some space on the server's disk; sending then goes on by itself.",
    },
  },
  idempotency_key_reused: {
    kind: 'conflict',
    sentence: {
      pl: 'Ten Idempotency-Key był już użyty z innym żądaniem.',
      en: 'This Idempotency-Key was already used with another request.',
    },
    action: { pl: 'Użyj nowego klucza dla nowego żądania.', en: 'Use a new key for a new request.' },
  },
  idempotency_key_busy: {
    kind: 'conflict',
    sentence: {
      pl: 'Żądanie z tym Idempotency-Key jest właśnie wykonywane.',
      en: 'A request with this Idempotency-Key is being carried out.',
    },
    action: { pl: 'Poczekaj chwilę i powtórz z tym samym kluczem.', en: 'Wait a moment and repeat with the same key.' },
  },
} as const satisfies RefusalTable;
