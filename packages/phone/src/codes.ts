/** What can be remarked about a number, or be wrong with a piece of a cell, and the sentence that tells the user. */

interface Sentence {
  readonly pl: string;
  readonly en: string;
}

/**
 * Remarks on numbers that were read. Only `guessed_foreign` needs a person's confirmation before anything is sent.
 *
 * @example
 * phoneNotes.trunk_zero_dropped.pl // 'Pominięto początkowe 0: …'
 */
export const phoneNotes = {
  trunk_zero_dropped: {
    pl: 'Pominięto początkowe 0: od 2009 roku nie wybiera się go przed numerem. Nie trzeba nic robić.',
    en: 'The leading 0 was dropped: it has not been dialled since 2009. Nothing needs to be done.',
  },
  guessed_foreign: {
    pl: 'Numer bez znaku + odczytano jako zagraniczny. Sprawdź kraj i potwierdź albo popraw numer.',
    en: 'A number without + was read as a foreign one. Check the country, then confirm or correct the number.',
  },
  several_numbers: {
    pl: 'W polu było kilka numerów. SMS pójdzie na pierwszy komórkowy; w razie potrzeby wybierz inny.',
    en: 'The field held several numbers. The first mobile one gets the SMS; choose another if needed.',
  },
  label_removed: {
    pl: 'Pominięto opis obok numeru. Sprawdź, czy numer należy do właściwej osoby.',
    en: 'A description beside the number was left out. Check that the number belongs to the right person.',
  },
  suspicious: {
    pl: 'Numer wygląda na zmyślony (powtarzające się lub kolejne cyfry). Sprawdź go u kontrahenta.',
    en: 'The number looks made up (repeated or consecutive digits). Check it with the contractor.',
  },
  cut_off_tail: {
    pl: 'Za numerem jest urwany początek następnego: pole w poprzednim programie było za krótkie. Uzupełnij drugi numer, jeśli jest potrzebny.',
    en: 'A cut-off beginning of another number follows: the field was too short in the former program. Add the second number if you need it.',
  },
  decimal_tail_removed: {
    pl: 'Pominięto końcówkę „,00” albo „.0”, którą dopisał arkusz kalkulacyjny. Nie trzeba nic robić.',
    en: 'The ending “,00” or “.0” written by a spreadsheet was left out. Nothing needs to be done.',
  },
  machine_to_machine: {
    pl: 'To numer urządzenia (M2M), a nie osoby. SMS nie zostanie na niego wysłany; podaj numer komórkowy osoby.',
    en: 'This number belongs to a machine (M2M), not to a person. No SMS will be sent to it; give a person’s mobile number.',
  },
  fax_label: {
    pl: 'Numer opisano jako faks. SMS nie zostanie na niego wysłany; jeśli to telefon, usuń opis.',
    en: 'The number is marked as a fax. No SMS will be sent to it; if it is a phone, remove the description.',
  },
} as const satisfies Record<string, Sentence>;

/**
 * Reasons why a piece of a cell is no usable number.
 *
 * @example
 * phoneFaults.digit_missing.pl // 'Za mało cyfr: …'
 */
export const phoneFaults = {
  letter_in_number: {
    pl: 'W numerze jest litera zamiast cyfry (np. O zamiast 0, l zamiast 1). Popraw numer.',
    en: 'The number holds a letter instead of a digit (e.g. O for 0, l for 1). Correct the number.',
  },
  digit_missing: {
    pl: 'Za mało cyfr: polski numer ma ich 9. Sprawdź numer i uzupełnij brakujące.',
    en: 'Too few digits: a Polish number has 9. Check the number and add the missing ones.',
  },
  digit_too_many: {
    pl: 'Za dużo cyfr: polski numer ma ich 9. Sprawdź numer i usuń zbędne.',
    en: 'Too many digits: a Polish number has 9. Check the number and remove the surplus.',
  },
  not_in_plan: {
    pl: 'Liczba cyfr się zgadza, ale takich numerów w tym kraju nie ma. Sprawdź pierwsze cyfry.',
    en: 'The count of digits is right, but the country has no such numbers. Check the first digits.',
  },
  damaged_by_spreadsheet: {
    pl: 'Arkusz kalkulacyjny zamienił numer na postać wykładniczą i zgubił cyfry. Zapisz plik ponownie z kolumną telefonów jako tekst.',
    en: 'A spreadsheet turned the number into scientific notation and lost digits. Save the file again with the phone column as text.',
  },
  email_in_phone: {
    pl: 'W kolumnie telefonu jest adres e-mail. Przenieś go do kolumny adresów i wpisz numer.',
    en: 'The phone column holds an e-mail address. Move it to the e-mail column and enter a number.',
  },
  short_code: {
    pl: 'To numer skrócony albo alarmowy, nie można wysłać na niego SMS-a. Podaj pełny, 9-cyfrowy numer.',
    en: 'This is a short or emergency number, no SMS can be sent to it. Give the full number of 9 digits.',
  },
  extension: {
    pl: 'To numer z wewnętrznym, czyli z centrali firmowej: SMS tam nie dotrze. Podaj numer komórkowy.',
    en: 'A number with an extension belongs to a switchboard: no SMS gets there. Give a mobile number.',
  },
  country_code_needed: {
    pl: 'Numer wygląda na zagraniczny, ale brakuje kodu kraju. Wpisz go z kodem, np. +44 7911 123456.',
    en: 'The number looks foreign but the country code is missing. Enter it with the code, e.g. +44 7911 123456.',
  },
  country_code_unknown: {
    pl: 'Nie ma kraju o takim kodzie. Sprawdź cyfry za znakiem + lub 00.',
    en: 'No country has this code. Check the digits behind + or 00.',
  },
  shorthand_second_number: {
    pl: 'Drugi numer zapisano skrótem (same ostatnie cyfry). Wpisz go w całości, jeśli jest potrzebny.',
    en: 'The second number is written in short (its last digits only). Enter it in full if you need it.',
  },
  not_a_number: {
    pl: 'W polu telefonu nie ma numeru. Wpisz numer albo zostaw pole puste.',
    en: 'The phone field holds no number. Enter a number or leave the field empty.',
  },
} as const satisfies Record<string, Sentence>;

export type PhoneNote = keyof typeof phoneNotes;
export type PhoneFaultCode = keyof typeof phoneFaults;
