import { type Firm, inventFirm } from './firms.ts';
import { MESSES } from './messes.ts';
import { createNumbers, FATEFUL_ENDINGS, groups, type Numbers, writePlainly } from './phones.ts';
import { createRandom, type Random } from './random.ts';

const ROWS = 2000;

const WRITABLE = MESSES.filter(({ unicodeOnly }) => !unicodeOnly);

const HEADER =
  'KOD_KONTRAHENTA;NAZWA_PELNA;NAZWA;NIP;ULICA_LOKAL;KOD_POCZTOWY;MIEJSCOWOSC;SYM_KRAJU;TELEFON_FIRMOWY;TELEFON_KOM;ADRES_EMAIL;OSOBA_KONTAKTOWA;STANOWISKO;GRUPA;ZGODA_SMS;DATA_ZGODY';

type Row = {
  code: string;
  name: string;
  shortName: string;
  nip: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  phone: string;
  mobile: string;
  email: string;
  person: string;
  role: string;
  group: string;
  consent: string;
  consentDate: string;
};

/** Rows changed by hand, so that every case of the tests occurs, by their number (the header is line 1, row 1 line 2). */
const SPECIAL: Readonly<Record<number, Partial<Row>>> = {
  37: { name: '', shortName: '', person: '' },
  38: { name: '', shortName: '', person: 'Róża Śpiewak' },
  120: { code: 'K0119' },
  411: { name: '', shortName: '', person: '' },
  420: { code: 'K0419' },
  500: { nip: '3,00123E+09' },
  501: { nip: '1111111111' },
  502: { nip: '300123456' },
  503: { nip: 'brak' },
  504: { nip: 'w trakcie rejestracji' },
  505: { nip: 'DE300123456', country: 'DE', postalCode: '10115', city: 'Berlin' },
  506: { nip: 'CZ30012345', country: 'CZ', postalCode: '110 00', city: 'Praha' },
  600: { consent: 'może' },
  601: { consent: 'TAK', consentDate: '31.02.2025' },
  602: { consent: 'TAK', consentDate: '05.03.25' },
  603: { consent: 'TAK', consentDate: '45728' },
  604: { consent: 'TAK', consentDate: '20250312' },
  605: { consent: '', consentDate: '12.03.2025' },
  606: { consent: '12.03.2025', consentDate: '' },
  607: { consent: 'X', consentDate: '2025-03-12' },
  608: { consent: '1', consentDate: '12.03.2025' },
  609: { consent: 'T', consentDate: '12.03.2025 08:15:00' },
  610: { consent: 'wycofana', consentDate: '12.03.2025' },
  803: { name: '', shortName: '', person: '' },
  900: { code: '1,2E+15' },
  1207: { name: '', shortName: '', person: '' },
  1208: { name: '', shortName: '', person: 'Władysław Jeż' },
  1300: { code: 'K0012' },
  1611: { name: '', shortName: '', person: '', mobile: '', phone: '' },
  1990: { name: '-', shortName: 'brak', person: '' },
};

/** Lines which no reader can cut into cells: an open quotation mark, a missing and a superfluous delimiter. */
const BROKEN: Readonly<Record<number, (line: string) => string>> = {
  256: openQuote,
  300: (line) => line.replace(/;([^;]*)$/, '$1'),
  302: (line) => line.replace(/„/, '„;'),
  1024: openQuote,
  1500: (line) => line.split(';').slice(0, 9).join(';'),
  1501: (line) => line.replace(/„/, '„;'),
  1777: openQuote,
  1888: (line) => `${line};przeniesiony;do;archiwum`,
};

function openQuote(line: string): string {
  return line.replace(';', ';"');
}

/** The sample of a WAPRO export: text for windows-1250, `;`, CRLF. */
export function writeWaproSample(): string {
  const random = createRandom(19_970_419);
  const numbers = createNumbers(random);
  const accountingOffice = numbers.mobile();
  const nextFate = createFates(numbers);
  const rows: Row[] = [];
  for (let index = 1; index <= ROWS; index++) {
    const row = inventRow(index, random, numbers, nextFate);
    const shared = sharedMobile(index, accountingOffice, rows.at(-1)?.mobile ?? '');
    rows.push({ ...row, ...(shared !== null && { mobile: shared }), ...SPECIAL[index] });
  }
  const lines = rows.map((row, index) => (BROKEN[index + 1] ?? String)(writeRow(row, index + 1)));
  return [HEADER, ...lines, ''].join('\r\n');
}

function inventRow(index: number, random: Random, numbers: Numbers, nextFate: () => string | null): Row {
  const firm = inventFirm(random);
  const consent = inventConsent(random);
  return {
    code: `K${String(index).padStart(4, '0')}`,
    name: nameOf(firm, index),
    shortName: firm.shortName,
    nip: writeNip(firm.nip, index),
    street: `ul. ${firm.street} ${firm.house}${firm.flat && `/${firm.flat}`}`,
    postalCode: index % 50 === 9 ? String(Number(firm.postalCode.replace('-', ''))) : firm.postalCode,
    city: firm.town.name,
    country: index % 40 === 0 ? 'Polska' : 'PL',
    ...inventPhones(index, random, numbers, firm.town.area, consent.consent === 'TAK' ? nextFate : () => null),
    email: index % 200 === 44 ? 'biuro(at)firma' : random.chance(0.7) ? firm.email : '',
    person: random.chance(0.8) ? `${firm.firstName} ${firm.lastName}` : '',
    role: random.chance(0.5) ? firm.role : '',
    group: firm.group,
    ...consent,
  };
}

/** Every twelfth row is typed in one of the messy ways, in turn; the others plainly. */
function inventPhones(
  index: number,
  random: Random,
  numbers: Numbers,
  area: string,
  nextFate: () => string | null,
): { phone: string; mobile: string } {
  const landline = random.chance(0.35) ? groups(numbers.landline(area)).join(' ') : '';
  const mess = index % 12 === 7 ? WRITABLE[Math.floor(index / 12) % WRITABLE.length] : undefined;
  if (mess) return { phone: landline, mobile: '', [mess.column]: mess.write(numbers, area) };
  if (random.chance(0.07)) return { phone: landline, mobile: '' };
  return { phone: landline, mobile: writePlainly(nextFate() ?? numbers.mobile(), random) };
}

/** One number on several contractors: an accounting office that serves many, and owners of two firms. */
function sharedMobile(index: number, office: string, before: string): string | null {
  if (index % 331 === 5) return office;
  return index % 97 === 13 ? before : null;
}

/** Every ninth number of a consenting contractor ends in three digits to which the emulator gives a fate of their own. */
function createFates(numbers: Numbers): () => string | null {
  let asked = 0;
  return () => {
    asked++;
    if (asked % 9 !== 4) return null;
    return numbers.mobileEnding(FATEFUL_ENDINGS[Math.floor(asked / 9) % FATEFUL_ENDINGS.length] ?? '000');
  };
}

function nameOf({ name }: Firm, index: number): string {
  if (index % 70 === 21) return name.replace(/^.*„(.*)”/, '"$1"');
  return index % 110 === 33 ? name.replace('„', '; „') : name;
}

function writeNip(nip: string, index: number): string {
  if (index % 25 === 0) return nip.slice(0, 9) + ((Number(nip[9]) + 1) % 10);
  if (index % 40 === 3) return '';
  if (index % 90 === 11) return `PL ${nip}`;
  return index % 6 === 1 ? `${nip.slice(0, 3)}-${nip.slice(3, 6)}-${nip.slice(6, 8)}-${nip.slice(8)}` : nip;
}

/** About seven of ten consent with a date, one refuses, a few are not dated, the rest is silent. */
function inventConsent(random: Random): { consent: string; consentDate: string } {
  const date = inventDate(random);
  const share = random.below(100);
  if (share < 71) return { consent: 'TAK', consentDate: date };
  if (share < 82) return { consent: 'NIE', consentDate: share < 77 ? date : '' };
  return { consent: share < 86 ? 'TAK' : '', consentDate: '' };
}

function inventDate(random: Random): string {
  const year = random.pick(['2023', '2025', '2025', '2025', '2025', '2026', '2026', '2026', '2026', '2026']);
  return `${String(1 + random.below(28)).padStart(2, '0')}.${String(1 + random.below(10)).padStart(2, '0')}.${year}`;
}

function writeRow(row: Row, index: number): string {
  const cells = Object.values(row);
  // The older exports do not double the quotation marks of a name.
  return cells
    .map((cell) =>
      /[;\r\n]/.test(cell) || (cell.includes('"') && index % 140 !== 21) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(';');
}
