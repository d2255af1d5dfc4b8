import type { RowFault } from './import-row-fault.ts';

/**
 * How much a remark weighs: `note` to know, `warning` to check, `rejected_value` when something written in the cell was
 * left out, `rejected_row` when nothing of the row was taken.
 */
export type RemarkSeverity = 'note' | 'warning' | 'rejected_value' | 'rejected_row';

export type RowRemark = {
  /** Stable, snake_case. */
  readonly code: string;
  readonly severity: RemarkSeverity;
  /** Header of the column, null when the remark is about the whole row. */
  readonly column: string | null;
  /** The cell as it stood in the file. */
  readonly value: string;
  readonly pl: string;
  readonly en: string;
};

/** A cell and where it comes from. */
export type SourceCell = { readonly column: string | null; readonly raw: string };

export type Sentence = { readonly severity: RemarkSeverity; readonly pl: string; readonly en: string };

const SENTENCES = {
  no_name: {
    severity: 'rejected_row',
    pl: 'Wiersz nie zawiera nazwy kontrahenta ani nazwiska osoby, więc nie wiadomo, kogo dotyczy. Uzupełnij nazwę w pliku i wczytaj wiersz ponownie.',
    en: 'The row has neither a contractor’s name nor a person’s, so nobody knows whom it is about. Fill in the name in the file and import the row again.',
  },
  no_name_column: {
    severity: 'rejected_row',
    pl: 'Nie wiadomo, w której kolumnie pliku jest nazwa kontrahenta. Wskaż ją, sprawdź kodowanie i separator albo nazwij tę kolumnę w pliku „Nazwa”.',
    en: 'It is not known which column of the file is the name of the contractor. Choose it, check encoding and delimiter, or call that column “Nazwa” in the file.',
  },
  name_from_person: {
    severity: 'warning',
    pl: 'Brak nazwy kontrahenta, dlatego przyjęto imię i nazwisko osoby. Sprawdź, czy to osoba prywatna.',
    en: 'There is no contractor’s name, so the person’s name was taken. Check whether this is a private person.',
  },
  lost_letters: {
    severity: 'warning',
    pl: 'Część liter jest nieczytelna (znak �). Wybierz inne kodowanie pliku albo popraw komórkę po imporcie.',
    en: 'Some letters are unreadable (the mark �). Choose another encoding of the file, or correct the cell after the import.',
  },
  code_damaged: {
    severity: 'rejected_value',
    pl: 'Arkusz kalkulacyjny zaokrąglił kod kontrahenta i nie da się go odtworzyć, dlatego kod pominięto. Wyeksportuj plik ponownie z tą kolumną w formacie tekstowym.',
    en: 'A spreadsheet has rounded the contractor’s code and it cannot be restored, so the code was left out. Export the file again with this column as text.',
  },
  nip_damaged: {
    severity: 'rejected_value',
    pl: 'Arkusz kalkulacyjny zaokrąglił NIP i nie da się go odtworzyć, dlatego NIP pominięto. Wyeksportuj plik ponownie z tą kolumną w formacie tekstowym.',
    en: 'A spreadsheet has rounded the NIP and it cannot be restored, so it was left out. Export the file again with this column as text.',
  },
  nip_not_digits: {
    severity: 'warning',
    pl: 'NIP składa się z 10 cyfr, a w tej komórce są inne znaki. Sprawdź NIP kontrahenta.',
    en: 'A NIP consists of 10 digits, and this cell holds other characters. Check the contractor’s NIP.',
  },
  nip_too_few_digits: {
    severity: 'warning',
    pl: 'NIP ma mniej niż 10 cyfr. Sprawdź, której brakuje.',
    en: 'The NIP has fewer than 10 digits. Check which one is missing.',
  },
  nip_too_many_digits: {
    severity: 'warning',
    pl: 'NIP ma więcej niż 10 cyfr. Sprawdź, która jest zbędna.',
    en: 'The NIP has more than 10 digits. Check which one is too many.',
  },
  nip_repeated_digit: {
    severity: 'warning',
    pl: 'NIP składa się z jednej powtórzonej cyfry, a takiego numeru nikt nie ma. Sprawdź NIP kontrahenta.',
    en: 'The NIP is one digit repeated, and nobody has such a number. Check the contractor’s NIP.',
  },
  nip_check_digit: {
    severity: 'warning',
    pl: 'Cyfra kontrolna NIP-u się nie zgadza, więc któraś cyfra jest błędna. Sprawdź NIP kontrahenta.',
    en: 'The check digit of the NIP does not agree, so one of its digits is wrong. Check the contractor’s NIP.',
  },
  postal_code_unclear: {
    severity: 'warning',
    pl: 'To nie wygląda na polski kod pocztowy (00-000); zapisano tak, jak jest w pliku. Sprawdź kod.',
    en: 'This does not look like a Polish postal code (00-000); it is kept as it stands in the file. Check the code.',
  },
  email_invalid: {
    severity: 'rejected_value',
    pl: 'To nie jest poprawny adres e-mail, dlatego go pominięto. Popraw adres w pliku albo dopisz go po imporcie.',
    en: 'This is not a valid e-mail address, so it was left out. Correct it in the file or add it after the import.',
  },
  email_others: {
    severity: 'rejected_value',
    pl: 'Kontakt ma jeden adres e-mail: zapisano pierwszy, pozostałe pominięto. Dopisz je po imporcie, jeśli są potrzebne.',
    en: 'A contact has one e-mail address: the first was kept, the others were left out. Add them after the import if they are needed.',
  },
  email_moved: {
    severity: 'warning',
    pl: 'W kolumnie z telefonem stoi adres e-mail; zapisano go jako e-mail kontaktu. Sprawdź, gdzie jest numer telefonu.',
    en: 'An e-mail address stands in the phone column; it was kept as the contact’s e-mail. Check where the phone number is.',
  },
  several_mobiles: {
    severity: 'note',
    pl: 'W wierszu jest kilka numerów komórkowych: pierwszy jest głównym kontaktem, pozostałe zapisano jako osobne kontakty.',
    en: 'The row has several mobile numbers: the first is the primary contact, the others were kept as contacts of their own.',
  },
  consent_first_number_only: {
    severity: 'note',
    pl: 'W wierszu jest kilka numerów komórkowych, a jedna zgoda: przypisano ją tylko do pierwszego numeru.',
    en: 'The row has several mobile numbers and one consent: it was given to the first number only.',
  },
  consent_without_mobile: {
    severity: 'warning',
    pl: 'Jest zgoda na SMS-y, ale w wierszu nie ma poprawnego numeru komórkowego, więc zgody nie zapisano. Uzupełnij numer i wczytaj wiersz ponownie.',
    en: 'There is a consent to SMS, but the row has no valid mobile number, so it was not recorded. Add the number and import the row again.',
  },
  consent_without_date: {
    severity: 'warning',
    pl: 'Zgoda nie ma daty. Zostanie zapisana, ale nie przeważy nad żadnym wycofaniem; ustal, kiedy jej udzielono.',
    en: 'The consent has no date. It will be recorded but will not outweigh any withdrawal; find out when it was given.',
  },
  consent_unclear: {
    severity: 'rejected_value',
    pl: 'Nie wiadomo, czy to zgoda, dlatego jej nie zapisano. Wpisz TAK albo NIE i wczytaj wiersz ponownie.',
    en: 'It is not clear whether this is a consent, so none was recorded. Write TAK or NIE and import the row again.',
  },
  consent_date_unreadable: {
    severity: 'rejected_value',
    pl: 'Nie udało się odczytać daty zgody, dlatego ją pominięto. Zapisz ją jako dd.mm.rrrr albo rrrr-mm-dd.',
    en: 'The date of the consent could not be read and was left out. Write it as dd.mm.yyyy or yyyy-mm-dd.',
  },
  consent_date_short_year: {
    severity: 'rejected_value',
    pl: 'Rok w dacie zgody ma dwie cyfry, a daty zgody nie wolno zgadywać, dlatego ją pominięto. Zapisz rok czterema cyframi.',
    en: 'The year in the date of the consent has two digits, and such a date must not be guessed, so it was left out. Write the year with four digits.',
  },
  consent_date_alone: {
    severity: 'warning',
    pl: 'Jest data zgody, ale komórka zgody jest pusta, więc zgody nie zapisano. Wpisz TAK albo NIE i wczytaj wiersz ponownie.',
    en: 'There is a date of consent but the consent cell is empty, so none was recorded. Write TAK or NIE and import the row again.',
  },
  consent_before_pke: {
    severity: 'note',
    pl: 'Zgoda jest sprzed 10.11.2024 (wejście w życie Prawa komunikacji elektronicznej). Jest ważna, jeżeli udzielono jej w sposób zgodny z nowymi warunkami; sprawdź to.',
    en: 'The consent is older than 2024-11-10, when the Electronic Communications Law came into force. It is valid if it was given in a way that meets the new conditions; check it.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type RemarkCode = keyof typeof SENTENCES;

/** A remark about a cell in the sentences of its code. */
export function remark(code: RemarkCode, cell: SourceCell): RowRemark {
  return remarkOf(code, SENTENCES[code], cell);
}

export function remarkOf(code: string, { severity, pl, en }: Sentence, { column, raw }: SourceCell): RowRemark {
  return { code, severity, column, value: raw, pl, en };
}

/** The remark on a line that could not be cut into cells; its value is the line as far as it was understood. */
export function remarkOnFault(fault: RowFault, cells: readonly string[]): RowRemark {
  return remarkOf(fault.code, sentenceOfFault(fault), { column: null, raw: cells.join(' | ') });
}

function sentenceOfFault(fault: RowFault): Sentence {
  const severity = 'rejected_row';
  if (fault.code === 'unclosed_quote') {
    return {
      severity,
      pl: 'W wierszu otwarto cudzysłów, którego nie zamknięto, więc nie wiadomo, gdzie kończy się komórka. Popraw wiersz w pliku i wczytaj go ponownie.',
      en: 'The row opens a quotation mark and never closes it, so nobody knows where the cell ends. Correct the row in the file and import it again.',
    };
  }
  if (fault.code === 'too_few_cells') {
    return {
      severity,
      pl: `Wiersz ma za mało komórek (${fault.found} zamiast ${fault.expected}), więc nie wiadomo, która wartość gdzie należy. Sprawdź, czy nie brakuje separatora albo czy wiersz nie jest przełamany.`,
      en: `The row has too few cells (${fault.found} instead of ${fault.expected}), so nobody knows which value belongs where. Check for a missing delimiter or a broken line.`,
    };
  }
  return {
    severity,
    pl: `Wiersz ma za dużo komórek (${fault.found} zamiast ${fault.expected}), więc nie wiadomo, która wartość gdzie należy. Komórkę zawierającą separator ujmij w cudzysłów.`,
    en: `The row has too many cells (${fault.found} instead of ${fault.expected}), so nobody knows which value belongs where. Put a cell that contains the delimiter in quotation marks.`,
  };
}
