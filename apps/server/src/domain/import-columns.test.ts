import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldHeader } from './import-columns-spellings.ts';
import { chooseColumns, type ImportField, recogniseColumns } from './import-columns.ts';

/** Every spelling of domain-facts 6.2, alone in its file. */
const SPELLED: readonly (readonly [ImportField, readonly string[]])[] = [
  ['code', ['Kod', 'Kod kontrahenta', 'KOD_KONTRAHENTA', 'Symbol', 'Akronim', 'Knt_Akronim', 'Skrót', 'Identyfikator']],
  [
    'name',
    [
      'Nazwa',
      'Nazwa pełna',
      'NAZWA_PELNA',
      'Nazwa1',
      'Nazwa2',
      'Nazwa3',
      'Firma',
      'Pełna nazwa firmy',
      'Kontrahent',
      'Odbiorca',
      'Płatnik',
    ],
  ],
  ['shortName', ['Nazwa skrócona']],
  ['nip', ['NIP', 'Nip', 'NIP UE', 'VAT ID', 'EU VAT', 'Numer NIP']],
  ['nipCountry', ['NIPKraj']],
  [
    'mobile',
    [
      'Telefon SMS',
      'Knt_TelefonSms',
      'TelefonKom',
      'TELEFON_KOM',
      'GSM',
      'Tel. kom.',
      'Telefon komórkowy',
      'Komórka',
      'Kom.',
      'Nr komórki',
      'Mobile',
    ],
  ],
  [
    'phone',
    ['Telefon', 'Telefon 1', 'Telefon 2', 'Tel.', 'Tel/fax', 'TELEFON_FIRMOWY', 'Tel. stac.', 'Telefon kontaktowy'],
  ],
  ['fax', ['Fax', 'Faks']],
  ['email', ['E-mail', 'Email', 'EMail', 'ADRES_EMAIL', 'Adres e-mail', 'Poczta elektroniczna']],
  ['street', ['Ulica', 'ULICA_LOKAL']],
  ['houseNumber', ['NrDomu', 'Nr domu']],
  ['flatNumber', ['NrLokalu', 'Nr lokalu']],
  ['postalCode', ['Kod pocztowy', 'KOD_POCZTOWY', 'KodP']],
  ['city', ['Miasto', 'Miejscowość', 'MIEJSCOWOSC']],
  ['country', ['Kraj', 'SYM_KRAJU']],
  ['contactName', ['Osoba kontaktowa']],
  ['firstName', ['Imię']],
  ['lastName', ['Nazwisko']],
  ['role', ['Stanowisko']],
  ['smsConsent', ['Zgoda SMS', 'ZGODA_SMS', 'Zgoda na SMS', 'Zgoda marketing SMS', 'Marketing SMS']],
  ['consentDate', ['Data zgody', 'DATA_ZGODY', 'Data zgody SMS', 'Data wyrażenia zgody']],
  ['otherConsent', ['Zgoda marketing', 'Zgoda na przetwarzanie w celach marketingowych', 'Zgoda e-mail', 'Zgoda']],
  [
    'ignore',
    ['Poczta', 'Gmina', 'Powiat', 'Województwo', 'OsobaFizyczna', 'Lp', 'Lp.', 'Uwagi', '', 'Data zgody e-mail'],
  ],
  [
    'ignore',
    [
      'Saldo',
      'Do zapłaty',
      'Kwota',
      'Nr faktury',
      'Termin płatności',
      'Data wystawienia',
      'Dni po terminie',
      'Forma płatności',
    ],
  ],
];

const fieldsOf = (header: readonly string[], sample: readonly (readonly string[])[] = []): ImportField[] =>
  recogniseColumns(header, sample).map(({ field }) => field);

describe('recogniseColumns', () => {
  it.each(SPELLED.flatMap(([field, headers]) => headers.map((header) => [header, field] as const)))(
    'takes %j for %s',
    (header, field) => {
      expect(fieldsOf([header])).toEqual([field]);
    },
  );

  it('does not mind case, diacritics, spaces, punctuation or decomposed letters', () => {
    const spelling = fc.constantFrom(
      ...SPELLED.flatMap(([field, headers]) =>
        headers.filter((header) => header !== 'Lp.').map((header) => ({ field, header })),
      ),
    );
    const disguise = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => ` ${text}: `,
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll(' ', '_'),
      (text) => text.replaceAll('ł', 'l').normalize('NFD').replaceAll(/\p{M}/gu, ''),
    );
    fc.assert(
      fc.property(spelling, disguise, ({ field, header }, change) => {
        expect(fieldsOf([change(header)])).toEqual([field]);
      }),
    );
  });

  it('reads the header of a WAPRO export', () => {
    const header =
      'KOD_KONTRAHENTA;NAZWA_PELNA;NAZWA;NIP;ULICA_LOKAL;KOD_POCZTOWY;MIEJSCOWOSC;SYM_KRAJU;TELEFON_FIRMOWY;TELEFON_KOM;ADRES_EMAIL;OSOBA_KONTAKTOWA;GRUPA;ZGODA_SMS;DATA_ZGODY';
    expect(fieldsOf(header.split(';')).join(' ')).toBe(
      'code name shortName nip street postalCode city country phone mobile email contactName group smsConsent consentDate',
    );
  });

  it('reads the header of a Comarch export', () => {
    const header =
      'Knt_Akronim,Nazwa1,Nazwa2,Nazwa3,NIPKraj,NIP,Ulica,NrDomu,NrLokalu,KodP,Miasto,Poczta,Knt_TelefonSms,Telefon 1,Telefon 2,Fax,EMail,Zgoda SMS';
    expect(fieldsOf(header.split(',')).join(' ')).toBe(
      'code name name name nipCountry nip street houseNumber flatNumber postalCode city ignore mobile phone phone fax email smsConsent',
    );
  });

  it('reads the headers of Subiekt and Symfonia', () => {
    expect(
      fieldsOf(
        ['Symbol', 'Nazwa', 'Nazwa pełna', 'NIP', 'Kod', 'Miejscowość', 'Telefon'],
        [['A', 'B', 'C', '1', '00-001', 'W', '5']],
      ),
    ).toEqual(['code', 'shortName', 'name', 'nip', 'postalCode', 'city', 'phone']);
    expect(fieldsOf(['Kod', 'Skrót', 'Nazwa', 'Kod pocztowy'])).toEqual(['code', 'shortName', 'name', 'postalCode']);
  });

  it.each([
    ['postal codes', [['00-001'], ['80-001'], ['']], ['postalCode']],
    ['contractors’ codes', [['K0001'], ['K0002']], ['code']],
    ['one postal code among codes', [['K0001'], ['K0002'], ['00-001']], ['code']],
    ['bare digits', [['1001'], ['80001']], ['code']],
    ['nothing', [[''], ['']], ['code']],
  ])('decides a lone "Kod" holding %s by its content', (_, sample, fields) => {
    expect(fieldsOf(['Kod'], sample)).toEqual(fields);
  });

  it('tells two columns called "Kod" apart', () => {
    expect(fieldsOf(['Kod', 'Nazwa', 'Kod', 'Miasto'], [['K1', 'Alfa', '00-001', 'Warszawa']])).toEqual([
      'code',
      'name',
      'postalCode',
      'city',
    ]);
  });

  it('takes a "Kod" of bare digits beside another code for a postal code that lost its dash', () => {
    expect(fieldsOf(['Symbol', 'Kod'], [['A', '1001']])).toEqual(['code', 'postalCode']);
    expect(fieldsOf(['Symbol', 'Kod'], [['A', 'K-1']])).toEqual(['code', 'ignore']);
    expect(fieldsOf(['Symbol', 'Kod', 'Kod pocztowy'], [['A', '1001', '01-001']])).toEqual([
      'code',
      'ignore',
      'postalCode',
    ]);
  });

  it.each([
    ['Kontakt', 'Jan Kowalski', 'contactName'],
    ['Kontakt', '501 234 567', 'phone'],
    ['Kontakt', 'jan@firma.pl', 'email'],
    ['Poczta', 'biuro@firma.pl', 'email'],
    ['Poczta', 'Warszawa 5', 'ignore'],
    ['SMS', '501234567', 'mobile'],
    ['SMS', 'TAK', 'otherConsent'],
  ])('decides %j by its content %j', (header, cell, field) => {
    expect(fieldsOf([header], [[cell]])).toEqual([field]);
  });

  it('gives a field to the better of two columns', () => {
    expect(fieldsOf(['Symbol', 'Kod kontrahenta'])).toEqual(['ignore', 'code']);
    expect(fieldsOf(['NIP UE', 'NIP'])).toEqual(['ignore', 'nip']);
    expect(fieldsOf(['Kontrahent', 'Nazwa pełna', 'Nazwa'])).toEqual(['ignore', 'name', 'shortName']);
    expect(fieldsOf(['Nazwa', 'Nazwa2', 'Nazwa skrócona'])).toEqual(['name', 'name', 'shortName']);
    expect(fieldsOf(['Nazwa1', 'Nazwa2', 'Nazwa pełna'])).toEqual(['ignore', 'ignore', 'name']);
    expect(fieldsOf(['Zgoda marketing SMS', 'Zgoda SMS'])).toEqual(['smsConsent', 'otherConsent']);
  });

  it('keeps several phones, addresses and groups', () => {
    expect(
      fieldsOf(['Telefon 1', 'Telefon 2', 'GSM', 'Komórka', 'E-mail 1', 'E-mail 2', 'Grupa 1', 'Grupa 2']),
    ).toEqual(['phone', 'phone', 'mobile', 'mobile', 'email', 'email', 'group', 'group']);
  });

  it.each([
    ['Zgoda marketing', 'consent_not_for_sms'],
    ['Lp', 'running_number'],
    ['Fax', 'fax_not_imported'],
  ])('explains why %j is left out', (header, code) => {
    const [column] = recogniseColumns([header], []);
    expect(column?.hint).toMatchObject({ code, pl: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) });
  });

  it('names each column by its place and its trimmed header, and no single field twice', () => {
    const header = fc.array(fc.constantFrom(...SPELLED.flatMap(([, headers]) => headers)), { maxLength: 25 });
    fc.assert(
      fc.property(header, (headers) => {
        const columns = recogniseColumns(headers, []);
        expect(columns.map(({ index }) => index)).toEqual(headers.map((_, index) => index));
        expect(columns.map((column) => column.header)).toEqual(headers);
        for (const field of ['code', 'shortName', 'nip', 'postalCode', 'smsConsent', 'consentDate']) {
          expect(columns.filter((column) => column.field === field).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('chooseColumns', () => {
  const chosen = (header: readonly string[], fields: readonly (ImportField | null)[]) =>
    chooseColumns(recogniseColumns(header, []), fields).map(({ field }) => field);

  it.each<[string, readonly string[], readonly (ImportField | null)[], readonly ImportField[]]>([
    ['nothing is chosen', ['Kod', 'Nazwa'], [], ['code', 'name']],
    ['one column is chosen', ['Kod', 'Nazwa', 'Uwagi'], [null, null, 'mobile'], ['code', 'name', 'mobile']],
    ['a field moves to another column', ['Kod', 'Nazwa', 'Lp'], [null, null, 'code'], ['ignore', 'name', 'code']],
    ['a field is chosen twice', ['A', 'B'], ['nip', 'nip'], ['nip', 'ignore']],
    ['several columns may hold a field', ['Nazwa', 'Ciąg dalszy'], [null, 'name'], ['name', 'name']],
    ['more is chosen than there are columns', ['Nazwa'], ['name', 'nip'], ['name']],
  ])('gives every column its field when %s', (_, header, fields, expected) => {
    expect(chosen(header, fields)).toEqual(expected);
  });

  it('drops the hint of a column that the user has settled', () => {
    const [column] = chooseColumns(recogniseColumns(['Zgoda marketing'], []), ['smsConsent']);
    expect(column).toEqual({ index: 0, header: 'Zgoda marketing', field: 'smsConsent' });
  });
});

describe('foldHeader', () => {
  it.each([
    ['Knt_TelefonSms', 'telefonsms'],
    ['Pełna nazwa firmy', 'pelnanazwafirmy'],
    ['  E-mail: ', 'email'],
    ['Kontrahent', 'kontrahent'],
  ])('folds %j to %s', (header, key) => {
    expect(foldHeader(header)).toBe(key);
  });
});
