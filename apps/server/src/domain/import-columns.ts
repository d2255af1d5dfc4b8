import { type Guess, guessColumn, mostly } from './import-columns-guess.ts';
import type { ImportField } from './import-columns-spellings.ts';
import { readText } from './import-values.ts';

export type { ImportField } from './import-columns-spellings.ts';

export type ImportColumn = {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField;
  /** What the user should know about this column before importing. */
  readonly hint?: ColumnHint;
};

export type ColumnHint = {
  readonly code: 'consent_not_for_sms' | 'running_number' | 'fax_not_imported';
  readonly pl: string;
  readonly en: string;
};

type Candidate = Guess & { readonly index: number; readonly header: string };

/** Fields that exactly one column may fill. */
const SINGLE = [
  'code',
  'shortName',
  'nip',
  'nipCountry',
  'street',
  'houseNumber',
  'flatNumber',
  'postalCode',
  'city',
  'country',
  'contactName',
  'firstName',
  'lastName',
  'role',
  'smsConsent',
  'consentDate',
] as const satisfies readonly ImportField[];

/**
 * Says what each column of a file is, by its header and, where a header is ambiguous, by the first rows. It is a proposal:
 * the user may change every column. Of two columns for one field the better spelling wins, then the first one.
 */
export function recogniseColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly ImportColumn[] {
  const cellsOf = (index: number): string[] => sample.map((row) => row[index] ?? '');
  const guesses = header.map((text, index) => ({ ...guessColumn(text, cellsOf(index)), index, header: text.trim() }));
  const settled = settlePostalCode(settleNames(guesses), cellsOf);
  return withOneEach(settled).map(toColumn);
}

/**
 * Puts what the user chose in the place of what was recognised; null leaves a column as it is. Of a field that only one column
 * may fill the chosen column keeps it, of several the first, and the others are left out.
 */
export function chooseColumns(
  recognised: readonly ImportColumn[],
  chosen: readonly (ImportField | null)[],
): readonly ImportColumn[] {
  const holder = (field: ImportField): number => {
    const byUser = chosen.indexOf(field);
    return byUser === -1 ? recognised.findIndex((column) => column.field === field) : byUser;
  };
  const isSingle = (field: ImportField): boolean => SINGLE.some((single) => single === field);
  return recognised.map((column, index) => {
    const field = chosen[index] ?? column.field;
    if (isSingle(field) && holder(field) !== index) return { index, header: column.header, field: 'ignore' };
    return field === column.field ? column : { index, header: column.header, field };
  });
}

/** Nazwa1 Nazwa2 Nazwa3 are one name; beside a full name a plain Nazwa is the short one, and beside a code so is Skrót. */
function settleNames(columns: readonly Candidate[]): Candidate[] {
  const names = columns.filter(({ field }) => field === 'name');
  const best = names.toSorted((a, b) => a.rank - b.rank)[0];
  const isSplit = /^nazwa1?$/.test(best?.key ?? '') && names.some(({ key }) => /^nazwa[2-9]$/.test(key));
  const hasCode = columns.some(({ key, field }) => field === 'code' && key !== 'skrot');
  return columns.map((column) => {
    if (column.key === 'skrot' && hasCode) return { ...column, field: 'shortName', rank: 90 };
    if (column.field !== 'name' || column === best) return column;
    if (isSplit && /^nazwa[2-9]$/.test(column.key)) return column;
    return column.key === 'nazwa' ? { ...column, field: 'shortName', rank: 91 } : { ...column, field: 'ignore' };
  });
}

/** A "Kod" of bare digits, or empty, beside another code and without a postal code is the postal code of a number cell. */
function settlePostalCode(columns: readonly Candidate[], cellsOf: (index: number) => readonly string[]): Candidate[] {
  const hasOtherCode = columns.some(({ key, field }) => field === 'code' && key !== 'kod');
  const hasPostalCode = columns.some(({ field }) => field === 'postalCode');
  if (!hasOtherCode || hasPostalCode) return [...columns];
  return columns.map((column) => {
    if (column.key !== 'kod') return column;
    const values = cellsOf(column.index)
      .map(readText)
      .filter((text) => text !== null);
    return values.length === 0 || mostly(values, /^\d{3,5}$/) ? { ...column, field: 'postalCode' } : column;
  });
}

function withOneEach(columns: readonly Candidate[]): Candidate[] {
  const winners = new Set(
    SINGLE.flatMap((field) =>
      columns
        .filter((column) => column.field === field)
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, 1),
    ),
  );
  const isSingle = (field: ImportField): boolean => SINGLE.some((single) => single === field);
  return columns.map((column) => {
    if (!isSingle(column.field) || winners.has(column)) return column;
    return { ...column, field: column.field === 'smsConsent' ? 'otherConsent' : 'ignore' };
  });
}

function toColumn({ index, header, field, key }: Candidate): ImportColumn {
  const hint = hintFor(field, key);
  return { index, header, field, ...(hint && { hint }) };
}

function hintFor(field: ImportField, key: string): ColumnHint | null {
  if (field === 'otherConsent') {
    return {
      code: 'consent_not_for_sms',
      pl: 'Ta zgoda nie wymienia SMS-ów, a zgoda na jeden kanał nie obejmuje pozostałych, dlatego kolumna zostanie pominięta. Jeżeli zgoda obejmuje SMS-y, wybierz dla tej kolumny „Zgoda SMS”.',
      en: 'This consent does not name SMS, and a consent for one channel does not cover the others, so the column will be skipped. If it does cover SMS, choose “SMS consent” for this column.',
    };
  }
  if (field === 'fax') {
    return {
      code: 'fax_not_imported',
      pl: 'Numery faksów nie są importowane, bo na faks nie można wysłać SMS-a. Jeżeli są tu telefony, wybierz dla tej kolumny „Telefon”.',
      en: 'Fax numbers are not imported, because a fax cannot receive SMS. If these are phones, choose “Phone” for this column.',
    };
  }
  if (key === 'lp') {
    return {
      code: 'running_number',
      pl: 'Liczba porządkowa bywa w każdym pliku inna, dlatego nie służy za kod kontrahenta i zostanie pominięta. Jeżeli to stały kod, wybierz dla tej kolumny „Kod”.',
      en: 'A running number differs from file to file, so it is not taken for the contractor’s code and will be skipped. If it is a lasting code, choose “Code” for this column.',
    };
  }
  return null;
}
