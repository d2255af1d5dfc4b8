import type { RefusalTable } from '../reason.ts';

export const importRefusals = {
  import_file_missing: {
    kind: 'invalid',
    sentence: { pl: 'Nie przesłano pliku.', en: 'No file was sent.' },
    action: { pl: 'Wybierz plik CSV z kontrahentami.', en: 'Choose a CSV file of contractors.' },
  },
  import_file_empty: {
    kind: 'invalid',
    sentence: { pl: 'Plik nie zawiera żadnych wierszy z danymi.', en: 'The file has no rows of data.' },
    action: {
      pl: 'Sprawdź, czy wybrano właściwy plik i czy eksport się powiódł.',
      en: 'Check that it is the right file and that the export worked.',
    },
  },
  import_not_csv: {
    kind: 'invalid',
    sentence: {
      pl: 'To nie jest plik CSV, tylko arkusz lub inny plik binarny.',
      en: 'This is not a CSV file but a spreadsheet or another binary file.',
    },
    action: {
      pl: 'W arkuszu wybierz „Zapisz jako” i format CSV (rozdzielany średnikami).',
      en: 'Save it from the spreadsheet as CSV.',
    },
  },
  import_columns_unknown: {
    kind: 'invalid',
    sentence: {
      pl: 'W pliku nie rozpoznano kolumny z nazwą kontrahenta.',
      en: 'No column with the name of the contractor was recognised.',
    },
    action: {
      pl: 'Sprawdź kodowanie i separator, a nagłówek nazwij np. „Nazwa”, „NIP”, „Telefon komórkowy”, „Zgoda SMS”.',
      en: 'Check encoding and delimiter, and call the columns e.g. "Nazwa", "NIP", "Telefon komórkowy", "Zgoda SMS".',
    },
  },
  import_already_applied: {
    kind: 'conflict',
    sentence: {
      pl: 'Ten import został już zapisany w kartotece.',
      en: 'This import was already written into the directory.',
    },
    action: { pl: 'Aby wczytać nowe dane, prześlij plik ponownie.', en: 'Send the file again to import new data.' },
  },
  import_not_applied: {
    kind: 'conflict',
    sentence: {
      pl: 'Ten import nie został zapisany w kartotece, więc nie ma czego cofać.',
      en: 'This import was not written into the directory: there is nothing to undo.',
    },
    action: null,
  },
  import_already_undone: {
    kind: 'conflict',
    sentence: { pl: 'Ten import został cofnięty.', en: 'This import was undone.' },
    action: {
      pl: 'Aby wczytać te dane jeszcze raz, prześlij plik ponownie.',
      en: 'To import its data once more, send the file again.',
    },
  },
  import_not_undoable: {
    kind: 'conflict',
    sentence: {
      pl: 'Tego importu nie da się cofnąć: niczego nie zmienił albo zapisała go starsza wersja programu.',
      en: 'This import cannot be undone: it changed nothing, or an older version of the program wrote it.',
    },
    action: { pl: 'Popraw dane w kartotece ręcznie.', en: 'Correct the directory by hand.' },
  },
} as const satisfies RefusalTable;
