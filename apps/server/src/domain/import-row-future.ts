import type { ImportedRow, RowRemark } from './import-row.ts';

type TakenRow = Extract<ImportedRow, { kind: 'row' }>;

/** A consent nobody can have given yet counts as one without a date, so that it never outlives a withdrawal. */
export function withoutFutureConsent(row: TakenRow, today: string): TakenRow {
  const future = row.contacts.find(({ consentAt }) => consentAt !== null && consentAt > today);
  if (!future) return row;
  const contacts = row.contacts.map((contact) =>
    contact.consentAt !== null && contact.consentAt > today ? { ...contact, consentAt: null } : contact,
  );
  return { ...row, contacts, warnings: [...row.warnings, futureConsent(future.consentAt ?? '')] };
}

const futureConsent = (date: string): RowRemark => ({
  code: 'consent_date_in_future',
  severity: 'rejected_value',
  column: null,
  value: date,
  pl: 'Data zgody jest w przyszłości, dlatego ją pominięto. Popraw datę w pliku i wczytaj wiersz ponownie.',
  en: 'The date of the consent is in the future, so it was left out. Correct the date in the file and import the row again.',
});
