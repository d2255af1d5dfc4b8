import type { RefusalTable } from '../reason.ts';

/** Refusals about texts that people sent to the company. */
export const inboundRefusals = {
  inbound_handled: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta odpowiedź nie czeka już na przeczytanie.',
      en: 'This reply does not wait to be read any more.',
    },
    action: null,
  },
  inbound_withdrawn: {
    kind: 'conflict',
    sentence: {
      pl: 'Ta odpowiedź jest już w rejestrze zgód jako wycofanie.',
      en: 'This reply is in the ledger of consents already, as a withdrawal.',
    },
    action: {
      pl: 'Rejestr zgód numeru pokazuje kartoteka kontrahenta.',
      en: "The contractor's panel shows the ledger of the number.",
    },
  },
  inbound_without_number: {
    kind: 'conflict',
    sentence: {
      pl: 'Nadawca tej odpowiedzi nie jest numerem telefonu, więc nie wiadomo, czyją zgodę wycofać.',
      en: 'The sender of this reply is no phone number, so nobody knows whose consent is meant.',
    },
    action: {
      pl: 'Jeśli wiesz, kto to napisał, zapisz wycofanie zgody w kartotece kontrahenta.',
      en: "If you know who wrote it, record the withdrawal in the contractor's panel.",
    },
  },
} as const satisfies RefusalTable;
