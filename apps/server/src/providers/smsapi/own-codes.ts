import type { Reason } from '../../domain/reason.ts';

type Spoken = Omit<Reason, 'code'>;

/** While a batch is uncertain nobody has to do anything: it settles by itself (design section 4, step 6). */
const settles = {
  pl: 'Nic nie trzeba robić: ta sama paczka zostanie sprawdzona ponownie i nic nie pójdzie dwa razy.',
  en: 'Nothing to do: the same batch is asked about again, and nothing goes out twice.',
};

/** For a code that a later version, or a newer gateway, knows. */
export const unexplained: Spoken = {
  sentence: { pl: 'Powód nie jest znany tej wersji programu.', en: 'This version does not know the reason.' },
  action: { pl: 'Podaj administratorowi ten kod.', en: 'Tell the administrator this code.' },
};

/** What the gateway did not give a number for. */
export const ownCodes = {
  gateway_timeout: {
    sentence: {
      pl: 'Bramka nie zdążyła odpowiedzieć, więc nie wiadomo, czy przyjęła wiadomości.',
      en: 'The gateway did not answer in time, so nobody knows whether it took the messages.',
    },
    action: settles,
  },
  gateway_connection_lost: {
    sentence: {
      pl: 'Połączenie z bramką zerwało się w trakcie przekazywania.',
      en: 'The connection to the gateway broke while messages were being handed over.',
    },
    action: settles,
  },
  gateway_http_error: {
    sentence: {
      pl: 'Bramka zgłosiła awarię i nie wiadomo, czy przyjęła wiadomości.',
      en: 'The gateway reported a failure, and nobody knows whether it took the messages.',
    },
    action: settles,
  },
  gateway_unreadable: {
    sentence: {
      pl: 'Odpowiedzi bramki nie da się odczytać.',
      en: 'The answer of the gateway cannot be read.',
    },
    action: settles,
  },
  gateway_code_unsure: {
    sentence: {
      pl: 'SMSAPI zgłosiło błąd wewnętrzny i nie wiadomo, czy wiadomość została przyjęta.',
      en: 'SMSAPI reported an internal error, and nobody knows whether the message was taken.',
    },
    action: settles,
  },
  gateway_aborted: {
    sentence: {
      pl: 'Serwer zatrzymano w trakcie przekazywania.',
      en: 'The server was stopped while messages were being handed over.',
    },
    action: settles,
  },
  gateway_name_unknown: {
    sentence: {
      pl: 'Nie udało się odnaleźć adresu bramki w sieci (DNS).',
      en: 'The address of the gateway could not be looked up (DNS).',
    },
    action: {
      pl: 'Sprawdź połączenie serwera z internetem, jego serwer nazw (DNS) i adres bramki w konfiguracji wysyłki.',
      en: "Check the server's internet connection, its name server (DNS) and the address of the gateway in the settings.",
    },
  },
  gateway_certificate: {
    sentence: {
      pl: 'Nie udało się nawiązać bezpiecznego połączenia: certyfikat bramki jest nieważny albo nie jest jej certyfikatem. Nic nie wysłano.',
      en: 'No secure connection: the certificate of the gateway has expired or is not its own. Nothing was sent.',
    },
    action: {
      pl: 'Sprawdź datę na serwerze oraz pośrednika sieciowego (proxy) lub program ochronny, który podmienia certyfikaty.',
      en: 'Check the date of the server, and any network proxy or protection that replaces certificates.',
    },
  },
  gateway_throttled: {
    sentence: { pl: 'Bramka prosi o wolniejsze wysyłanie.', en: 'The gateway asks for a slower pace.' },
    action: {
      pl: 'Nic nie trzeba robić: wysyłka zwolni. Jeśli to trwa, zmniejsz liczbę żądań na sekundę.',
      en: 'Nothing to do: sending slows down. If it goes on, lower the requests per second.',
    },
  },
  gateway_too_slow: {
    sentence: {
      pl: 'Bramka nie odpowiedziała w ustawionym czasie.',
      en: 'The gateway did not answer within the set time.',
    },
    action: {
      pl: 'Spróbuj ponownie; przy wolnym łączu wydłuż czas oczekiwania w konfiguracji wysyłki.',
      en: 'Try again; on a slow link raise the time-out in the settings.',
    },
  },
  gateway_strange_answer: {
    sentence: {
      pl: 'Bramka odpowiedziała czymś, czego nie da się odczytać.',
      en: 'The gateway answered something that cannot be read.',
    },
    action: {
      pl: 'Spróbuj za kilka minut. Jeśli to trwa, sprawdź adres bramki i pośrednika sieciowego (proxy).',
      en: 'Try again in a few minutes. If it goes on, check the address of the gateway and any network proxy.',
    },
  },
  smsapi_omitted_by_gateway: {
    sentence: {
      pl: 'SMSAPI pominęło ten numer i nie podało powodu.',
      en: 'SMSAPI left this number out and gave no reason.',
    },
    action: {
      pl: 'Sprawdź numer w kartotece oraz czarną listę i rezygnacje w panelu SMSAPI.',
      en: 'Check the number in the directory and the blacklist and opt-outs in the SMSAPI panel.',
    },
  },
  smsapi_address_wrong: {
    sentence: {
      pl: 'Pod adresem bramki nie ma SMSAPI.',
      en: 'There is no SMSAPI at the address of the gateway.',
    },
    action: {
      pl: 'Sprawdź adres bramki w konfiguracji wysyłki.',
      en: 'Check the address of the gateway in the settings.',
    },
  },
  smsapi_request_rejected: {
    sentence: { pl: 'SMSAPI uznało żądanie za niepoprawne.', en: 'SMSAPI found the request invalid.' },
    action: {
      pl: 'Zgłoś to administratorowi Gońca wraz z czasem zdarzenia.',
      en: "Tell Goniec's administrator, with the time of the event.",
    },
  },
  smsapi_request_too_large: {
    sentence: { pl: 'Paczka jest za duża dla bramki.', en: 'The batch is too large for the gateway.' },
    action: {
      pl: 'Zmniejsz wielkość paczki w konfiguracji wysyłki.',
      en: 'Lower the batch size in the settings.',
    },
  },
} as const satisfies Readonly<Record<string, Spoken>>;

/** Delivery statuses (dossier, section 5), our code is `delivery_<number>`; null where the state says it all. */
export const deliveryCodes: ReadonlyMap<number, Spoken | null> = new Map<number, Spoken | null>([
  [403, null],
  [404, null],
  [409, null],
  [410, null],
  [
    401,
    {
      sentence: {
        pl: 'SMSAPI nie ma już raportu dla tej wiadomości.',
        en: 'SMSAPI has no report on this message any more.',
      },
      action: null,
    },
  ],
  [
    402,
    {
      sentence: {
        pl: 'Telefon odbiorcy był niedostępny aż do upływu ważności wiadomości.',
        en: "The recipient's phone could not be reached until the message expired.",
      },
      action: {
        pl: 'Możesz wysłać ponownie w nowej wysyłce, o innej porze.',
        en: 'You may send again in a new campaign, at another time.',
      },
    },
  ],
  [
    405,
    {
      sentence: {
        pl: 'Nie udało się doręczyć: zły lub wyłączony z sieci numer albo brak roamingu.',
        en: 'It could not be delivered: the number is wrong, no longer in use, or has no roaming.',
      },
      action: { pl: 'Sprawdź numer u kontrahenta.', en: 'Check the number with the contractor.' },
    },
  ],
  [
    406,
    {
      sentence: { pl: 'Wysyłka nie powiodła się po stronie bramki.', en: 'Sending failed inside the gateway.' },
      action: {
        pl: 'Zgłoś to pomocy SMSAPI, podając identyfikator wiadomości.',
        en: 'Report it to SMSAPI support with the id of the message.',
      },
    },
  ],
  [
    407,
    {
      sentence: { pl: 'Operator odrzucił wiadomość.', en: 'The operator rejected the message.' },
      action: {
        pl: 'Sprawdź treść i linki: operatorzy mają obowiązek blokować SMS-y podobne do oszustw.',
        en: 'Check text and links: operators must block messages that look like fraud.',
      },
    },
  ],
  [408, { sentence: { pl: 'Operator nie podał raportu.', en: 'The operator gave no report.' }, action: null }],
  [
    411,
    {
      sentence: {
        pl: 'Telefon jest chwilowo niedostępny, trwają dalsze próby.',
        en: 'The phone cannot be reached at the moment, further attempts are being made.',
      },
      action: null,
    },
  ],
  [
    412,
    {
      sentence: {
        pl: 'Wiadomość zatrzymano w panelu SMSAPI.',
        en: 'The message was stopped in the SMSAPI panel.',
      },
      action: null,
    },
  ],
]);
