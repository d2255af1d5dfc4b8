import type { RefusalTable } from '../reason.ts';

export const importRefusals = {
  import_file_missing: {
    kind: 'invalid',
    sentence: { pl: 'Nie przesłano pliku.', en: 'No file was sent.' },
    action: {
      pl: 'Wybierz plik Excela (.xlsx) albo CSV z kontrahentami.',
      en: 'Choose an Excel (.xlsx) or CSV file of contractors.',
    },
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
      pl: 'To nie jest ani plik CSV, ani skoroszyt Excela (.xlsx).',
      en: 'This is neither a CSV file nor an Excel workbook (.xlsx).',
    },
    action: {
      pl: 'W programie, z którego pochodzą dane, wybierz eksport do Excela (.xlsx) albo CSV.',
      en: 'Export the data from their program to Excel (.xlsx) or CSV.',
    },
  },
  import_old_workbook: {
    kind: 'invalid',
    sentence: {
      pl: 'To stary plik Excela (.xls) albo skoroszyt z hasłem; takich nie da się wczytać.',
      en: 'This is an old Excel file (.xls) or a workbook with a password; neither can be read.',
    },
    action: {
      pl: 'Otwórz go w arkuszu i wybierz „Zapisz jako”: skoroszyt .xlsx bez hasła albo CSV.',
      en: 'Open it in a spreadsheet and save it as .xlsx without a password, or as CSV.',
    },
  },
  import_workbook_unreadable: {
    kind: 'invalid',
    sentence: {
      pl: 'Tego pliku nie da się odczytać jako skoroszytu Excela: jest uszkodzony albo to coś innego.',
      en: 'This file cannot be read as an Excel workbook: it is damaged, or something else.',
    },
    action: {
      pl: 'Otwórz go w arkuszu i zapisz jeszcze raz jako .xlsx albo CSV.',
      en: 'Open it in a spreadsheet and save it once more as .xlsx or CSV.',
    },
  },
  import_workbook_too_large: {
    kind: 'invalid',
    sentence: {
      pl: 'Ten skoroszyt po rozpakowaniu jest za duży.',
      en: 'This workbook is too large once it is unpacked.',
    },
    action: {
      pl: 'Zostaw w nim sam arkusz z kontrahentami, bez pustych sformatowanych wierszy, albo podziel go na części.',
      en: 'Keep only the sheet of contractors, without formatted empty rows, or split it.',
    },
  },
  import_sheet_empty: {
    kind: 'invalid',
    sentence: {
      pl: 'W skoroszycie nie ma arkusza z danymi.',
      en: 'The workbook has no sheet with data.',
    },
    action: {
      pl: 'Sprawdź, czy wybrano właściwy plik i arkusz. Pierwszy wiersz powinien zawierać nazwy kolumn.',
      en: 'Check that it is the right file and sheet. The first row should hold the names of the columns.',
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
