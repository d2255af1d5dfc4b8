/**
 * What a column of an import file can be. Several columns may be `name` (Nazwa1 Nazwa2 Nazwa3 are joined), `mobile`,
 * `phone`, `email` and `group`; of the others at most one each. `otherConsent` is a consent that does not name SMS.
 */
export type ImportField =
  | 'code'
  | 'shortName'
  | 'name'
  | 'nip'
  | 'nipCountry'
  | 'mobile'
  | 'phone'
  | 'fax'
  | 'email'
  | 'street'
  | 'houseNumber'
  | 'flatNumber'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'contactName'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'group'
  | 'smsConsent'
  | 'consentDate'
  | 'otherConsent'
  | 'ignore';

/**
 * Header spellings of Polish business programs (domain-facts 6.2: WAPRO, Subiekt, Comarch, Symfonia) and of files made
 * by hand, already folded by {@link foldHeader}. Within a field the better spelling comes first: it wins over the others.
 * Headers that only their content explains (Kod, Kontakt, Poczta, SMS) and consents are in import-columns-guess.ts.
 */
export const SPELLINGS: readonly (readonly [field: ImportField, spellings: string])[] = [
  [
    'code',
    `kodkontrahenta kodklienta kododbiorcy kodplatnika akronim symbol symbolkontrahenta nrkontrahenta numerkontrahenta
    identyfikator idkontrahenta id code customercode skrot`,
  ],
  ['shortName', 'nazwaskrocona skroconanazwa nazwakrotka nazwaskr nazwask'],
  [
    'name',
    `nazwapelna pelnanazwa pelnanazwafirmy pelnanazwakontrahenta nazwa1 nazwa nazwafirmy nazwakontrahenta nazwaklienta
    nazwaodbiorcy firma kontrahent klient odbiorca platnik name company companyname`,
  ],
  ['nip', 'nip numernip nrnip nipkontrahenta nippl nipue vatue vatid euvat euvatid nrvatue vat taxid'],
  ['nipCountry', 'nipkraj krajnip prefiksnip nipprefiks prefiksue prefiksvat prefiksvatue'],
  [
    'mobile',
    `telefonsms smstelefon numersms nrsms telefonkom telefonkomorkowy telkom telkomorkowy komorka kom gsm telgsm
    telefongsm nrkomorki numerkomorki nrkomorkowy numerkomorkowy numertelefonukomorkowego nrtelkom nrtelefonukomorkowego
    telefonmobilny telmobilny mobile mobilephone cell cellphone telefonkomorka`,
  ],
  [
    'phone',
    `telefon tel telefonkontaktowy telkontaktowy telefonfirmowy telfirmowy telstac telefonstacjonarny telstacjonarny
    nrtelefonu numertelefonu nrtel telfax telfaks telefonfax telefonfaks telefony telefondomowy telefonsluzbowy
    telsluzbowy phone phonenumber telephone`,
  ],
  ['fax', 'fax faks nrfaksu nrfaxu numerfaksu numerfaxu telefaks telefax'],
  ['email', 'email adresemail mail adresmail adrespocztyelektronicznej pocztaelektroniczna emailkontaktowy'],
  ['street', 'ulica ulicalokal ul ulicainumer ulicainr ulicanr adres adresulica street address'],
  ['houseNumber', 'nrdomu numerdomu dom nrbudynku numerbudynku budynek nrposesji'],
  ['flatNumber', 'nrlokalu numerlokalu lokal nrmieszkania numermieszkania mieszkanie'],
  ['postalCode', 'kodpocztowy kodp kodpoczt kodpoczty postalcode postcode zip zipcode'],
  ['city', 'miasto miejscowosc city town'],
  ['country', 'kraj symkraju symbolkraju kodkraju panstwo country'],
  [
    'contactName',
    `osobakontaktowa osobadokontaktu imieinazwisko nazwiskoiimie imienazwisko nazwiskoimie osoba przedstawiciel
    contactperson`,
  ],
  ['firstName', 'imie imiona firstname'],
  ['lastName', 'nazwisko lastname surname'],
  ['role', 'stanowisko funkcja rola position'],
  ['group', 'grupa grupy grupakontrahenta grupakontrahentow grupaklienta grupaklientow kategoria group'],
  [
    'ignore',
    `lp gmina powiat wojewodztwo osobafizyczna saldo dozaplaty kwota nrfaktury terminplatnosci
    datawystawienia dnipoterminie formaplatnosci`,
  ],
];

/**
 * A header as the spellings are written: lower case, without diacritics, spaces and punctuation, and without the table
 * prefix of Comarch (`Knt_TelefonSms` → `telefonsms`).
 */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z0-9]/g, '')
    .replace(/^kn[ta](?=[a-z])/, '');
}
