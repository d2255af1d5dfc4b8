import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseColumns } from './import-columns.ts';
import { type ImportedRow, readImportRow, rejectBrokenRow } from './import-row.ts';

/** A row given as header → cell; a name is there unless the test gives one. */
const read = (given: Readonly<Record<string, string>>): ImportedRow => {
  const cells = {
    ...(Object.keys(given).some((header) => /^(Nazwa|Imię)/.test(header)) ? {} : { Nazwa: 'Alfa' }),
    ...given,
  };
  return readImportRow(Object.values(cells), recogniseColumns(Object.keys(cells), []));
};

const readRow = (given: Readonly<Record<string, string>>): Extract<ImportedRow, { kind: 'row' }> => {
  const row = read(given);
  if (row.kind === 'rejected') throw new Error(`rejected: ${row.reasons.map(({ code }) => code).join(', ')}`);
  return row;
};

const codes = (given: Readonly<Record<string, string>>): string[] => readRow(given).warnings.map(({ code }) => code);

describe('readImportRow: the contractor', () => {
  it('reads a whole row', () => {
    const row = readRow({
      'Kod kontrahenta': 'K0001',
      'Nazwa pełna': 'Zakład Ślusarski „Żółwik”  Sp. z o.o.',
      Nazwa: 'ŻÓŁWIK',
      NIP: '856-734-62-15',
      Ulica: 'Źródlana',
      'Nr domu': '12',
      'Nr lokalu': '3',
      'Kod pocztowy': '90-001',
      Miasto: 'Łódź',
      Kraj: 'Polska',
      'Tel. kom.': '501 234 567',
      'E-mail': 'biuro@zolwik.example',
      'Osoba kontaktowa': 'Róża Śpiewak',
      Stanowisko: 'księgowość',
      Grupa: 'Hurt',
      'Zgoda SMS': 'TAK',
      'Data zgody': '12.03.2025',
    });
    expect(row).toEqual({
      kind: 'row',
      contractor: {
        code: 'K0001',
        shortName: 'ŻÓŁWIK',
        name: 'Zakład Ślusarski „Żółwik” Sp. z o.o.',
        nip: '8567346215',
        nipValid: true,
        street: 'Źródlana 12/3',
        postalCode: '90-001',
        city: 'Łódź',
        country: 'PL',
        groups: ['Hurt'],
      },
      contacts: [
        {
          name: 'Róża Śpiewak',
          role: 'księgowość',
          phone: '+48501234567',
          phoneKind: 'mobile',
          phoneRaw: '501 234 567',
          phoneFault: null,
          email: 'biuro@zolwik.example',
          primary: true,
          smsConsent: 'given',
          consentAt: '2025-03-12',
        },
      ],
      warnings: [],
    });
  });

  it('reads a row of which only the name is known', () => {
    expect(readRow({ Nazwa: 'Alfa' })).toEqual({
      kind: 'row',
      contractor: {
        code: null,
        shortName: null,
        name: 'Alfa',
        nip: null,
        nipValid: false,
        street: null,
        postalCode: null,
        city: null,
        country: null,
        groups: [],
      },
      contacts: [],
      warnings: [],
    });
  });

  it('joins the three names of Comarch', () => {
    expect(readRow({ Nazwa1: 'Zakład', Nazwa2: 'Ślusarski', Nazwa3: '' }).contractor.name).toBe('Zakład Ślusarski');
  });

  it('takes the short name for the name when the full one is missing', () => {
    expect(readRow({ 'Nazwa pełna': '', Nazwa: 'ŻÓŁWIK' }).contractor).toMatchObject({
      name: 'ŻÓŁWIK',
      shortName: 'ŻÓŁWIK',
    });
  });

  it('takes a person for the contractor, with a warning where a firm was expected', () => {
    expect(readRow({ Imię: 'Jan', Nazwisko: 'Żuk' })).toMatchObject({ contractor: { name: 'Jan Żuk' }, warnings: [] });
    expect(readRow({ Nazwa: '', 'Osoba kontaktowa': 'Jan Żuk' })).toMatchObject({
      contractor: { name: 'Jan Żuk' },
      warnings: [{ code: 'name_from_person', severity: 'warning', column: 'Nazwa' }],
    });
  });

  it.each(['', ' ', '-', 'brak'])('rejects a row whose name is %j, showing the row', (name) => {
    expect(read({ Nazwa: name, NIP: '8567346215', Telefon: '501234567' })).toMatchObject({
      kind: 'rejected',
      reasons: [
        { code: 'no_name', severity: 'rejected_row', column: 'Nazwa', value: `${name} | 8567346215 | 501234567` },
      ],
    });
  });

  it.each([
    ['8567346216', '8567346216', 'nip_check_digit'],
    ['856734621', '856734621', 'nip_too_few_digits'],
    ['1111111111', '1111111111', 'nip_repeated_digit'],
    ['8,56735E+09', null, 'nip_damaged'],
    ['w trakcie', null, 'nip_not_digits'],
  ])('keeps the contractor although its NIP is %j', (cell, nip, code) => {
    const row = readRow({ NIP: cell });
    expect(row.contractor).toMatchObject({ nip, nipValid: false });
    expect(row.warnings).toMatchObject([{ code, column: 'NIP', value: cell }]);
  });

  it('takes a foreign VAT id for right, also with the country in its own column', () => {
    expect(readRow({ NIP: 'DE300123456' })).toMatchObject({
      contractor: { nip: 'DE300123456', nipValid: true },
      warnings: [],
    });
    expect(readRow({ NIPKraj: 'CZ', NIP: '30012345' })).toMatchObject({
      contractor: { nip: 'CZ30012345', nipValid: true },
      warnings: [],
    });
  });

  it('leaves out a code that a spreadsheet has rounded, because it would find the wrong contractor', () => {
    expect(readRow({ Kod: '1,2E+15' })).toMatchObject({
      contractor: { code: null },
      warnings: [{ code: 'code_damaged', severity: 'rejected_value', value: '1,2E+15' }],
    });
  });

  it('mends postal codes of Poland, keeps those of other countries, doubts the rest', () => {
    expect(readRow({ 'Kod pocztowy': '1001' }).contractor.postalCode).toBe('01-001');
    expect(readRow({ 'Kod pocztowy': '90-001 Łódź' }).contractor).toMatchObject({ postalCode: '90-001', city: 'Łódź' });
    expect(readRow({ 'Kod pocztowy': '10115', Kraj: 'Niemcy' })).toMatchObject({
      contractor: { postalCode: '10115', country: 'DE' },
      warnings: [],
    });
    expect(readRow({ 'Kod pocztowy': '9-01' })).toMatchObject({
      contractor: { postalCode: '9-01' },
      warnings: [{ code: 'postal_code_unclear', value: '9-01' }],
    });
  });

  it('warns of letters lost to a wrong encoding, but not in columns it does not read', () => {
    expect(readRow({ Nazwa: 'Zak\uFFFDad', Uwagi: '\uFFFD' }).warnings).toMatchObject([
      { code: 'lost_letters', column: 'Nazwa' },
    ]);
  });
});

describe('readImportRow: the contacts', () => {
  it('makes a contact of its own of every further number, and tells so', () => {
    const row = readRow({
      Telefon: '22 123 45 67',
      'Tel. kom.': '501 234 567 / 601 234 567',
      Imię: 'Jan',
      Nazwisko: 'Żuk',
      Nazwa: 'Alfa',
    });
    expect(row.contacts).toMatchObject([
      {
        name: 'Jan Żuk',
        phone: '+48501234567',
        phoneKind: 'mobile',
        phoneRaw: '501 234 567 / 601 234 567',
        primary: true,
      },
      { name: null, phone: '+48601234567', phoneKind: 'mobile', phoneRaw: '501 234 567 / 601 234 567', primary: false },
      { name: null, phone: '+48221234567', phoneKind: 'landline', phoneRaw: '22 123 45 67', primary: false },
    ]);
    expect(row.warnings.map(({ code }) => code)).toContain('several_mobiles');
  });

  it('keeps each number once, whatever column it stands in', () => {
    expect(
      readRow({ Telefon: '+48 501 234 567', 'Telefon 2': '501234567', GSM: '501-234-567' }).contacts,
    ).toMatchObject([{ phone: '+48501234567', phoneRaw: '501-234-567' }]);
  });

  it('takes a mobile number of a general phone column', () => {
    expect(readRow({ Telefon: '501234567' }).contacts).toMatchObject([
      { phone: '+48501234567', phoneKind: 'mobile', primary: true },
    ]);
  });

  it('keeps a lone landline as the primary contact, for information', () => {
    expect(readRow({ Telefon: '22 123 45 67' }).contacts).toMatchObject([
      { phone: '+48221234567', phoneKind: 'landline', primary: true },
    ]);
  });

  it('does not read fax numbers', () => {
    expect(readRow({ Fax: '22 123 45 67', 'Nr faksu': '501234567' }).contacts).toEqual([]);
  });

  it.each(['', 'brak', '-', 'b.d.', '0', 'x', 'nie ma', '000000000'])(
    'takes %j for no number and says nothing',
    (cell) => {
      expect(readRow({ Telefon: cell })).toMatchObject({ contacts: [], warnings: [] });
    },
  );

  it.each(['4,8501E+10', 'O501234567', '50123456', '07911 123456', '112'])(
    'keeps the contractor of the unusable number %j, and the number’s text for correction',
    (cell) => {
      const row = readRow({ 'Tel. kom.': cell, 'Osoba kontaktowa': 'Jan Żuk' });
      expect(row.contacts).toMatchObject([
        { name: 'Jan Żuk', phone: null, phoneKind: null, phoneRaw: cell, primary: true },
      ]);
      expect(row.contacts[0]?.phoneFault).toMatch(/^[a-z_]+$/);
      const [remark] = row.warnings;
      expect(remark).toMatchObject({
        code: `phone_${row.contacts[0]?.phoneFault}`,
        severity: 'rejected_value',
        column: 'Tel. kom.',
        value: cell,
      });
    },
  );

  it('keeps the good number of a cell whose second one is cut off, and reports the rest', () => {
    const row = readRow({ 'Tel. kom.': '501 234 567, 601 234' });
    expect(row.contacts).toMatchObject([{ phone: '+48501234567', phoneFault: null, primary: true }]);
    expect(row.warnings).toMatchObject([
      { code: 'phone_cut_off_tail', severity: 'warning', value: '501 234 567, 601 234' },
    ]);
  });

  it('keeps a faulty mobile beside a good landline', () => {
    expect(readRow({ 'Tel. kom.': '50123456', Telefon: '22 123 45 67' }).contacts).toMatchObject([
      { phone: null, phoneRaw: '50123456', primary: true },
      { phone: '+48221234567', primary: false },
    ]);
  });

  it('takes an e-mail out of the phone column where there is no other', () => {
    expect(readRow({ Telefon: 'jan@firma.pl' })).toMatchObject({
      contacts: [{ phone: null, phoneFault: null, email: 'jan@firma.pl' }],
      warnings: [{ code: 'email_moved', value: 'jan@firma.pl' }],
    });
    expect(readRow({ Telefon: 'jan@firma.pl', 'E-mail': 'biuro@firma.pl' })).toMatchObject({
      contacts: [{ email: 'biuro@firma.pl' }],
      warnings: [{ code: 'email_others', value: 'jan@firma.pl' }],
    });
    expect(codes({ Telefon: 'jan@firma.pl', 'E-mail': 'jan@firma.pl' })).toEqual([]);
  });

  it('reports addresses it cannot keep', () => {
    expect(codes({ 'E-mail': 'biuro(at)firma' })).toEqual(['email_invalid']);
    expect(codes({ 'E-mail': 'a@firma.pl; b@firma.pl' })).toEqual(['email_others']);
    expect(readRow({ 'E-mail 1': 'brak', 'E-mail 2': 'b@firma.pl' })).toMatchObject({
      contacts: [{ email: 'b@firma.pl' }],
      warnings: [],
    });
  });

  it('makes a contact of a person without number and address', () => {
    expect(readRow({ 'Osoba kontaktowa': 'Jan Żuk' }).contacts).toMatchObject([
      { name: 'Jan Żuk', phone: null, phoneRaw: '', primary: true },
    ]);
  });
});

describe('readImportRow: consents', () => {
  const dated = { 'Zgoda SMS': 'TAK', 'Data zgody': '12.03.2025' };

  it('gives a consent to the primary mobile only', () => {
    const row = readRow({ GSM: '501234567; 601234567', Telefon: '22 123 45 67', ...dated });
    expect(row.contacts.map(({ smsConsent, consentAt }) => [smsConsent, consentAt])).toEqual([
      ['given', '2025-03-12'],
      [null, null],
      [null, null],
    ]);
    expect(row.warnings.map(({ code }) => code)).toContain('consent_first_number_only');
  });

  it('applies a refusal to every mobile of the row', () => {
    expect(
      readRow({ GSM: '501234567; 601234567', 'Zgoda SMS': 'NIE' }).contacts.map(({ smsConsent }) => smsConsent),
    ).toEqual(['refused', 'refused']);
  });

  it.each(['22 123 45 67', '50123456', 'brak'])('records no consent when the only number is %j', (cell) => {
    const row = readRow({ Telefon: cell, ...dated });
    expect(row.contacts.filter(({ smsConsent }) => smsConsent !== null)).toEqual([]);
    expect(row.warnings.map(({ code }) => code)).toContain('consent_without_mobile');
  });

  it('never finds a consent where no column of the file is one', () => {
    fc.assert(
      fc.property(fc.constantFrom('TAK', '1', 'X', '12.03.2025'), (cell) => {
        const row = readRow({
          GSM: '501234567',
          'Data zgody': cell,
          'Zgoda marketing': cell,
          Uwagi: cell,
          Saldo: cell,
        });
        expect(row.contacts).toMatchObject([{ smsConsent: null, consentAt: null }]);
      }),
    );
  });
});

describe('readImportRow: any row', () => {
  const header = 'Kod;Nazwa;NIP;Telefon;GSM;E-mail;Kod pocztowy;Grupa;Zgoda SMS;Data zgody;Osoba kontaktowa'.split(';');
  const columns = recogniseColumns(header, []);
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[+0-9 ,;/()-]{0,24}$/),
    fc.constantFrom(
      'TAK',
      'NIE',
      '501234567',
      '48501234567',
      '22 123 45 67',
      '4,8501E+10',
      'jan@firma.pl',
      '12.03.2025',
      '8567346215',
    ),
  );
  const row = fc.array(cell, { maxLength: header.length });

  it('is read or rejected with reasons, in sentences of both languages, without an error', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const result = readImportRow(cells, columns);
        const remarks = result.kind === 'row' ? result.warnings : result.reasons;
        expect(result.kind === 'rejected' && remarks.length === 0).toBe(false);
        for (const { code, pl, en } of remarks) {
          expect(code).toMatch(/^[a-z][a-z_0-9]*$/);
          expect(pl).toMatch(/^\p{Lu}.*[.?]$/su);
          expect(en).toMatch(/^\p{Lu}.*[.?]$/su);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has at most one primary contact, numbers of E.164 once each, and consent only on mobiles', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const result = readImportRow(cells, columns);
        const contacts = result.kind === 'row' ? result.contacts : [];
        expect(contacts.filter(({ primary }) => primary)).toHaveLength(contacts.length === 0 ? 0 : 1);
        const phones = contacts.flatMap(({ phone }) => (phone === null ? [] : [phone]));
        expect(new Set(phones).size).toBe(phones.length);
        expect(phones.filter((phone) => !/^\+[1-9]\d{6,14}$/.test(phone))).toEqual([]);
        expect(contacts.filter(({ phone, phoneKind }) => (phone === null) !== (phoneKind === null))).toEqual([]);
        const decided = contacts.filter(({ smsConsent }) => smsConsent !== null);
        expect(decided.filter(({ phoneKind }) => phoneKind !== 'mobile')).toEqual([]);
        expect(decided.filter(({ smsConsent, primary }) => smsConsent === 'given' && !primary)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('rejectBrokenRow', () => {
  it.each([
    [{ code: 'unclosed_quote' } as const, /cudzysłów/],
    [{ code: 'too_few_cells', expected: 5, found: 3 } as const, /\(3 zamiast 5\)/],
    [{ code: 'too_many_cells', expected: 5, found: 7 } as const, /\(7 zamiast 5\)/],
  ])('says what is wrong with the line and shows it: %j', (fault, sentence) => {
    const { kind, reasons } = rejectBrokenRow(fault, ['K1', '"Alfa']);
    expect(kind).toBe('rejected');
    expect(reasons).toMatchObject([{ code: fault.code, severity: 'rejected_row', column: null, value: 'K1 | "Alfa' }]);
    expect(reasons[0]?.pl).toMatch(sentence);
  });
});
