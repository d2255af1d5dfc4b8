import type { HoldReason } from './epoch.ts';
import type { Reason } from './reason.ts';

const confirm = {
  pl: 'Upewnij się, że żadna inna kopia tej bazy nie wysyła, i potwierdź: „npx goniec instance confirm-restore”.',
  en: 'Make sure that no other copy of this database sends, then confirm: `npx goniec instance confirm-restore`.',
};

const sentences: Readonly<Record<HoldReason, Reason['sentence']>> = {
  database_older_than_file: {
    pl: 'Baza jest starsza niż ostatnia praca tego serwera: przywrócono ją z kopii.',
    en: 'The database is older than this server: it was restored from a backup.',
  },
  file_older_than_database: {
    pl: 'Z tą bazą pracował w międzyczasie inny serwer.',
    en: 'Another server has worked with this database in the meantime.',
  },
  no_file: {
    pl: 'Ta baza pochodzi z innego serwera albo zginął jej plik epoki.',
    en: 'This database comes from another server, or its epoch file is lost.',
  },
  file_damaged: { pl: 'Plik epoki jest uszkodzony.', en: 'The epoch file is damaged.' },
  other_installation: {
    pl: 'Baza należy do innej instalacji niż folder danych.',
    en: 'The database belongs to another installation than the state folder.',
  },
  other_server: {
    pl: 'Bazę i folder danych przeniesiono lub skopiowano na inny komputer: klucz serwera jest inny.',
    en: 'Database and state folder were moved or copied to another computer: the key of the server is another.',
  },
};

/** Why sending is held, and what lets it go on. */
export function holdReason(code: string): Reason {
  const sentence = isHold(code) ? sentences[code] : { pl: 'Wysyłanie jest zatrzymane.', en: 'Sending is held.' };
  return { code, sentence, action: confirm };
}

const isHold = (code: string): code is HoldReason => Object.hasOwn(sentences, code);
