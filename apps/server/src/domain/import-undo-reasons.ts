import type { Reason } from './reason.ts';

/** Why something an import wrote stays when the import is undone. */
export const undoReasons = {
  changed_since: {
    sentence: { pl: 'Ktoś zmienił te dane po imporcie.', en: 'Somebody changed it after the import.' },
    action: { pl: 'Popraw je w karcie kontrahenta.', en: 'Correct it in the card of the contractor.' },
  },
  newer_import: {
    sentence: {
      pl: 'Tego samego kontrahenta wczytał też nowszy import.',
      en: 'A newer import has the same contractor.',
    },
    action: { pl: 'Cofnij najpierw nowszy import.', en: 'Undo the newer import first.' },
  },
  in_campaign: {
    sentence: {
      pl: 'Kontakt jest odbiorcą wysyłki albo dostał już SMS.',
      en: 'The contact is a recipient of a campaign or has got an SMS.',
    },
    action: null,
  },
  replied: {
    sentence: { pl: 'Kontrahent odpisał na SMS.', en: 'The contractor replied to an SMS.' },
    action: null,
  },
  consent_since: {
    sentence: {
      pl: 'Po imporcie zapisano zgodę albo jej wycofanie dla tego numeru.',
      en: 'A consent or its withdrawal was recorded for this number after the import.',
    },
    action: null,
  },
  contact_added: {
    sentence: { pl: 'Po imporcie dodano temu kontrahentowi kontakt.', en: 'A contact was added after the import.' },
    action: { pl: 'Jeśli karta jest zbędna, usuń ją ręcznie.', en: 'Delete the card by hand if it is not needed.' },
  },
  withdrawal_stays: {
    sentence: {
      pl: 'Zgoda wycofana przez import pozostaje wycofana: cofnięcie importu nie przywraca prawa do wysyłki.',
      en: 'A consent that the import withdrew stays withdrawn: undoing does not give a right to send back.',
    },
    action: {
      pl: 'Jeśli wycofanie było pomyłką, zapisz zgodę w karcie kontaktu wraz z jej dowodem.',
      en: 'If it was a mistake, record the consent at the contact, with its proof.',
    },
  },
  already_gone: {
    sentence: { pl: 'Ktoś już to usunął.', en: 'Somebody has deleted it already.' },
    action: null,
  },
} as const satisfies Record<string, Omit<Reason, 'code'>>;

export type UndoReasonCode = keyof typeof undoReasons;
