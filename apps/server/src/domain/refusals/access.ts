import type { RefusalTable } from '../reason.ts';

export const accessRefusals = {
  not_signed_in: {
    kind: 'unauthenticated',
    sentence: { pl: 'Nie jesteś zalogowany.', en: 'You are not signed in.' },
    action: {
      pl: 'Otwórz jednorazowy odnośnik do logowania (wypisze go „npx goniec login”) albo podaj klucz API.',
      en: 'Open a one-time sign-in link (`npx goniec login` prints one) or give an API key.',
    },
  },
  sign_in_link_unusable: {
    kind: 'forbidden',
    sentence: {
      pl: 'Ten odnośnik do logowania wygasł albo został już użyty.',
      en: 'This sign-in link has expired or was already used.',
    },
    action: { pl: 'Poproś o nowy: „npx goniec login”.', en: 'Ask for a new one: `npx goniec login`.' },
  },
  cross_site_request: {
    kind: 'forbidden',
    sentence: {
      pl: 'Żądanie przyszło z innej strony i zostało odrzucone.',
      en: 'The request came from another site and was refused.',
    },
    action: { pl: 'Otwórz aplikację Goniec i powtórz czynność.', en: 'Open Goniec itself and do it again.' },
  },
  needs_person: {
    kind: 'forbidden',
    sentence: {
      pl: 'Tej czynności nie może wykonać program z kluczem API.',
      en: 'A program with an API key may not do this.',
    },
    action: {
      pl: 'Zaloguj się w przeglądarce albo użyj wiersza poleceń na komputerze, na którym działa Goniec.',
      en: 'Sign in with a browser, or use the command line on the computer Goniec runs on.',
    },
  },
  company_nip_invalid: {
    kind: 'invalid',
    sentence: { pl: 'To nie jest poprawny NIP.', en: 'This is not a valid tax number (NIP).' },
    action: {
      pl: 'Popraw numer albo zostaw pole puste.',
      en: 'Correct the number or leave the field empty.',
    },
  },
  too_many_requests: {
    kind: 'unavailable',
    sentence: { pl: 'Zbyt wiele prób w krótkim czasie.', en: 'Too many attempts in a short time.' },
    action: { pl: 'Odczekaj minutę i spróbuj ponownie.', en: 'Wait a minute and try again.' },
  },
  nothing_held: {
    kind: 'conflict',
    sentence: {
      pl: 'Wysyłanie nie jest zatrzymane, nie ma czego potwierdzać.',
      en: 'Sending is not held, there is nothing to confirm.',
    },
    action: null,
  },
} as const satisfies RefusalTable;
