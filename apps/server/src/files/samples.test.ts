import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recogniseColumns } from '../domain/import-columns.ts';
import { type ImportedRow, readImportRow, rejectBrokenRow } from '../domain/import-row.ts';
import { detectDelimiter, readCsv } from './csv.ts';
import { finish } from '../../test/support/finish.ts';
import { decodeFile, detectEncoding } from './decode.ts';

type ReadRow = ImportedRow & { readonly line: number };

/** The whole way of a file, from bytes to drafts, exactly as an import goes it. */
const readSample = (name: string) => {
  const bytes = readFileSync(new URL(`../../../../samples/${name}`, import.meta.url));
  const encoding = detectEncoding(bytes);
  const text = decodeFile(bytes, encoding);
  const delimiter = detectDelimiter(text);
  const table = finish(readCsv(text, { delimiter }));
  const columns = recogniseColumns(
    table.header,
    table.rows.slice(0, 100).map(({ cells }) => cells),
  );
  const rows = table.rows.map(({ line, cells, fault }): ReadRow => {
    return { line, ...(fault ? rejectBrokenRow(fault, cells) : readImportRow(cells, columns)) };
  });
  return { encoding, delimiter, headerLine: table.headerLine, columns, rows };
};

const tally = (values: readonly string[]): Record<string, number> => {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  return Object.fromEntries(counted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

const summarise = (rows: readonly ReadRow[]) => {
  const accepted = rows.flatMap((row) => (row.kind === 'row' ? [row] : []));
  const contacts = accepted.flatMap((row) => row.contacts);
  return {
    rows: rows.length,
    accepted: accepted.length,
    rejected: tally(rows.flatMap((row) => (row.kind === 'rejected' ? row.reasons.map(({ code }) => code) : []))),
    contacts: tally(contacts.map(({ phoneKind }) => phoneKind ?? 'none')),
    consents: tally(contacts.flatMap(({ smsConsent }) => (smsConsent === null ? [] : [smsConsent]))),
    validNips: accepted.filter(({ contractor }) => contractor.nipValid).length,
    warnings: tally(accepted.flatMap(({ warnings }) => warnings.map(({ code }) => code))),
  };
};

/** What the SMSAPI emulator does by the last three digits; every other number is delivered at once. */
const FATES = ['000', '001', '002', '003', '004', '005', '006', '007', '008', '009', '010'];
const UNDELIVERED = new Set(['000', '001', '002', '004', '005', '006', '010']);

/** The numbers a campaign would go to, in the order of the file, each once. */
const recipientsOf = (rows: readonly ReadRow[]): string[] => {
  const contacts = rows.flatMap((row) => (row.kind === 'row' ? row.contacts : []));
  return [
    ...new Set(contacts.flatMap(({ phone, smsConsent }) => (phone !== null && smsConsent === 'given' ? [phone] : []))),
  ];
};

/** How many values occur more than once. */
const repeated = (values: readonly (string | null)[]): number =>
  [...Map.groupBy(values, (value) => value)].filter(([value, all]) => value !== null && all.length > 1).length;

describe('samples/kontrahenci-wapro.csv', () => {
  const sample = readSample('kontrahenci-wapro.csv');

  it('is recognised as an export of WAPRO', () => {
    expect(sample).toMatchObject({ encoding: 'windows-1250', delimiter: ';', headerLine: 1 });
    expect(sample.columns.map(({ field }) => field).join(' ')).toBe(
      'code name shortName nip street postalCode city country phone mobile email contactName role group smsConsent consentDate',
    );
  });

  it('is read with every row accounted for', () => {
    expect(summarise(sample.rows)).toEqual({
      rows: 2000,
      accepted: 1986,
      rejected: { no_name: 6, too_few_cells: 2, too_many_cells: 3, unclosed_quote: 3 },
      contacts: { landline: 667, mobile: 1808, none: 127, other: 4 },
      consents: { given: 1346, refused: 168 },
      validNips: 1855,
      warnings: {
        code_damaged: 1,
        consent_before_pke: 156,
        consent_date_alone: 1,
        consent_date_short_year: 1,
        consent_date_unreadable: 1,
        consent_first_number_only: 17,
        consent_unclear: 1,
        consent_without_date: 75,
        consent_without_mobile: 145,
        email_invalid: 10,
        email_others: 2,
        name_from_person: 2,
        nip_check_digit: 77,
        nip_damaged: 1,
        nip_not_digits: 1,
        nip_repeated_digit: 1,
        nip_too_few_digits: 1,
        phone_country_code_needed: 2,
        phone_cut_off_tail: 4,
        phone_damaged_by_spreadsheet: 6,
        phone_decimal_tail_removed: 4,
        phone_digit_missing: 4,
        phone_digit_too_many: 3,
        phone_extension: 4,
        phone_guessed_foreign: 4,
        phone_label_removed: 10,
        phone_letter_in_number: 6,
        phone_several_numbers: 1,
        phone_short_code: 6,
        phone_shorthand_second_number: 2,
        phone_suspicious: 12,
        phone_trunk_zero_dropped: 19,
        several_mobiles: 20,
      },
    });
  });

  it('keeps the Polish letters of its first and last rows', () => {
    const names = sample.rows.flatMap((row) => (row.kind === 'row' ? [row.contractor.name] : []));
    expect([names[0], names.at(-1)]).toEqual([
      'Zakład Usługowo-Produkcyjny „Jaźwiecdom” S.A.',
      'Kwiaciarnia „Ćmapol” S.A.',
    ]);
    expect(names.filter((name) => name.includes('\uFFFD'))).toEqual([]);
  });

  it('has three codes and twenty-eight numbers that occur several times', () => {
    const accepted = sample.rows.flatMap((row) => (row.kind === 'row' ? [row] : []));
    expect(repeated(accepted.map(({ contractor }) => contractor.code))).toBe(3);
    expect(repeated(accepted.flatMap(({ contacts }) => contacts.map(({ phone }) => phone)))).toBe(28);
  });

  it('lets every fate of the emulator befall at least two of the first three hundred recipients', () => {
    const endings = recipientsOf(sample.rows)
      .slice(0, 300)
      .map((phone) => phone.slice(-3));
    const counts = FATES.map((fate) => endings.filter((ending) => ending === fate).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    const undelivered = endings.filter((ending) => UNDELIVERED.has(ending)).length;
    expect(undelivered / endings.length).toBeLessThan(0.1);
  });

  it('has only numbers of ranges that belong to nobody among its Polish recipients', () => {
    const polish = recipientsOf(sample.rows).filter((phone) => phone.startsWith('+48'));
    expect(polish.filter((phone) => !/^\+4845[1-35-8]\d{6}$/.test(phone))).toEqual([]);
  });
});

describe('samples/kontrahenci-utf8.csv', () => {
  const sample = readSample('kontrahenci-utf8.csv');

  it('is recognised as an export of Comarch with a title row', () => {
    expect(sample).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerLine: 2 });
    expect(sample.columns.map(({ field }) => field).join(' ')).toBe(
      'code name name name nipCountry nip street houseNumber flatNumber postalCode city ignore ignore country phone phone mobile fax email firstName lastName role group smsConsent consentDate otherConsent',
    );
  });

  it('is read with every row accounted for', () => {
    expect(summarise(sample.rows)).toEqual({
      rows: 300,
      accepted: 300,
      rejected: {},
      contacts: { landline: 128, mobile: 280, none: 22, other: 2 },
      consents: { given: 197, refused: 53 },
      validNips: 290,
      warnings: {
        consent_first_number_only: 8,
        consent_without_date: 35,
        consent_without_mobile: 21,
        email_moved: 1,
        phone_country_code_needed: 1,
        phone_cut_off_tail: 2,
        phone_damaged_by_spreadsheet: 3,
        phone_decimal_tail_removed: 2,
        phone_digit_missing: 2,
        phone_digit_too_many: 2,
        phone_extension: 2,
        phone_guessed_foreign: 2,
        phone_label_removed: 5,
        phone_letter_in_number: 3,
        phone_short_code: 3,
        phone_shorthand_second_number: 1,
        phone_suspicious: 6,
        phone_trunk_zero_dropped: 12,
        several_mobiles: 12,
      },
    });
  });
});
