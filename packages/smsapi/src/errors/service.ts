import type { ErrorRow } from './row.ts';

/** The service's own troubles, the pace, and the idempotency answer. */
export const serviceErrors: readonly ErrorRow[] = [
  {
    codes: [53],
    name: 'idx_already_used',
    class: 'duplicate',
    pl: {
      sentence: 'Ta wiadomość została już wcześniej przekazana do SMSAPI.',
      action: 'Nie wysyłaj jej drugi raz: poczekaj na raport doręczenia.',
    },
    en: {
      sentence: 'This message was handed over to SMSAPI before.',
      action: 'Do not send it again: wait for the delivery report.',
    },
  },
  {
    codes: [200],
    name: 'submission_failed',
    class: 'retry',
    pl: {
      sentence: 'SMSAPI nie zdołało przyjąć wiadomości.',
      action: 'Nic nie trzeba robić: próba zostanie powtórzona. Jeśli to trwa, sprawdź stan usługi SMSAPI.',
    },
    en: {
      sentence: 'SMSAPI failed to take the message.',
      action: 'Nothing to do: the attempt is repeated. If it goes on, check the state of the SMSAPI service.',
    },
  },
  {
    codes: [202],
    name: 'too_many_simultaneous_requests',
    class: 'retry',
    pl: {
      sentence: 'Do SMSAPI trafiło zbyt wiele żądań naraz.',
      action: 'Nic nie trzeba robić: wysyłka zwolni. Jeśli to trwa, zmniejsz liczbę równoległych żądań w konfiguracji.',
    },
    en: {
      sentence: 'Too many requests reached SMSAPI at the same time.',
      action:
        'Nothing to do: sending slows down. If it goes on, lower the number of parallel requests in the settings.',
    },
  },
  {
    codes: [203],
    name: 'too_many_requests',
    class: 'retry',
    pl: {
      sentence: 'SMSAPI prosi o wolniejsze wysyłanie.',
      action: 'Nic nie trzeba robić: wysyłka zwolni. Jeśli to trwa, zmniejsz liczbę żądań na sekundę w konfiguracji.',
    },
    en: {
      sentence: 'SMSAPI asks for a slower pace.',
      action: 'Nothing to do: sending slows down. If it goes on, lower the requests per second in the settings.',
    },
  },
  {
    codes: [998],
    name: 'short_link_service_down',
    class: 'retry',
    pl: {
      sentence: 'Usługa skracania linków SMSAPI chwilowo nie działa.',
      action: 'Wyślij ponownie za kilka minut albo usuń skrócony link z treści.',
    },
    en: {
      sentence: 'The short-link service of SMSAPI is down for the moment.',
      action: 'Send again in a few minutes or remove the short link from the text.',
    },
  },
  {
    codes: [201, 666, 999],
    name: 'internal_error',
    class: 'unsure',
    pl: {
      sentence: 'SMSAPI zgłosiło błąd wewnętrzny i nie wiadomo, czy wiadomość została przyjęta.',
      action: 'Nie wysyłaj jej ręcznie: stan wyjaśni ponowne zapytanie lub raport doręczenia.',
    },
    en: {
      sentence: 'SMSAPI reported an internal error, and nobody knows whether the message was taken.',
      action: 'Do not send it by hand: a repeated question or the delivery report will settle it.',
    },
  },
];
