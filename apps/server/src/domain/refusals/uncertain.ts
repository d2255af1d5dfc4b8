import type { RefusalTable } from '../reason.ts';

/** Refusals of decisions about messages of which nobody knows whether the gateway took them. */
export const uncertainRefusals = {
  risk_not_confirmed: {
    kind: 'invalid',
    sentence: {
      pl: 'Bramka mogła już przyjąć tę wiadomość. Wysłana ponownie, może przyjść do odbiorcy dwa razy i dwa razy kosztować. Nic nie wysłano.',
      en: 'The gateway may have taken this message already. Sent again, it may reach the recipient twice and cost twice. Nothing was sent.',
    },
    action: {
      pl: 'Jeśli się na to godzisz, powtórz żądanie z "confirm": "may_be_sent_twice".',
      en: 'If you accept that, repeat the request with "confirm": "may_be_sent_twice".',
    },
  },
  uncertain_still_settling: {
    kind: 'conflict',
    sentence: {
      pl: 'Bramka może jeszcze sama powiedzieć, czy przyjęła tę wiadomość, więc nie wolno wysłać jej drugi raz.',
      en: 'The gateway may still tell whether it took this message, so it must not be sent a second time.',
    },
    action: {
      pl: 'Poczekaj do podanej godziny (settlesUntil). Wstrzymaną wysyłkę wznów, żeby program mógł zapytać.',
      en: 'Wait until the given time (settlesUntil). Resume a paused campaign, so that the program can ask.',
    },
  },
  message_not_uncertain: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta wiadomość nie jest już niepewna: wyjaśniła się albo ktoś o niej zdecydował.',
      en: 'This message is not uncertain any more: it was settled, or somebody has decided.',
    },
    action: { pl: 'Jej stan pokazuje log wykonania wysyłki.', en: 'The log of its campaign shows its state.' },
  },
  nothing_decided: {
    kind: 'conflict',
    sentence: {
      pl: 'O żadnej z tych wiadomości nie można tak zdecydować.',
      en: 'None of these messages can be decided like that.',
    },
    action: { pl: 'Powody są w „reasons”.', en: 'The reasons are in "reasons".' },
  },
} as const satisfies RefusalTable;
