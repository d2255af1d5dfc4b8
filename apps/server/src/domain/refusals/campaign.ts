import type { RefusalTable } from '../reason.ts';

export const campaignRefusals = {
  campaign_not_draft: {
    kind: 'conflict',
    sentence: {
      pl: 'Wysyłka jest już zamrożona i nie można jej zmieniać.',
      en: 'The campaign is frozen and cannot be changed.',
    },
    action: { pl: 'Utwórz nową wysyłkę.', en: 'Create a new campaign.' },
  },
  campaign_finished: {
    kind: 'conflict',
    sentence: { pl: 'Wysyłka jest zakończona.', en: 'The campaign is finished.' },
    action: { pl: 'Utwórz nową wysyłkę.', en: 'Create a new campaign.' },
  },
  campaign_cancelled: {
    kind: 'conflict',
    sentence: { pl: 'Wysyłka została anulowana.', en: 'The campaign was cancelled.' },
    action: { pl: 'Utwórz nową wysyłkę.', en: 'Create a new campaign.' },
  },
  campaign_already_sending: {
    kind: 'conflict',
    sentence: { pl: 'Wysyłka już trwa.', en: 'The campaign is being sent already.' },
    action: { pl: 'Postęp widać w logu wykonania wysyłki.', en: 'Its log shows the progress.' },
  },
  campaign_paused: {
    kind: 'conflict',
    sentence: { pl: 'Wysyłka jest wstrzymana.', en: 'The campaign is paused.' },
    action: { pl: 'Użyj „Wznów”.', en: 'Use Resume.' },
  },
  campaign_not_sending: {
    kind: 'conflict',
    sentence: {
      pl: 'Wstrzymać można tylko trwającą wysyłkę.',
      en: 'Only a campaign that is being sent can be paused.',
    },
    action: null,
  },
  campaign_not_paused: {
    kind: 'conflict',
    sentence: { pl: 'Wznowić można tylko wstrzymaną wysyłkę.', en: 'Only a paused campaign can be resumed.' },
    action: null,
  },
  campaign_without_text: {
    kind: 'invalid',
    sentence: { pl: 'Wysyłka nie ma treści.', en: 'The campaign has no text.' },
    action: { pl: 'Wpisz treść SMS-a.', en: 'Write the text of the SMS.' },
  },
  campaign_without_recipients: {
    kind: 'invalid',
    sentence: { pl: 'Wysyłka nie ma odbiorców.', en: 'The campaign has no recipients.' },
    action: { pl: 'Dodaj kontakty na liście odbiorców.', en: 'Pick contacts for it.' },
  },
  nobody_left: {
    kind: 'invalid',
    sentence: {
      pl: 'Żaden z wybranych odbiorców nie może dostać tego SMS-a.',
      en: 'None of the picked recipients may get this SMS.',
    },
    action: {
      pl: 'Sprawdź zgody i numery: powody podaje wycena wysyłki.',
      en: 'Check consents and numbers: the quote of the campaign gives the reasons.',
    },
  },
  campaign_changed_meanwhile: {
    kind: 'conflict',
    sentence: {
      pl: 'Ktoś inny zmienił tę wysyłkę w międzyczasie.',
      en: 'Somebody else changed this campaign in the meantime.',
    },
    action: { pl: 'Wczytaj ją ponownie i powtórz zmianę.', en: 'Read it again and repeat your change.' },
  },
  text_too_long: {
    kind: 'invalid',
    sentence: {
      pl: 'Treść jest za długa: limit to 1120 znaków, a 490, gdy jest w niej choć jeden polski lub inny znak specjalny.',
      en: 'The text is too long: the limit is 1120 units, 490 as soon as one character needs Unicode.',
    },
    action: { pl: 'Skróć treść albo włącz „Bez polskich”.', en: 'Shorten it, or switch on "without Polish letters".' },
  },
  too_many_parts: {
    kind: 'invalid',
    sentence: {
      pl: 'Treść ma więcej części, niż pozwala konto w bramce.',
      en: 'The text has more parts than the gateway account allows.',
    },
    action: {
      pl: 'Skróć treść albo podnieś limit części w ustawieniach konta SMSAPI i w Konfiguracji firmy.',
      en: 'Shorten it, or raise the limit of parts in the SMSAPI account and in the settings.',
    },
  },
  quote_changed: {
    kind: 'conflict',
    sentence: {
      pl: 'Liczba SMS-ów lub cena zmieniła się od wyświetlenia. Nic nie wysłano.',
      en: 'The number of messages or the price has changed since it was shown. Nothing was sent.',
    },
    action: { pl: 'Sprawdź nową wycenę i wyślij ponownie.', en: 'Look at the new quote and send again.' },
  },
  sending_barred: {
    kind: 'conflict',
    sentence: { pl: 'Nie można teraz wysłać.', en: 'It cannot be sent now.' },
    action: { pl: 'Usuń wszystkie przeszkody wymienione w „reasons”.', en: 'Remove everything listed in "reasons".' },
  },
  nothing_unsent: {
    kind: 'conflict',
    sentence: {
      pl: 'Wszystkie wiadomości przekazano już bramce; wysyłka czeka tylko na raporty doręczenia.',
      en: 'The gateway has got all messages; the campaign only waits for delivery reports.',
    },
    action: null,
  },
  nothing_awaited: {
    kind: 'conflict',
    sentence: {
      pl: 'Żadna wiadomość nie czeka na raport doręczenia.',
      en: 'No message is waiting for a delivery report.',
    },
    action: null,
  },
} as const satisfies RefusalTable;
